import type { Consequences } from '../engine/consequences';
import type { Instant, Interval } from '../engine/instant';
import { reportingPeriodOf } from '../engine/reporting-period';
import type { CompiledAgreement } from '../storage/agreement-version';
import { creditContractOf } from './credit-contract';
import type { CreditTerms } from './what-if-rules';

/** A reporting period with what follows from targets missed in it; null = nothing does. */
export interface PricedPeriod extends Interval {
  readonly consequences: Consequences | null;
}

/** What two sets of rules say of the same time, each by its own periods. */
export interface PricedSides {
  readonly before: readonly PricedPeriod[];
  readonly after: readonly PricedPeriod[];
}

/** From one instant to another, the first included. */
export interface ReplayedTime {
  readonly since: Instant;
  readonly now: Instant;
}

/** Of weeks, more than ten years. */
const MOST_PERIODS = 600;

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
  const contract = await creditContractOf(projectId, agreementId, published, MOST_PERIODS, now);
  if (contract === null) return [];
  return contract.periods
    .filter(({ start, end }) => end > since && start < now)
    .map(({ start, end }) => ({
      start,
      end,
      consequences: contract.termsOf({ start, end })?.consequences ?? null,
    }))
    .reverse();
}
