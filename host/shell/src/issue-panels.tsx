import type { IssueView } from '../api';
import { ModuleSection } from './module-section';
import { useSession } from './session';
import { useIssueEvents } from './use-issue-events';

/** Every issue panel of the app, each in its own frame. */
export function IssuePanels({ issue, onRefresh }: { issue: IssueView; onRefresh: () => void }) {
  const { modules } = useSession();
  const events = useIssueEvents(issue);
  const extension = {
    type: 'jira:issuePanel',
    issue: { id: issue.id, key: issue.key, type: issue.issueType, typeId: issue.issueTypeId },
    project: { id: issue.project.id, key: issue.project.key, type: issue.projectType },
    isNewToIssue: false,
  } as const;
  return modules['jira:issuePanel'].map((module) => (
    <ModuleSection
      key={module.moduleKey}
      module={module}
      extension={extension}
      subject={issue.id}
      events={events}
      onRefresh={onRefresh}
    />
  ));
}
