import type { WhatIfView } from '../contract/what-if';
import { creditOf } from '../engine/credit';
import type { KeptCycles, KeptInPeriod } from '../engine/kept-cycles';
import type { PricedPeriod } from './credit-contract';
import type { PricedSides, ReplayedTime } from './priced-periods';
import type { PeriodCounts } from './what-if-tally';

/**
 * Service credits of the time that was replayed, under both sets of rules, each period by its own terms. A
 * reporting period that was replayed in part counts in part. null = no fee is agreed, or they are in two currencies.
 */
export function whatIfCredits(
  periods: { readonly before: PeriodCounts; readonly after: PeriodCounts },
  { before, after }: PricedSides,
  time: ReplayedTime,
): WhatIfView['credits'] {
  const fees = [...before, ...after].flatMap(({ consequences }) => consequences?.fee ?? []);
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
function owed(periods: PeriodCounts, priced: readonly PricedPeriod[], { since, now }: ReplayedTime): number {
  const replayed = priced.map((period) => ({ ...period, kept: keptOf(periods[String(period.start)] ?? {}) }));
  return replayed.reduce((sum, { start, end, kept, consequences: terms }, index) => {
    if (terms === null) return sum;
    const { fee } = terms;
    // Of a period in part the fee is due in part; a penalty for a late ticket is due as it is.
    const part = (Math.min(end, now) - Math.max(start, since)) / (end - start);
    const amountMinor = Math.round((fee?.amountMinor ?? 0) * part);
    const consequences = { ...terms, fee: fee && { ...fee, amountMinor } };
    const after = replayed.slice(index + 1).filter((later) => later.end <= now);
    const statement = creditOf(kept, consequences, after.map((later) => later.kept)); // prettier-ignore
    return sum + (statement.amountMinor ?? 0);
  }, 0);
}

function keptOf(counts: PeriodCounts[string]): KeptInPeriod {
  return new Map(
    Object.entries(counts).map(([measureId, { met, breached, chargedMs }]): [string, KeptCycles] => [
      measureId,
      { met, counted: met + breached, chargedMs: chargedMs ?? 0 },
    ]),
  );
}
