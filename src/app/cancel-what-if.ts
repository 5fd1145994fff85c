import type { Result } from '../contract';
import type { WhatIfView } from '../contract/what-if';
import type { Instant } from '../engine/instant';
import { endWhatIf, readWhatIfRun } from '../storage/what-if';
import { notFound, refuseUnlessAdministers } from './refuse';
import { whatIfView } from './what-if-view';

/**
 * Ends a what-if that is under way; the page being worked on is not counted any more. One that has ended
 * stays as it is. Administrators only.
 */
export async function cancelWhatIf(
  { projectId, runId }: { readonly projectId: string; readonly runId: string },
  now: Instant,
): Promise<Result<WhatIfView>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  await endWhatIf({ projectId, runId }, { state: 'cancelled', problem: null }, now);
  const run = await readWhatIfRun(projectId);
  return run?.runId === runId ? { ok: true, value: whatIfView(run) } : notFound('what-if');
}
