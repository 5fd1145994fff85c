import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { pushJobs } from './queue';
import { retryUnlessDone } from './retry';

/** All that is believed of an issue event. Its contents may be old or wrong: a refresh reads Jira itself. */
const issueEvent = z.object({
  issue: z.object({
    id: z.coerce.string().regex(/^\d+$/),
    fields: z
      .object({ project: z.object({ id: z.coerce.string().regex(/^\d+$/) }) })
      .optional()
      .catch(undefined),
  }),
});

/** An event only nudges: created, updated, commented, deleted - each queues a refresh of its issue. */
export async function onIssueEvent(event: unknown): Promise<InvocationError | undefined> {
  const parsed = issueEvent.safeParse(event);
  if (!parsed.success) {
    console.warn('An issue event without an issue was ignored');
    return undefined;
  }
  const { id, fields } = parsed.data.issue;
  const issues = [{ issueId: id, projectId: fields?.project.id }];
  return retryUnlessDone(event, () => pushJobs([{ job: { v: 1, kind: 'refresh', issues }, delayMs: 0 }]));
}
