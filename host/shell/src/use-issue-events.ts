import { useEffect, useMemo } from 'react';
import type { IssueView } from '../api';
import type { FrameEvents } from '../../bridge/bridge-commands';
import { createFrameEvents } from './frame-events';
import { onServerEvent } from './server-events';

/** The events between the frames on an issue's page, with Jira's own about changes to the issue. */
export function useIssueEvents({ id, project }: Pick<IssueView, 'id' | 'project'>): FrameEvents {
  const events = useMemo(createFrameEvents, []);
  useEffect(
    () =>
      onServerEvent('issue', ({ issueId }) => {
        if (issueId !== id) return;
        const changes = [{ changeType: 'updated' }];
        events.emit('JIRA_ISSUE_CHANGED', { issueId, projectId: project.id, changes });
      }),
    [events, id, project.id],
  );
  return events;
}
