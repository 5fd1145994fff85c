import type { Agreement } from '../engine/agreement';
import type { Cycle, MeasureResult } from '../engine/cycle';
import { thresholdsReached, type ThresholdReached } from '../engine/escalation-threshold';
import type { Instant } from '../engine/instant';

/** A threshold of an ongoing cycle with what it belongs to. */
export interface EscalationOnCycle extends ThresholdReached {
  readonly result: MeasureResult;
  readonly cycle: Cycle;
  readonly agreement: Agreement;
}

/** The thresholds of a measure's ongoing cycle, past and ahead, under the version that judges it. */
export function escalationsOn(
  result: MeasureResult,
  versions: readonly Agreement[],
): readonly EscalationOnCycle[] {
  const cycle = result.cycles.find(({ stopTime }) => stopTime === null);
  const agreement = versions.find(
    ({ id, version }) => id === result.agreementId && version === cycle?.agreementVersion,
  );
  if (!cycle || !agreement) return [];
  return thresholdsReached(cycle, { measureId: result.measureId, agreement }).map((reached) => ({
    ...reached,
    result,
    cycle,
    agreement,
  }));
}

/** When the next threshold is acted on; null = none is ahead. */
export function nextEscalation(
  result: MeasureResult,
  versions: readonly Agreement[],
  now: Instant,
): Instant | null {
  const ahead = escalationsOn(result, versions).flatMap(({ fireAt }) => (fireAt > now ? [fireAt] : []));
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/**
 * Since when an escalation has been in force without a break, up to the version that judges: later than that it
 * was waited for. `published`: when each version was published, which may be after it took effect.
 */
export function inForceSince(
  { escalation, agreement }: Pick<EscalationOnCycle, 'escalation' | 'agreement'>,
  versions: readonly Agreement[],
  published: ReadonlyMap<number, Instant>,
): Instant {
  const own = versions
    .filter(({ id, effectiveFrom }) => id === agreement.id && effectiveFrom <= agreement.effectiveFrom)
    .sort((a, b) => b.effectiveFrom - a.effectiveFrom || b.version - a.version);
  let since = Infinity;
  for (const version of own.slice(own.findIndex((each) => each.version === agreement.version))) {
    if (!version.escalations?.some(({ id }) => id === escalation.id)) break;
    since = Math.min(since, Math.max(version.effectiveFrom, published.get(version.version) ?? 0));
  }
  return since;
}
