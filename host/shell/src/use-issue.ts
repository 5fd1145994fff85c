import { useEffect } from 'react';
import type { IssueView } from '../api';
import { onServerEvent } from './server-events';
import { useServer, type Asked } from './server';

/** One issue as who is looking sees it, read again whenever it changes. Names the window after it. */
export function useIssue(issueKey: string): Asked<IssueView> {
  const asked = useServer<IssueView>(`/issues/${encodeURIComponent(issueKey)}`);
  const { data: issue, again } = asked;
  const id = issue?.id;
  useEffect(() => {
    document.title = issue ? `${issue.key} ${issue.summary} - Local Jira` : `${issueKey} - Local Jira`;
  }, [issue, issueKey]);
  useEffect(() => onServerEvent('issue', (changed) => void (changed.issueId === id && again())), [id, again]);
  return asked;
}
