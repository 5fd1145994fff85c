import type { WhatIfView } from '../contract/what-if';
import { creditOf } from '../engine/credit';
import type { Instant, Interval } from '../engine/instant';
import type { KeptCycles, KeptInPeriod } from '../engine/kept-cycles';
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
  const { fee } = terms.consequences;
  const replayed = periodsOf(terms, { since, now }).map((period) => ({
    ...period,
    kept: keptOf(periods[String(period.start)] ?? {}),
  }));
  return replayed.reduce((sum, { start, end, kept }, index) => {
    // Of a period in part the fee is due in part; a penalty for a late ticket is due as it is.
    const part = (Math.min(end, now) - Math.max(start, since)) / (end - start);
    const amountMinor = Math.round((fee?.amountMinor ?? 0) * part);
    const consequences = { ...terms.consequences, fee: fee && { ...fee, amountMinor } };
    const after = replayed.slice(index + 1).filter((later) => later.end <= now);
    const statement = creditOf(kept, consequences, after.map((later) => later.kept)); // prettier-ignore
    return sum + (statement.amountMinor ?? 0);
  }, 0);
}

/** Every period of the time replayed, also those in which nothing was counted. */
function periodsOf({ every, timeZone }: CreditTerms, { since, now }: Time): readonly Interval[] {
  const periods: Interval[] = [];
  for (let at = since; at < now; at = periods.at(-1)?.end ?? now) {
    periods.push(reportingPeriodOf(at, every, timeZone));
  }
  return periods;
}

function keptOf(counts: PeriodCounts[string]): KeptInPeriod {
  return new Map(
    Object.entries(counts).map(([measureId, { met, breached, chargedMs }]): [string, KeptCycles] => [
      measureId,
      { met, counted: met + breached, chargedMs: chargedMs ?? 0 },
    ]),
  );
}
