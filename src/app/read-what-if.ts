import type { Result } from '../contract';
import type { WhatIfView } from '../contract/what-if';
import { readWhatIfRun } from '../storage/what-if';
import { refuseUnlessAdministers } from './refuse';
import { whatIfView } from './what-if-view';

/** The last what-if of the project, under way or not; null = there was none. Administrators only. */
export async function readWhatIf(projectId: string): Promise<Result<WhatIfView | null>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const run = await readWhatIfRun(projectId);
  return { ok: true, value: run && whatIfView(run) };
}
