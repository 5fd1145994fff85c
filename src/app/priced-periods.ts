import type { Consequences } from '../engine/consequences';
import type { Instant, Interval } from '../engine/instant';
import { reportingPeriodOf, type ReportingInterval } from '../engine/reporting-period';
import type { CompiledAgreement } from '../storage/agreement-version';
import { ALL_PERIODS, creditContractOf, pricedPeriods, type PricedPeriod } from './credit-contract';
import { sameJson } from './same-json';

/** What follows from a missed target, and for which periods. */
export interface CreditTerms {
  readonly consequences: Consequences;
  readonly every: ReportingInterval;
  /** The provider's: periods begin and end at its midnight. */
  readonly timeZone: string;
}

/** What two sets of rules say of the same time, each by its own periods. */
export interface PricedSides {
  readonly before: readonly PricedPeriod[];
  readonly after: readonly PricedPeriod[];
}

/** Periods one after the other with the same terms, which are written once: they can be long. */
export interface PricedStretch {
  readonly consequences: Consequences | null;
  readonly periods: readonly Interval[];
}

/** From one instant to another, the first included. */
export interface ReplayedTime {
  readonly since: Instant;
  readonly now: Instant;
}

/** Every period of a time by the terms of an offer, as if they had been agreed from the beginning. */
export function offeredPeriods(
  terms: CreditTerms | null,
  { since, now }: ReplayedTime,
): readonly PricedPeriod[] {
  if (terms === null) return [];
  const { consequences, every, timeZone } = terms;
  const periods: PricedPeriod[] = [];
  for (let at = since; at < now; at = periods.at(-1)?.end ?? now)
    periods.push({ ...reportingPeriodOf(at, every, timeZone), consequences });
  return periods;
}

/** Every period of a time in which the agreement was in force, each by its own terms, as its credit statement is. */
export async function agreedPeriods(
  { projectId, agreementId }: { readonly projectId: string; readonly agreementId: string },
  published: readonly CompiledAgreement[],
  { since, now }: ReplayedTime,
): Promise<readonly PricedPeriod[]> {
  const contract = await creditContractOf(projectId, agreementId, published, ALL_PERIODS, now);
  if (contract === null) return [];
  return [...pricedPeriods(contract, ({ start, end }) => end > since && start < now)].reverse();
}

export function stretchesOf(priced: readonly PricedPeriod[]): readonly PricedStretch[] {
  const stretches: { consequences: Consequences | null; periods: Interval[] }[] = [];
  for (const { start, end, consequences } of priced) {
    const last = stretches.at(-1);
    if (last && sameJson(last.consequences, consequences)) last.periods.push({ start, end });
    else stretches.push({ consequences, periods: [{ start, end }] });
  }
  return stretches;
}

export function periodsIn(stretches: readonly PricedStretch[]): readonly PricedPeriod[] {
  return stretches.flatMap(({ consequences, periods }) =>
    periods.map(({ start, end }) => ({ start, end, consequences })),
  );
}
