import type { AgreementDocument } from '../agreement/document';
import { targetOf } from '../agreement/target-of';
import type { WhatIfDirection, WhatIfMeasure, WhatIfView } from '../contract/what-if';
import { chargedLateTime, freeTimes } from '../engine/charged-late-time';
import type { Cycle } from '../engine/cycle';
import { decidedAt } from '../engine/decided-at';
import {
  countedVerdict,
  directionOf,
  type CyclePair,
  type VerdictDirection,
} from '../engine/verdict-difference';
import type { CompiledAgreement } from '../storage/agreement-version';
import { offerAnswer } from './offer-answer';
import { countsOf } from './counts-of';
import type { PricedPeriod } from './credit-contract';
import type { PricedSides, ReplayedTime } from './priced-periods';

interface Counts {
  met: number;
  breached: number;
}

interface MeasureTally {
  readonly measureId: string;
  readonly name: string;
  readonly target: number | null;
  readonly before: Counts;
  readonly after: Counts;
  readonly directions: Record<VerdictDirection, number>;
}

/** With how late the breached ones were together, less their free time, where a penalty is agreed. */
interface PeriodCount extends Counts {
  chargedMs?: number;
}

/** Of each reporting period, by its start, the counts of each measure. */
export type PeriodCounts = Record<string, Record<string, PeriodCount>>;

/** What a what-if has found so far. Stored as JSON; names and targets are in it, so that it can be shown alone. */
export interface WhatIfTally {
  readonly agreementName: string;
  readonly measures: readonly MeasureTally[];
  readonly periods: { readonly before: PeriodCounts; readonly after: PeriodCounts };
  credits: WhatIfView['credits'];
  changedTickets: number;
  /** Tickets whose history could not be read: they are in none of the numbers. */
  unreadableTickets: number;
}

/** The measures of the draft in its order, then those it no longer has. */
export function emptyTally(
  draft: { readonly document: AgreementDocument | null; readonly compiled: CompiledAgreement },
  published: readonly CompiledAgreement[],
): WhatIfTally {
  const { agreement } = draft.compiled;
  const former = [...published].reverse().flatMap((version) => version.agreement.measures);
  const measures = new Map<string, MeasureTally>();
  for (const [place, { id, name }] of [...agreement.measures, ...former].entries()) {
    if (measures.has(id)) continue;
    measures.set(id, {
      measureId: id,
      name,
      target: place < agreement.measures.length ? targetOf(draft.document?.measures[place]) : null,
      before: { met: 0, breached: 0 },
      after: { met: 0, breached: 0 },
      directions: { 'to-met': 0, 'to-breached': 0, 'now-counted': 0, 'no-longer-counted': 0 },
    });
  }
  return {
    agreementName: agreement.name,
    measures: [...measures.values()],
    periods: { before: {}, after: {} },
    credits: null,
    changedTickets: 0,
    unreadableTickets: 0,
  };
}

/** A cycle whose verdict changes, and how. */
export interface ChangedPair extends CyclePair {
  readonly direction: WhatIfDirection;
}

/** Adds a ticket's cycles to the tally; answers those whose verdict changes. */
export function tallyTicket(
  tally: WhatIfTally,
  pairs: readonly CyclePair[],
  credits: PricedSides,
  time: ReplayedTime,
): readonly ChangedPair[] {
  const changed: ChangedPair[] = [];
  for (const pair of pairs) {
    const measure = tally.measures.find(({ measureId }) => measureId === pair.measureId);
    if (!measure) throw new Error(`The measure ${pair.measureId} is in no version that is compared`);
    const before = countedVerdict(pair.before);
    const after = countedVerdict(pair.after);
    if (before !== null) measure.before[before]++;
    if (after !== null) measure.after[after]++;
    tallyPeriod(tally.periods.before, pair.measureId, pair.before, credits.before, time);
    tallyPeriod(tally.periods.after, pair.measureId, pair.after, credits.after, time);
    const direction = directionOf(before, after);
    if (direction === null) continue;
    measure.directions[direction]++;
    changed.push({ ...pair, direction });
  }
  if (changed.length > 0) tally.changedTickets++;
  return changed;
}

/** A measure as the screen shows it. */
export function measureView({
  measureId,
  name,
  target,
  before,
  after,
  directions,
}: MeasureTally): WhatIfMeasure {
  return {
    measureId,
    name,
    target,
    before: countsOf(before.met, before.breached),
    after: countsOf(after.met, after.breached),
    toMet: directions['to-met'],
    toBreached: directions['to-breached'],
    nowCounted: directions['now-counted'],
    noLongerCounted: directions['no-longer-counted'],
    offer: offerAnswer(after, target),
  };
}

/** Credits are owed for the time that is replayed: what ended before it is none of their business. */
function tallyPeriod(
  periods: PeriodCounts,
  measureId: string,
  cycle: Cycle | null,
  priced: readonly PricedPeriod[],
  { since, now }: ReplayedTime,
): void {
  const verdict = countedVerdict(cycle);
  if (cycle === null || verdict === null) return;
  const at = decidedAt(cycle) ?? now;
  if (at < since || at > now) return;
  const period = priced.find(({ start, end }) => start <= at && at < end);
  if (!period) return;
  const counts = ((periods[String(period.start)] ??= {})[measureId] ??= { met: 0, breached: 0 });
  counts[verdict]++;
  const freeMs = period.consequences ? freeTimes(period.consequences).get(measureId) : undefined;
  if (freeMs !== undefined) counts.chargedMs = (counts.chargedMs ?? 0) + chargedLateTime(cycle, freeMs);
}
