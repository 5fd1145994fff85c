import type { Agreement, Measure } from '../engine/agreement';
import type { Cycle, MeasureResult, Reckoning } from '../engine/cycle';
import type { ExcludedAhead } from '../engine/excluded-time';
import { nextExcluded } from '../engine/explain';
import type { Instant } from '../engine/instant';
import { nextEscalation } from './escalation-state';

/**
 * When time alone changes what is stored of a measure or has something done: at risk, breached, a date reached,
 * another version in force, an escalation, the end of an exclusion of what is late. Openings and closings change no
 * verdict and wake nobody: they would replay every open issue twice a day. null = never by itself.
 */
export function wakeUp(result: MeasureResult, versions: readonly Agreement[], now: Instant): Instant | null {
  const own = versions.filter((version) => version.id === result.agreementId);
  const measures = own.flatMap((version) => version.measures.filter((m) => m.id === result.measureId));
  const ongoing = result.cycles.find((cycle) => cycle.stopTime === null);
  // Dates only the engine can tell: take every change it announces.
  const escalation = nextEscalation(result, own, now);
  if (!ongoing || measures.some(waitsForDate)) return soonest([result.nextChangeAt, escalation]);
  const nextVersion = own.map((version) => version.effectiveFrom).filter((from) => from > now);
  return soonest([
    ongoing.atRiskTime !== null && ongoing.atRiskTime > now ? ongoing.atRiskTime : null,
    turnsLate(ongoing, ongoing.net, now),
    turnsLate(ongoing, ongoing.gross, now),
    excludedWhileLate(ongoing)?.end ?? null,
    escalation,
    ...nextVersion,
  ]);
}

/**
 * When an exclusion holds a late cycle next. Its row says so, and with it how late it is at any instant up to the end
 * of that: only then is there another to look for. null = never, or not late.
 */
export function excludedWhileLate(cycle: Cycle): ExcludedAhead | null {
  return cycle.net.breached ? nextExcluded(cycle) : null;
}

/** The least of the given instants; null when there is none. */
export function soonest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((least, at) => (at === null || (least !== null && least <= at) ? least : at), null);
}

/** At the breach time itself the goal is still met: late is one working millisecond after it. */
function turnsLate(cycle: Cycle, sums: Reckoning, now: Instant): Instant | null {
  if (sums.breached || sums.breachTime === null) return null;
  return sums.breachTime >= now ? sums.breachTime + 1 : cycle.nextChangeAt;
}

function waitsForDate({ start, stop, reset }: Measure): boolean {
  return [...start, ...stop, ...reset].some((moment) => moment.on === 'date-reached');
}
