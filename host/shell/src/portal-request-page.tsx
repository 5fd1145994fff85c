import Breadcrumbs from '@atlaskit/breadcrumbs';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import type { IssueView } from '../api';
import { Activity } from './activity';
import { Attachments } from './attachments';
import { Crumb } from './crumb';
import { IssueMissing } from './issue-missing';
import { ModuleSection } from './module-section';
import { Section } from './section';
import { useSession } from './session';
import { StatusLozenge } from './status-lozenge';
import { useIssue } from './use-issue';
import { useIssueEvents } from './use-issue-events';
import { Waiting } from './waiting';
import { instantText } from './when';

/** One request as the portal shows it to its customer. */
export function PortalRequestPage({ issueKey }: { issueKey: string }) {
  const { data: issue, fault, again, put } = useIssue(issueKey);
  if (!issue) {
    if (fault) return <IssueMissing noun="request" fault={fault} again={again} />;
    return <Waiting label={`Loading ${issueKey}`} />;
  }
  return (
    <article className="issue" aria-labelledby="summary">
      <Breadcrumbs label="Breadcrumbs">
        <Crumb href="/portal" text="Help center" />
        <Crumb href={`/portal?project=${issue.project.key}`} text={issue.project.name} />
        <Crumb href={`/portal/${issue.key}`} text={issue.key} />
      </Breadcrumbs>
      <div className="issue-columns">
        <div className="issue-main">
          <Heading size="large" as="h1" id="summary">
            {issue.summary}
          </Heading>
          {fault && (
            <SectionMessage appearance="warning" title="This may be out of date">
              <p>{fault.message}</p>
            </SectionMessage>
          )}
          <Section id="description" title="Description">
            {issue.description === '' ? (
              <p className="quiet">No description.</p>
            ) : (
              <p className="prose">{issue.description}</p>
            )}
          </Section>
          <Section id="attachments" title="Attachments">
            <Attachments issue={issue} onChanged={put} />
          </Section>
          <Section id="activity" title="Activity">
            <Activity issue={issue} isCustomer onChanged={put} />
          </Section>
          <RequestModules issue={issue} onRefresh={again} />
        </div>
        <RequestFacts issue={issue} />
      </div>
    </article>
  );
}

/** What the app shows below the activity. */
function RequestModules({ issue, onRefresh }: { issue: IssueView; onRefresh: () => void }) {
  const { modules } = useSession();
  const events = useIssueEvents(issue);
  const extension = {
    type: 'jiraServiceManagement:portalRequestDetail',
    portal: { id: issue.portalId },
    request: {
      key: issue.key,
      typeId: issue.requestTypeId === null ? null : Number(issue.requestTypeId),
    },
  } as const;
  return modules['jiraServiceManagement:portalRequestDetail'].map((module) => (
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

function RequestFacts({ issue }: { issue: IssueView }) {
  const { user } = useSession();
  const facts = [
    ['Reference', issue.key],
    ['Type', issue.requestType ?? issue.issueType],
    ['Raised by', issue.reporter ?? 'Anonymous'],
    ['Priority', issue.priority?.name ?? 'None'],
    ['Shared with', issue.organizations.join(', ')],
    ['Created', instantText(issue.created, user.timeZone)],
    ['Updated', instantText(issue.updated, user.timeZone)],
  ] as const;
  return (
    <aside className="issue-details" aria-labelledby="details">
      <div className="details-box">
        <Heading size="xsmall" as="h2" id="details">
          Details
        </Heading>
        <dl>
          <div className="detail">
            <dt>Status</dt>
            <dd>
              <StatusLozenge status={issue.status} />
            </dd>
          </div>
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name} className="detail">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </div>
    </aside>
  );
}
