import { WHOLE, type Consequences, type CreditTier, type PartsPerMillion } from './consequences';

/** What became of a measure's cycles in a period; ongoing ones that are late already count. */
export interface KeptCycles {
  readonly met: number;
  /** Met and breached together. */
  readonly counted: number;
}

export interface MeasureCredit {
  readonly measureId: string;
  readonly met: number;
  readonly counted: number;
  /** The worst tier reached; null = none. */
  readonly tier: CreditTier | null;
  /** Share of the fee before the cap. */
  readonly share: PartsPerMillion;
}

export interface CreditStatement {
  readonly measures: readonly MeasureCredit[];
  /** Sum of the measures' shares. */
  readonly uncapped: PartsPerMillion;
  /** What is owed: the sum, at most the cap, at most the whole fee. */
  readonly share: PartsPerMillion;
  readonly capped: boolean;
  /** In minor units of `currency`; null = no fee is agreed here. */
  readonly amountMinor: number | null;
  readonly currency: string | null;
}

/**
 * The service credit of one reporting period. Of a measure the worst tier reached holds and tiers are not
 * added up; exactly at a tier's limit is not below it; a measure without counted cycles owes nothing. The
 * cap cuts the sum. Money is worked out once, from the share that is owed, and rounded to the nearest minor
 * unit, half of one up. `kept` is by measure id; a measure that is missing there has no counted cycles.
 * Throws on counts that are no whole numbers or where more are met than counted.
 *
 * creditOf(new Map([["uptime", { met: 985, counted: 1000 }]]), { fee: null, cap: null, credits: awsTiers }).share //=> 300_000
 */
export function creditOf(
  kept: ReadonlyMap<string, KeptCycles>,
  { fee, cap, credits }: Consequences,
): CreditStatement {
  const measures = credits.map(({ measureId, tiers }): MeasureCredit => {
    const { met, counted } = kept.get(measureId) ?? { met: 0, counted: 0 };
    if (!Number.isSafeInteger(met) || !Number.isSafeInteger(counted) || met < 0 || met > counted) {
      throw new Error(`${met} of ${counted} cycles of ${measureId} cannot have been met`);
    }
    const tier = worstTier(met, counted, tiers);
    return { measureId, met, counted, tier, share: tier?.credit ?? 0 };
  });
  const uncapped = measures.reduce((sum, { share }) => sum + share, 0);
  const share = Math.min(uncapped, cap ?? WHOLE, WHOLE);
  return {
    measures,
    uncapped,
    share,
    capped: share < uncapped,
    amountMinor: fee === null ? null : shareOfMoney(fee.amountMinor, share),
    currency: fee?.currency ?? null,
  };
}

/** met / counted < below, by multiplying out: no fraction is ever rounded. */
function worstTier(met: number, counted: number, tiers: readonly CreditTier[]): CreditTier | null {
  if (counted === 0) return null;
  const reached = tiers.filter(({ below }) => BigInt(met) * BigInt(WHOLE) < BigInt(below) * BigInt(counted));
  return reached.reduce<CreditTier | null>(
    (worst, tier) => (worst === null || tier.below < worst.below ? tier : worst),
    null,
  );
}

function shareOfMoney(amountMinor: number, share: PartsPerMillion): number {
  const whole = BigInt(WHOLE);
  return Number((BigInt(amountMinor) * BigInt(share) * 2n + whole) / (2n * whole));
}
