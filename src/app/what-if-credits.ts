import type { WhatIfView } from '../contract/what-if';
import { creditOf } from '../engine/credit';
import type { Instant } from '../engine/instant';
import { reportingPeriodOf } from '../engine/reporting-period';
import type { CreditTerms, WhatIfRules } from './what-if-rules';
import type { PeriodCounts } from './what-if-tally';

interface Time {
  readonly since: Instant;
  readonly now: Instant;
}

/**
 * Service credits of the time that was replayed, under both sets of rules. A reporting period that was
 * replayed in part counts in part. null = no fee is agreed, or they are in two currencies.
 */
export function whatIfCredits(
  periods: { readonly before: PeriodCounts; readonly after: PeriodCounts },
  { before, after }: WhatIfRules['credits'],
  time: Time,
): WhatIfView['credits'] {
  const fees = [before, after].flatMap((terms) => terms?.consequences.fee ?? []);
  const [fee] = fees;
  if (!fee || fees.some(({ currency }) => currency !== fee.currency)) return null;
  const unit = 10 ** fee.decimals;
  return {
    currency: fee.currency,
    before: owed(periods.before, before, time) / unit,
    after: owed(periods.after, after, time) / unit,
  };
}

/** In minor units. */
function owed(periods: PeriodCounts, terms: CreditTerms | null, { since, now }: Time): number {
  if (terms === null) return 0;
  return Object.entries(periods).reduce((sum, [first, counts]) => {
    const { start, end } = reportingPeriodOf(Number(first), terms.every, terms.timeZone);
    const kept = Object.entries(counts).map(
      ([measureId, { met, breached }]) => [measureId, { met, counted: met + breached }] as const,
    );
    const { amountMinor } = creditOf(new Map(kept), terms.consequences);
    const replayed = (Math.min(end, now) - Math.max(start, since)) / (end - start);
    return sum + Math.round((amountMinor ?? 0) * replayed);
  }, 0);
}
