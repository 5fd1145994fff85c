import { durationWords } from '../agreement/duration-words';
import type { ServiceReportContent } from '../contract/service-report';
import type { Cycle, MeasureResult } from '../engine/cycle';
import { chargedLateTime } from '../engine/charged-late-time';
import { decidedAt } from '../engine/decided-at';
import { excludedBy } from '../engine/excluded-by';
import { holderTimes, holdingsOf, type Holding } from '../engine/holder-time';
import type { Instant, Interval, Millis } from '../engine/instant';
import type { IssueHistory } from '../engine/issue-history';
import { countedVerdict } from '../engine/verdict-difference';
import { isWaiting } from '../storage/waiting-holder';
import { holderOf, type Holder } from './holder-time';
import { WAITING_WORDS } from './waiting-words';

/** What happened to the cycles of a measure in a period. */
export interface PeriodTally {
  met: number;
  breached: number;
  grossMet: number;
  grossBreached: number;
  leftOut: number;
  /** For how much lateness a penalty is due. */
  chargedMs: Millis;
}

export type ReportBreach = ServiceReportContent['breaches'][number];

/** With who had it longest, in words; `''` = nobody had it in working time. Since format 3 that is part of the reason. */
export type TalliedBreach = ReportBreach & { readonly heldLongest: string };

/** What some tickets add to a report. Stored as JSON; `addTally` puts two together in any order. */
export interface ReportTally {
  /** The newest format that all of it can be told in: a part may be an older deployment's. */
  format: ServiceReportContent['format'];
  /** By measure and start of the period. */
  readonly periods: Record<string, Record<string, PeriodTally>>;
  /** Of the period of the report, by measure: working time of the cycles that stopped. */
  readonly times: Record<string, Millis[]>;
  readonly breaches: TalliedBreach[];
  /** Of the period of the report, by id of the exclusion: what it took out, and of how many cycles. */
  readonly excluded: Record<string, { ms: Millis; cycles: number }>;
  /** Tickets under the agreement that were resolved in the period and so still, those among them opened again before. */
  readonly felt: { resolved: number; reopened: number };
  /** As format 1 counts: tickets of the project resolved at any time in the period, those ever opened again. */
  resolved: number;
  reopened: number;
  /** Of the period, by measure: working time of its cycles, and for how much of it customers or third parties had them. */
  readonly waiting: Record<string, { workingMs: Millis; waitedMs: Millis }>;
  /** As format 1 counts: working time of the period's cycles, and for how much of it their clocks stood still. */
  workingMs: Millis;
  waitedMs: Millis;
  /** Tickets whose history could not be read: they are in none of the numbers. */
  unreadable: number;
}

/** Which part of time is counted, and up to when. */
export interface ReportSpan {
  readonly period: Interval;
  /** Oldest first; the last one is `period`. */
  readonly trend: readonly Interval[];
  readonly asOf: Instant;
  /** By measure: time a breach is free of a penalty. */
  readonly free: ReadonlyMap<string, Millis>;
}

export function emptyTally(): ReportTally {
  return {
    format: 3,
    periods: {},
    times: {},
    breaches: [],
    excluded: {},
    felt: { resolved: 0, reopened: 0 },
    resolved: 0,
    reopened: 0,
    waiting: {},
    workingMs: 0,
    waitedMs: 0,
    unreadable: 0,
  };
}

/** Adds what the cycles of one ticket come to. Each counts in the period in which its verdict fell. */
export function tallyTicket(
  tally: ReportTally,
  history: IssueHistory,
  results: readonly MeasureResult[],
  span: ReportSpan,
): void {
  const holdings = holdingsOf(history, null, span.asOf);
  for (const { measureId, cycles } of results)
    for (const cycle of cycles) tallyCycle(tally, { ...history, holdings }, measureId, cycle, span);
  if (results.some(({ cycles }) => cycles.some((cycle) => decidedAt(cycle) !== null)))
    tallyFelt(tally, history, span.period);
  tallyResolution(tally, history, span.period);
}

function tallyCycle(
  tally: ReportTally,
  { issueKey, holdings }: Pick<IssueHistory, 'issueKey'> & { readonly holdings: readonly Holding[] },
  measureId: string,
  cycle: Cycle,
  { period, trend, free }: ReportSpan,
): void {
  const decided = decidedAt(cycle);
  const within = decided === null ? null : trend.find(({ start, end }) => start <= decided && decided < end);
  if (decided === null || !within) return;
  const counts = ((tally.periods[measureId] ??= {})[String(within.start)] ??= noCounts());
  const verdict = countedVerdict(cycle);
  const goalMs = cycle.goals.at(-1)?.durationMs ?? null;
  if (verdict !== null) counts[verdict]++;
  if (goalMs !== null) counts[cycle.gross.breached ? 'grossBreached' : 'grossMet']++;
  if (cycle.leftOutBy !== null) counts.leftOut++;
  counts.chargedMs += chargedLateTime(cycle, free.get(measureId) ?? 0);
  if (within.start !== period.start) return;
  const waiting = (tally.waiting[measureId] ??= { workingMs: 0, waitedMs: 0 });
  const holders = holderTimes(cycle, holdings, WAITING_WORDS, cycle.stopTime ?? decided);
  for (const [holder, ms] of holders) {
    waiting.workingMs += ms;
    if (isWaiting(holder)) waiting.waitedMs += ms;
  }
  tally.workingMs += cycle.gross.elapsedMs + cycle.pausedMs;
  tally.waitedMs += cycle.pausedMs;
  if (cycle.stopTime !== null) (tally.times[measureId] ??= []).push(cycle.net.elapsedMs);
  for (const [id, ms] of excludedBy(cycle, cycle.stopTime ?? decided)) {
    const sum = (tally.excluded[id] ??= { ms: 0, cycles: 0 });
    sum.ms += ms;
    sum.cycles++;
  }
  if (verdict !== 'breached') return;
  const lateMs = Math.max(0, -(cycle.net.remainingMs ?? 0));
  tally.breaches.push({
    issueKey,
    measureId,
    cycleNumber: cycle.number,
    decidedAt: decided,
    goalMs,
    lateMs,
    stopped: cycle.stopTime !== null,
    reason: reasonOf(cycle, goalMs),
    heldLongest: heldLongest(holders),
  });
}

const WITH_WHOM = {
  assignee: 'with those it was assigned to',
  team: 'with a team',
  customer: 'with the customer',
  'third-party': 'with a third party',
  unassigned: 'without an assignee',
} as const satisfies Record<Holder['kind'], string>;

/** Names no people either: all assignees together are one holder. */
function heldLongest(holders: ReadonlyMap<string, Millis>): string {
  const times = new Map<Holder['kind'], Millis>();
  for (const [key, ms] of holders) {
    const { kind } = holderOf(key);
    times.set(kind, (times.get(kind) ?? 0) + ms);
  }
  const [longest] = [...times].filter(([, ms]) => ms > 0).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return longest ? `Longest ${WITH_WHOM[longest[0]]}: ${durationWords(longest[1])}.` : '';
}

/** Says where the time went, without naming people: the report goes to both sides. */
function reasonOf(cycle: Cycle, goalMs: Millis | null): string {
  const { elapsedMs } = cycle.net;
  const took = `${cycle.stopTime === null ? 'So far' : 'It took'} ${durationWords(elapsedMs)} of working time`;
  const excludedMs = cycle.gross.elapsedMs - elapsedMs;
  const beside = [
    ...(cycle.pausedMs > 0 ? [`${durationWords(cycle.pausedMs)} paused`] : []),
    ...(excludedMs > 0 ? [`${durationWords(excludedMs)} excluded`] : []),
  ];
  const goal = goalMs === null ? '' : ` against a goal of ${durationWords(goalMs)}`;
  return `${took}${goal}${beside.length === 0 ? '' : `; ${beside.join(' and ')}`}.`;
}

function tallyFelt(tally: ReportTally, { entries }: IssueHistory, { start, end }: Interval): void {
  let resolvedAt: Instant | null = null;
  let reopened = false;
  for (const entry of entries) {
    if (entry.kind !== 'changed' || entry.field !== 'resolution') continue;
    reopened ||= entry.from.length > 0 && entry.to.length === 0;
    resolvedAt = entry.to.length > 0 ? entry.at : null;
  }
  if (resolvedAt === null || resolvedAt < start || resolvedAt >= end) return;
  tally.felt.resolved++;
  if (reopened) tally.felt.reopened++;
}

/** As format 1 counts. */
function tallyResolution(tally: ReportTally, { entries }: IssueHistory, { start, end }: Interval): void {
  let resolved = false;
  let reopened = false;
  for (const entry of entries) {
    if (entry.kind !== 'changed' || entry.field !== 'resolution') continue;
    if (entry.to.length > 0) resolved ||= start <= entry.at && entry.at < end;
    else if (entry.from.length > 0 && entry.at < end) reopened = true;
  }
  if (!resolved) return;
  tally.resolved++;
  if (reopened) tally.reopened++;
}

/** The sum of two; the first one is changed. */
export function addTally(sum: ReportTally, added: ReportTally): void {
  for (const [measureId, periods] of Object.entries(added.periods))
    for (const [start, counts] of Object.entries(periods)) {
      const into = ((sum.periods[measureId] ??= {})[start] ??= noCounts());
      for (const key of Object.keys(counts) as (keyof PeriodTally)[]) into[key] += counts[key];
    }
  for (const [measureId, times] of Object.entries(added.times)) {
    const into = (sum.times[measureId] ??= []);
    for (const time of times) into.push(time);
  }
  for (const breach of added.breaches) sum.breaches.push(breach);
  for (const [id, { ms, cycles }] of Object.entries(added.excluded)) {
    const into = (sum.excluded[id] ??= { ms: 0, cycles: 0 });
    into.ms += ms;
    into.cycles += cycles;
  }
  const { waiting, felt }: Partial<ReportTally> = added;
  const format = formatOf(added);
  if (format < sum.format) sum.format = format;
  for (const [measureId, { workingMs, waitedMs }] of Object.entries(waiting ?? {})) {
    const into = (sum.waiting[measureId] ??= { workingMs: 0, waitedMs: 0 });
    into.workingMs += workingMs;
    into.waitedMs += waitedMs;
  }
  sum.felt.resolved += felt?.resolved ?? 0;
  sum.felt.reopened += felt?.reopened ?? 0;
  sum.resolved += added.resolved;
  sum.reopened += added.reopened;
  sum.workingMs += added.workingMs;
  sum.waitedMs += added.waitedMs;
  sum.unreadable += added.unreadable;
}

/** By what is in it: before format 2, nothing was kept of what is counted since; before 3, of who had a ticket longest. */
function formatOf({ felt, waiting, breaches }: Partial<ReportTally>): ReportTally['format'] {
  if (!felt || !waiting) return 1;
  const untold = breaches?.some(({ heldLongest }: Partial<TalliedBreach>) => heldLongest === undefined);
  return untold ? 2 : 3;
}

export function noCounts(): PeriodTally {
  return { met: 0, breached: 0, grossMet: 0, grossBreached: 0, leftOut: 0, chargedMs: 0 };
}
