import type { Result } from '../contract';
import type { WhatIfChangePage, WhatIfDirection } from '../contract/what-if';
import { existingIssueIds } from '../jira/existing-issue-ids';
import { readWhatIfRun, whatIfChanges, type WhatIfChange, type WhatIfChangeKey } from '../storage/what-if';
import { notFound, refuseUnlessAdministers } from './refuse';
import type { WhatIfTally } from './what-if-tally';

const PAGE = 50;
/** Where a person may see few of the tickets, a page comes out short rather than late. */
const MOST_READS = 5;

/**
 * Verdicts that change, page by page: only of tickets that the person who asks may see, whom Jira is asked
 * about. Administrators only.
 */
export async function readWhatIfChanges({
  projectId,
  runId,
  direction = null,
  after = null,
}: {
  readonly projectId: string;
  readonly runId: string;
  readonly direction?: WhatIfDirection | null | undefined;
  /** `next` of the page before. */
  readonly after?: string | null | undefined;
}): Promise<Result<WhatIfChangePage>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const run = await readWhatIfRun(projectId);
  if (run?.runId !== runId) return notFound('what-if');
  const { measures } = JSON.parse(run.tally) as WhatIfTally;
  const nameOf = (id: string) => measures.find(({ measureId }) => measureId === id)?.name ?? id;

  const seen: WhatIfChange[] = [];
  let place = after === null ? null : keyOf(after);
  for (let reads = 0; reads < MOST_READS && seen.length < PAGE; reads++) {
    const limit = PAGE - seen.length;
    const changes = await whatIfChanges(run, { direction, after: place }, limit);
    seen.push(...(await visible(changes)));
    place = changes.length < limit ? null : (changes.at(-1) ?? null);
    if (place === null) break;
  }
  return {
    ok: true,
    value: {
      changes: seen.map((change) => ({ ...change, measureName: nameOf(change.measureId) })),
      next: place && nextOf(place),
    },
  };
}

async function visible(changes: readonly WhatIfChange[]): Promise<readonly WhatIfChange[]> {
  const issueIds = [...new Set(changes.map(({ issueId }) => issueId))];
  if (issueIds.length === 0) return [];
  const seen = await existingIssueIds(issueIds, { as: 'user' });
  return changes.filter(({ issueId }) => seen.has(issueId));
}

function nextOf({ issueId, measureId, cycleNumber }: WhatIfChangeKey): string {
  return `${issueId}/${measureId}/${cycleNumber}`;
}

/** It comes from the browser: what is no place at all is the place before the first. */
function keyOf(next: string): WhatIfChangeKey {
  const [issueId = '', measureId = '', cycleNumber = '0'] = next.split('/');
  const number = Number(cycleNumber);
  return { issueId, measureId, cycleNumber: Number.isSafeInteger(number) ? number : 0 };
}
