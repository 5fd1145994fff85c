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

/** Where Jira has put the ids of a link's two ends, or may: nowhere does it promise the shape of this event. */
const linkEnds = z.object({
  sourceIssueId: z.coerce.string().optional().catch(undefined),
  destinationIssueId: z.coerce.string().optional().catch(undefined),
  inwardIssue: z.object({ id: z.coerce.string() }).optional().catch(undefined),
  outwardIssue: z.object({ id: z.coerce.string() }).optional().catch(undefined),
});
const linkEvent = z.object({
  eventType: z.string().regex(/^avi:jira:(created|deleted):issuelink$/),
});

/** The issues a link event names. The links themselves are read anew from Jira. */
function issuesOfLink(event: unknown): readonly string[] {
  const { issueLink } = (event ?? {}) as { readonly issueLink?: unknown };
  const ends = [event, issueLink].flatMap((part) => {
    const { sourceIssueId, destinationIssueId, inwardIssue, outwardIssue } =
      linkEnds.safeParse(part).data ?? {};
    return [sourceIssueId, destinationIssueId, inwardIssue?.id, outwardIssue?.id];
  });
  return [...new Set(ends.filter((id): id is string => id !== undefined && /^[1-9]\d*$/.test(id)))];
}

/** An event only nudges: created, updated, commented, deleted - each queues a refresh of its issue. */
export async function onIssueEvent(event: unknown): Promise<InvocationError | undefined> {
  if (linkEvent.safeParse(event).success) return onLinkEvent(event);
  const parsed = issueEvent.safeParse(event);
  if (!parsed.success) {
    console.warn('An issue event without an issue was ignored');
    return undefined;
  }
  const { id, fields } = parsed.data.issue;
  const issues = [{ issueId: id, projectId: fields?.project.id }];
  return retryUnlessDone(event, () => pushJobs([{ job: { v: 1, kind: 'refresh', issues }, delayMs: 0 }]));
}

async function onLinkEvent(event: unknown): Promise<InvocationError | undefined> {
  const issueIds = issuesOfLink(event);
  if (issueIds.length === 0) {
    console.warn('A link event without issues was ignored; the daily reconcile looks for its link');
    return undefined;
  }
  return retryUnlessDone(event, () =>
    pushJobs([{ job: { v: 1, kind: 'propose-for-links', issueIds }, delayMs: 0 }]),
  );
}
