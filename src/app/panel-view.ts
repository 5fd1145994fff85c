import type { CycleView, IssuePanelView, PartyView, TimerView } from '../contract';
import type { MeasureResult } from '../engine/cycle';
import type { Instant } from '../engine/instant';
import type { CompiledAgreement } from '../storage/agreement-version';
import { cycleView } from './cycle-view';
import { segmentBudget } from './segment-budget';
import { soonest } from './wake-up';

const MOST_EARLIER_CYCLES = 20;

/** What is shown beside the timers. */
export type PanelAdditions = Pick<IssuePanelView, 'proposed' | 'incident' | 'proposing'>;

/** What the panel draws, of a replay that was made just now. */
export function panelView(
  issue: {
    readonly issueKey: string;
    readonly historyGaps: boolean;
    readonly mayAdminister: boolean;
  } & PanelAdditions,
  versions: readonly CompiledAgreement[],
  results: readonly MeasureResult[],
  now: Instant,
): IssuePanelView {
  return {
    issueKey: issue.issueKey,
    asOf: now,
    nextChangeAt: soonest(results.map((result) => result.nextChangeAt)),
    timers: timerViews(versions, results, now),
    missing: results.flatMap(({ agreementName, measureName, notStarted }) =>
      notStarted ? [{ agreementName, measureName, ...notStarted }] : [],
    ),
    agreementCount: new Set(versions.map((version) => version.agreement.id)).size,
    mayAdminister: issue.mayAdminister,
    historyGaps: issue.historyGaps,
    proposed: issue.proposed,
    incident: issue.incident,
    proposing: issue.proposing,
  };
}

/** The timers of a replay in the order in which they are looked at. */
export function timerViews(
  versions: readonly CompiledAgreement[],
  results: readonly MeasureResult[],
  now: Instant,
): readonly TimerView[] {
  return withinAnswer(results.flatMap((result) => timerView(result, versions, now)).sort(firstToBreachFirst));
}

/** Current cycles come before earlier ones, in the order shown. */
function withinAnswer(timers: readonly TimerView[]): readonly TimerView[] {
  const cut = segmentBudget();
  const current = timers.map((timer) => ({ ...timer, current: cut(timer.current) }));
  return current.map((timer) => ({ ...timer, earlier: timer.earlier.map(cut) }));
}

/**
 * Late and soon to be late first; then ongoing ones without a breach ahead, those without a goal last and
 * the running before the paused; then finished ones, latest first, again without a goal last.
 */
function firstToBreachFirst({ current: a, key }: TimerView, { current: b, key: other }: TimerView): number {
  const goalless = (cycle: CycleView) => (cycle.goal.durationMs === null ? 1 : 0);
  if (a.stopTime !== null && b.stopTime !== null)
    return goalless(a) - goalless(b) || b.stopTime - a.stopTime || (key < other ? -1 : 1);
  if (a.stopTime !== null || b.stopTime !== null) return a.stopTime === null ? -1 : 1;
  // null = paused or without a goal: those with the least left first.
  const due = (cycle: CycleView) => cycle.net.breachTime ?? Infinity;
  const left = (cycle: CycleView) => cycle.net.remainingMs ?? Infinity;
  const still = (cycle: CycleView) => (cycle.phase === 'paused' ? 1 : 0);
  return (
    goalless(a) - goalless(b) ||
    compare(due(a), due(b)) ||
    compare(left(a), left(b)) ||
    still(a) - still(b) ||
    (key < other ? -1 : 1)
  );
}

// Infinity minus Infinity is no order.
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function timerView(result: MeasureResult, versions: readonly CompiledAgreement[], now: Instant): TimerView[] {
  const [current, ...earlier] = [...result.cycles].reverse();
  if (!current) return [];
  const { provider, customer } = partiesOf(result, versions);
  return [
    {
      key: `${result.agreementId} ${result.measureId}`,
      agreementId: result.agreementId,
      agreementName: result.agreementName,
      agreementVersion: current.agreementVersion,
      measureId: result.measureId,
      measureName: result.measureName,
      provider,
      customer,
      current: cycleView(current, now),
      earlier: earlier.slice(0, MOST_EARLIER_CYCLES).map((cycle) => cycleView(cycle, now)),
      earlierOmitted: Math.max(0, earlier.length - MOST_EARLIER_CYCLES),
    },
  ];
}

function partiesOf(
  { agreementId, agreementVersion }: MeasureResult,
  versions: readonly CompiledAgreement[],
): { readonly provider: PartyView; readonly customer: PartyView } {
  const own = versions.filter(({ agreement }) => agreement.id === agreementId);
  const version = own.find(({ agreement }) => agreement.version === agreementVersion) ?? own[0];
  if (!version) throw new Error(`A result of agreement ${agreementId}, which was not evaluated`);
  return version.parties;
}
