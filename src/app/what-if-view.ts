import type { WhatIfView } from '../contract/what-if';
import type { WhatIfRun } from '../storage/what-if';
import { measureView, type WhatIfTally } from './what-if-tally';

/** A run as the screen shows it. */
export function whatIfView(run: WhatIfRun): WhatIfView {
  const tally = JSON.parse(run.tally) as WhatIfTally;
  return {
    runId: run.runId,
    agreementId: run.agreementId,
    agreementName: tally.agreementName,
    state: run.state,
    startedAt: run.startedAt,
    startedBy: run.startedByName,
    finishedAt: run.finishedAt,
    since: run.since,
    done: run.done,
    total: Math.max(run.total, run.done),
    problem: run.problem,
    measures: tally.measures.map(measureView),
    credits: tally.credits,
    changedTickets: tally.changedTickets,
    unreadableTickets: tally.unreadableTickets,
  };
}
