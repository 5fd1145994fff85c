import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { pushJobs } from './queue';
import { retryUnlessDone } from './retry';

const projectEvent = z.object({ project: z.object({ id: z.coerce.string().regex(/^\d+$/) }) });

/** Jira sends one event for the project and none for its issues. */
export async function onProjectDeleted(event: unknown): Promise<InvocationError | undefined> {
  const parsed = projectEvent.safeParse(event);
  if (!parsed.success) {
    console.warn('A project event without a project was ignored');
    return undefined;
  }
  const projectId = parsed.data.project.id;
  return retryUnlessDone(event, () =>
    pushJobs([{ job: { v: 1, kind: 'remove-project', projectId }, delayMs: 0 }]),
  );
}
