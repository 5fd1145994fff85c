import type { CycleView, IssuePanelView, PartyView, TimerView } from '../contract';
import type { Cycle, MeasureResult } from '../engine/cycle';
import { explain, upcoming } from '../engine/explain';
import type { Instant } from '../engine/instant';
import type { CompiledAgreement } from '../storage/agreement-version';
import { soonest } from './wake-up';

/** An answer may be 5 MB: about 15,000 segments and 200 cycles stay well below. */
const MOST_SEGMENTS = 12_000;
const MOST_SEGMENTS_OF_A_CYCLE = 3_000;
const MOST_EARLIER_CYCLES = 20;
const MOST_RUNS_AHEAD = 1_000;
const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

/** What the panel draws, of a replay that was made just now. */
export function panelView(
  issue: { readonly issueKey: string; readonly historyGaps: boolean; readonly mayAdminister: boolean },
  versions: readonly CompiledAgreement[],
  results: readonly MeasureResult[],
  now: Instant,
): IssuePanelView {
  return {
    issueKey: issue.issueKey,
    asOf: now,
    nextChangeAt: soonest(results.map((result) => result.nextChangeAt)),
    timers: withinAnswer(
      results.flatMap((result) => timerView(result, versions, now)).sort(firstToBreachFirst),
    ),
    missing: results.flatMap(({ agreementName, measureName, notStarted }) =>
      notStarted ? [{ agreementName, measureName, ...notStarted }] : [],
    ),
    agreementCount: new Set(versions.map((version) => version.agreement.id)).size,
    mayAdminister: issue.mayAdminister,
    historyGaps: issue.historyGaps,
    proposed: [],
    incident: null,
    proposing: { agreements: [], attachments: [], mayDeclare: false },
  };
}

/** Cuts explanations to what an answer can hold: current cycles come before earlier ones, in the order shown. */
function withinAnswer(timers: readonly TimerView[]): readonly TimerView[] {
  let left = MOST_SEGMENTS;
  const cut = (cycle: CycleView): CycleView => {
    const room = Math.min(left, MOST_SEGMENTS_OF_A_CYCLE);
    const { segments } = cycle;
    left -= Math.min(room, segments.length);
    if (segments.length <= room) return cycle;
    const shown = room === 0 ? [] : segments.slice(-room);
    const hidden = segments.slice(0, segments.length - shown.length);
    const countedBeforeMs = hidden
      .filter(({ kind }) => kind === 'running')
      .reduce((sum, { start, end }) => sum + end - start, 0);
    return {
      ...cycle,
      segments: shown,
      explainedFrom: shown[0]?.start ?? segments.at(-1)?.end ?? null,
      countedBeforeMs,
    };
  };
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

function cycleView(cycle: Cycle, now: Instant): CycleView {
  const goal = cycle.goals.at(-1);
  if (!goal) throw new Error('A cycle without a goal in force');
  return {
    number: cycle.number,
    startTime: cycle.startTime,
    stopTime: cycle.stopTime,
    startedBy: cycle.startedBy,
    stoppedBy: cycle.stoppedBy,
    outcome: cycle.outcome,
    phase: cycle.phase,
    atRisk: cycle.atRisk,
    breached: cycle.net.breached,
    goal,
    earlierGoals: cycle.goals.slice(0, -1),
    net: cycle.net,
    gross: cycle.gross,
    pausedMs: cycle.pausedMs,
    flag: cycle.flag,
    leftOutBy: cycle.leftOutBy,
    atRiskTime: cycle.atRiskTime,
    nextChangeAt: cycle.nextChangeAt,
    upcoming: cycle.stopTime === null ? upcoming(cycle, horizon(cycle, now)).slice(0, MOST_RUNS_AHEAD) : [],
    segments: explain(cycle),
    explainedFrom: null,
    countedBeforeMs: 0,
  };
}

/** Far enough to reach the breach, and two weeks in any case. */
function horizon(cycle: Cycle, now: Instant): Instant {
  return Math.max(cycle.net.breachTime ?? 0, now + TWO_WEEKS_MS);
}
