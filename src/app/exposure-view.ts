import { dayWords } from '../agreement/date-words';
import { moneySign } from '../agreement/money-sign';
import type { ExposureView } from '../contract/money';
import { freeTimes } from '../engine/charged-late-time';
import type { Consequences } from '../engine/consequences';
import { exposureOf, owedBy, type Exposure } from '../engine/exposure';
import type { Instant, Interval } from '../engine/instant';
import type { KeptCycles, KeptInPeriod } from '../engine/kept-cycles';
import { DAY, weekdayOf } from '../engine/local-date';
import { reportingPeriodOf } from '../engine/reporting-period';
import { localPartsOf, timeZone as zoneOf } from '../engine/time-zone';
import type { LateCycle } from './running-cycles';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export interface ExposureQuestion {
  readonly consequences: Consequences;
  /** The current one. */
  readonly period: Interval;
  readonly timeZone: string;
  /** Of the period so far; the late time of cycles that go on is in `running`. */
  readonly kept: KeptInPeriod;
  readonly running: readonly LateCycle[];
  readonly nameOf: (measureId: string) => string;
  /** The key of a ticket; null = the viewer may not see it. */
  readonly keyOf: (issueId: string) => string | null;
}

/** What will be owed if nobody touches a ticket; null = no fee is agreed. */
export function exposureView(question: ExposureQuestion, now: Instant): ExposureView | null {
  const { consequences, period, timeZone, running, nameOf, keyOf } = question;
  const looks = midnights({ start: now, end: period.end }, timeZone);
  const kept = withoutRunning(question);
  const exposure = exposureOf(kept, running, consequences, looks, { start: now, end: period.end });
  if (exposure === null || consequences.fee === null) return null;
  const byRef = new Map(running.map((cycle) => [cycle.ref, cycle.timer]));
  const endOfWeek = Math.min(reportingPeriodOf(now, 'week', timeZone).end, period.end);
  const { currency } = consequences.fee;
  return {
    asOf: now,
    nowMinor: exposure.nowMinor,
    steps: exposure.steps.map(({ at, owedMinor, broken }) => ({
      at,
      owedMinor,
      tickets: broken.flatMap((ref) => {
        const timer = byRef.get(ref);
        return timer ? [{ issueKey: keyOf(timer.issueId), measureName: nameOf(timer.measureId) }] : [];
      }),
    })),
    endOfWeekMinor: owedBy(exposure, endOfWeek),
    endOfWeek,
    endOfPeriodMinor: owedBy(exposure, period.end),
    endOfPeriod: period.end,
    sentence: sentenceOf(exposure, { endOfWeek, endOfPeriod: period.end }, currency, timeZone),
  };
}

/** The late time of cycles that go on is told by the hour: it must not be in the sums already. */
function withoutRunning({ kept, running, consequences }: ExposureQuestion): KeptInPeriod {
  const free = freeTimes(consequences);
  return new Map(
    [...kept].map(([measureId, own]): [string, KeptCycles] => {
      const freeMs = free.get(measureId);
      if (freeMs === undefined) return [measureId, own];
      const going = running
        .filter((cycle) => cycle.measureId === measureId && cycle.lateMs > 0)
        .reduce((sum, { lateMs }) => sum + Math.max(0, lateMs - freeMs), 0);
      return [measureId, { ...own, chargedMs: (own.chargedMs ?? 0) - going }];
    }),
  );
}

/** Midnights of the zone within a span, and its end. */
function midnights({ start, end }: Interval, zone: string): readonly Instant[] {
  const localTime = zoneOf(zone);
  const first = Math.floor((start + localTime.offsetAt(start)) / DAY) + 1;
  const found: Instant[] = [];
  for (let day = first; localTime.instantOf(day * DAY) < end; day++)
    found.push(localTime.instantOf(day * DAY));
  return [...found, end];
}

/** "If nothing moves, €1,240.00 by Friday." */
function sentenceOf(
  { nowMinor, steps }: Exposure,
  { endOfWeek, endOfPeriod }: { readonly endOfWeek: Instant; readonly endOfPeriod: Instant },
  currency: string,
  zone: string,
): string {
  const lastDay = dayWords(localPartsOf(zone, endOfPeriod - 1).date);
  const thisWeek = steps.findLast(({ at }) => at <= endOfWeek);
  const last = steps.at(-1);
  if (last === undefined) {
    return nowMinor === 0
      ? `If nothing moves, nothing will be owed for this period, which ends on ${lastDay}.`
      : `If nothing moves, it stays at ${moneySign(nowMinor, currency)} until the period ends on ${lastDay}.`;
  }
  if (thisWeek === undefined) {
    return `If nothing moves, ${moneySign(last.owedMinor, currency)} by ${dayOf(last.at, zone).words}.`;
  }
  const weekday = WEEKDAYS[weekdayOf(dayOf(thisWeek.at, zone).day)] ?? '';
  const first = `If nothing moves, ${moneySign(thisWeek.owedMinor, currency)} by ${weekday}`;
  if (last === thisWeek) return `${first}.`;
  return `${first}, and ${moneySign(last.owedMinor, currency)} by ${dayOf(last.at, zone).words}.`;
}

/** The local day an instant ends: midnight is still the day before it. */
function dayOf(at: Instant, zone: string): { readonly day: number; readonly words: string } {
  const day = Math.floor((at - 1 + zoneOf(zone).offsetAt(at - 1)) / DAY);
  return { day, words: dayWords(localPartsOf(zone, at - 1).date) };
}
