import type { Instant } from '../engine/instant';
import { reportingPeriodOf } from '../engine/reporting-period';
import type { CompiledAgreement } from '../storage/agreement-version';
import { ALL_PERIODS, creditContractOf, pricedPeriods, type PricedPeriod } from './credit-contract';
import type { CreditTerms } from './what-if-rules';

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
