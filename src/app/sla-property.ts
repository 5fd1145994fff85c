import type { Instant } from '../engine/instant';
import type { TimerRow, TimerState } from '../storage/timer';

/** The issue property JQL searches; manifest.yml names its paths and their aliases. */
export const SLA_PROPERTY_KEY = 'sla';

/**
 * Its value. Only what stays true until something happens: no elapsed or remaining time, so that an issue
 * nothing happens to is never written. Everybody who sees the issue can read it.
 *
 * { v: 1, state: 'at-risk', nextBreach: '2026-11-23T16:30Z',
 *   measures: { timeToResolution: { state: 'at-risk', breachTime: '2026-11-23T16:30Z', agreement: 'acme' } } }
 */
export interface SlaProperty {
  readonly v: 1;
  /** The most pressing state of all timers; `none` = no timer has ever started. */
  readonly state: TimerState | 'none';
  /** The earliest breach ahead. Absent = none (also while paused). In UTC, to the minute, as JQL indexes it. */
  readonly nextBreach?: string;
  /**
   * By measure id in camel case; where two agreements share a measure, the one that breaches first. Of more
   * measures than Jira has room for, the most pressing ones.
   */
  readonly measures: Readonly<Record<string, MeasureProperty>>;
}

export interface MeasureProperty {
  readonly state: TimerState;
  /** When it breaches, or did. Absent while paused and where there is no goal. */
  readonly breachTime?: string;
  /** Agreement id. */
  readonly agreement: string;
}

/** Jira takes 32,768 characters; one measure with the longest ids has 240. */
const MOST_MEASURES = 130;

const PRESSING_FIRST: readonly TimerState[] = [
  'breached',
  'at-risk',
  'running',
  'paused',
  // Of finished ones, a promise that was kept says more than a clock without one.
  'met',
  'no-goal',
  'not-counted',
];

export function slaProperty(timers: readonly TimerRow[]): SlaProperty {
  const current = [...currentCycles(timers)].sort(pressingFirst);
  const measures = new Map<string, MeasureProperty>();
  for (const timer of current) {
    const name = camelCase(timer.measureId);
    if (!measures.has(name) && measures.size < MOST_MEASURES) measures.set(name, measureProperty(timer));
  }
  const ahead = current.filter((t) => t.stoppedAt === null && !t.breached && t.breachAt !== null);
  const nextBreach = ahead.map((timer) => timer.breachAt as Instant).sort((a, b) => a - b)[0];
  return {
    v: 1,
    state: current[0]?.state ?? 'none',
    ...(nextBreach !== undefined && { nextBreach: toMinute(nextBreach) }),
    measures: Object.fromEntries([...measures].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function measureProperty(timer: TimerRow): MeasureProperty {
  return {
    state: timer.state,
    ...(timer.breachAt !== null && { breachTime: toMinute(timer.breachAt) }),
    agreement: timer.agreementId,
  };
}

/** Of each measure of each agreement, the last cycle. */
function currentCycles(timers: readonly TimerRow[]): Iterable<TimerRow> {
  const current = new Map<string, TimerRow>();
  for (const timer of timers) {
    const key = JSON.stringify([timer.agreementId, timer.measureId]);
    const known = current.get(key);
    if (!known || known.cycleNumber < timer.cycleNumber) current.set(key, timer);
  }
  return current.values();
}

/** Ongoing before finished; then by state; then by breach time; then by name, so that the order is settled. */
function pressingFirst(a: TimerRow, b: TimerRow): number {
  return (
    Number(a.stoppedAt !== null) - Number(b.stoppedAt !== null) ||
    PRESSING_FIRST.indexOf(a.state) - PRESSING_FIRST.indexOf(b.state) ||
    (a.breachAt ?? Infinity) - (b.breachAt ?? Infinity) ||
    (a.agreementId < b.agreementId ? -1 : 1)
  );
}

function camelCase(id: string): string {
  return id.replace(/[^a-zA-Z0-9]+([a-zA-Z0-9])/g, (_, next: string) => next.toUpperCase());
}

function toMinute(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
