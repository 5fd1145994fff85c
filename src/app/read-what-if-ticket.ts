import type { Result } from '../contract';
import type { WhatIfTicket } from '../contract/what-if';
import { replay } from '../engine/evaluate';
import { pairCycles, type CyclePair } from '../engine/verdict-difference';
import { foldHistory } from '../jira/issue-history';
import { permissionsOnIssue } from '../jira/permissions';
import { readIssue } from '../jira/read-issue';
import { agreementsOfProject } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { readWhatIfRunWithRules } from '../storage/what-if';
import { cycleView } from './cycle-view';
import { notFound, refuseUnlessAdministers } from './refuse';
import { segmentBudget } from './segment-budget';
import { compilePair, type WhatIfRules } from './what-if-rules';
import type { WhatIfTally } from './what-if-tally';

/** Explained one after the other until the answer is full; a ticket of more cycles is beyond reading anyway. */
const MOST_CYCLES_OF_A_MEASURE = 40;

/**
 * One ticket under both sets of rules of a what-if, replayed on the spot at the instant the run began. Only
 * for administrators who may see the ticket.
 */
export async function readWhatIfTicket({
  projectId,
  runId,
  issueId,
}: {
  readonly projectId: string;
  readonly runId: string;
  readonly issueId: string;
}): Promise<Result<WhatIfTicket>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const { browse } = await permissionsOnIssue(issueId);
  if (!browse) return notFound('ticket');
  const run = await readWhatIfRunWithRules(projectId);
  if (run?.runId !== runId) return notFound('what-if');
  const issue = await readIssue(issueId);
  if (issue?.projectId !== projectId) return notFound('ticket');

  const rules = JSON.parse(run.rules) as WhatIfRules;
  const { measures } = JSON.parse(run.tally) as WhatIfTally;
  const versions = await agreementsOfProject(projectId);
  const pair = compilePair(rules, versions, await agreedExclusions(projectId, issue.id));
  const { before, after } = pair.rulesFor(issue.id);
  const history = foldHistory(issue);
  const pairs = pairCycles(replay(before, history, run.startedAt), replay(after, history, run.startedAt));
  const explain = explainer(run.startedAt);
  return {
    ok: true,
    value: {
      issueKey: issue.key,
      measures: measures
        .map(({ measureId, name }) => ({
          measureId,
          name,
          cycles: pairs
            .filter((pair) => pair.measureId === measureId)
            .slice(-MOST_CYCLES_OF_A_MEASURE)
            .map(explain),
        }))
        .filter(({ cycles }) => cycles.length > 0),
    },
  };
}

function explainer(now: number) {
  const cut = segmentBudget();
  return ({ before, after }: CyclePair) => ({
    before: before && cut(cycleView(before, now)),
    after: after && cut(cycleView(after, now)),
  });
}
