import { WHOLE, type Consequences, type CreditRule, type CreditTier, type PartsPerMillion } from './consequences'; // prettier-ignore
import { earnBackOf, type EarnBackState } from './earn-back';
import { dividedBy, fraction, isLess, lesser, minus, NOTHING, plus, roundedOf, times, type Fraction } from './fraction'; // prettier-ignore
import type { Millis } from './instant';
import type { KeptCycles, KeptInPeriod } from './kept-cycles';

export interface MeasureCredit {
  readonly measureId: string;
  readonly met: number;
  readonly counted: number;
  /** Late time that a penalty is due for; 0 where none is agreed. */
  readonly chargedMs: Millis;
  /** The worst tier reached; null = none, or credits are not by tiers. */
  readonly tier: CreditTier | null;
  /** Share of the fee before the cap, its weight applied; to the nearest millionth, for reading. */
  readonly share: PartsPerMillion;
  /** The same in money; null = no fee is agreed here. */
  readonly amountMinor: number | null;
  /** The measure whose higher credit counts instead; null = this one counts itself. */
  readonly countedWith: string | null;
  /** null = nothing is owed that could be earned back. */
  readonly earnBack: EarnBackState | null;
}

export interface CreditStatement {
  readonly measures: readonly MeasureCredit[];
  /** Sum of the shares that count. */
  readonly uncapped: PartsPerMillion;
  readonly uncappedMinor: number | null;
  readonly capped: boolean;
  /** The sum, at most the cap, at most the whole fee: before anything is earned back. */
  readonly cappedShare: PartsPerMillion;
  readonly cappedMinor: number | null;
  readonly earnedBack: PartsPerMillion;
  readonly earnedBackMinor: number | null;
  /** What is owed in the end. */
  readonly share: PartsPerMillion;
  /** In minor units of `currency`; null = no fee is agreed here. */
  readonly amountMinor: number | null;
  readonly currency: string | null;
}

interface Credit {
  readonly kept: Required<KeptCycles>;
  readonly rule: CreditRule;
  readonly tier: CreditTier | null;
  readonly share: Fraction;
  readonly countedWith: string | null;
  readonly earnBack: EarnBackState | null;
}

/**
 * The service credit of one reporting period. Of a measure the worst tier reached holds and tiers are not
 * added up; exactly at a tier's limit is not below it; a measure without counted cycles owes nothing. Its weight
 * says how much of that counts. Of measures that fail together only the highest credit counts, the first of equal
 * ones. The cap cuts the sum; what is earned back is the measure's part of what the cap left. Shares are exact
 * until money is worked out of what is owed, rounded to the nearest minor unit, half of one up. `after` are the
 * periods that have ended since, in order. Throws on counts that are no whole numbers, where more are met than
 * counted, or where a penalty is agreed and nothing is known of how late breaches were.
 *
 * creditOf(new Map([["uptime", { met: 985, counted: 1000 }]]), { fee: null, cap: null, credits: awsTiers }).share //=> 300_000
 */
export function creditOf(
  kept: KeptInPeriod,
  consequences: Consequences,
  after: readonly KeptInPeriod[] = [],
): CreditStatement {
  const { fee, cap } = consequences;
  const each = consequences.credits.map((rule) => creditByRule(rule, kept.get(rule.measureId), consequences));
  const credits = counted(each, consequences.together ?? []).map((credit) => ({
    ...credit,
    earnBack: credit.countedWith === null && isOwed(credit) ? earnBackOf(credit.rule.measureId, consequences, after) : null, // prettier-ignore
  }));
  const owing = credits.filter(({ countedWith }) => countedWith === null);
  const sum = owing.reduce((all, { share }) => plus(all, share), NOTHING);
  const cut = lesser(sum, millionths(Math.min(cap ?? WHOLE, WHOLE)));
  const back = earnedBack(owing, sum, cut, consequences);
  const owed = minus(cut, back);
  const money = (share: Fraction) => (fee === null ? null : roundedOf(share, fee.amountMinor));
  const [cappedMinor, amountMinor] = [money(cut), money(owed)];
  return {
    measures: credits.map((credit) => measureCredit(credit, money)),
    uncapped: roundedOf(sum, WHOLE),
    uncappedMinor: money(sum),
    capped: isLess(cut, sum),
    cappedShare: roundedOf(cut, WHOLE),
    cappedMinor,
    earnedBack: roundedOf(back, WHOLE),
    earnedBackMinor: cappedMinor === null || amountMinor === null ? null : cappedMinor - amountMinor,
    share: roundedOf(owed, WHOLE),
    amountMinor,
    currency: fee?.currency ?? null,
  };
}

function creditByRule(rule: CreditRule, given: KeptCycles | undefined, { fee }: Consequences): Credit {
  const { measureId } = rule;
  const { met, counted, chargedMs } = given ?? { met: 0, counted: 0, chargedMs: 0 };
  if (!Number.isSafeInteger(met) || !Number.isSafeInteger(counted) || met < 0 || met > counted) {
    throw new Error(`${met} of ${counted} cycles of ${measureId} cannot have been met`);
  }
  const of = (share: Fraction, tier: CreditTier | null = null, late: Millis = 0): Credit => {
    const kept = { met, counted, chargedMs: late };
    return { kept, rule, tier, share, countedWith: null, earnBack: null };
  };
  if ('perBreach' in rule) {
    if (met < counted && chargedMs === undefined) {
      throw new Error(`How late ${counted - met} cycles of ${measureId} were is not known`);
    }
    const { amountMinor, perMs } = rule.perBreach;
    if (fee === null || fee.amountMinor === 0 || !chargedMs) return of(NOTHING, null, chargedMs ?? 0);
    return of(times(fraction(amountMinor, fee.amountMinor), fraction(chargedMs, perMs)), null, chargedMs);
  }
  const weight = millionths(rule.weight ?? WHOLE);
  if ('tiers' in rule) {
    const tier = worstTier(met, counted, rule.tiers);
    return of(times(millionths(tier?.credit ?? 0), weight), tier);
  }
  const target = millionths(rule.shortfallBelow);
  if (counted === 0 || !isLess(fraction(met, counted), target)) return of(NOTHING);
  return of(times(minus(target, fraction(met, counted)), weight));
}

/** Of each group the highest credit stays; that of the others is counted with it. */
function counted(credits: readonly Credit[], groups: readonly (readonly string[])[]): readonly Credit[] {
  return credits.map((credit) => {
    const group = groups.find((ids) => ids.includes(credit.rule.measureId));
    if (!group || !isOwed(credit)) return credit;
    const highest = credits
      .filter(({ rule }) => group.includes(rule.measureId))
      .reduce((best, one) => (isLess(best.share, one.share) ? one : best));
    return highest === credit ? credit : { ...credit, countedWith: highest.rule.measureId };
  });
}

/** The measures that earned their credit back, each its part of what the cap left. */
function earnedBack(
  owing: readonly Credit[],
  sum: Fraction,
  cut: Fraction,
  { earnBack }: Consequences,
): Fraction {
  if (!earnBack || sum.top === 0n) return NOTHING;
  const earned = owing
    .filter((credit) => credit.earnBack?.state === 'earned')
    .reduce((all, { share }) => plus(all, share), NOTHING);
  return times(times(dividedBy(earned, sum), cut), millionths(earnBack.back));
}

function measureCredit(
  { kept, rule, tier, share, countedWith, earnBack }: Credit,
  money: (share: Fraction) => number | null,
): MeasureCredit {
  const { measureId } = rule;
  return { measureId, ...kept, tier, share: roundedOf(share, WHOLE), amountMinor: money(share), countedWith, earnBack }; // prettier-ignore
}

/** met / counted < below, by multiplying out: no fraction is ever rounded. */
function worstTier(met: number, counted: number, tiers: readonly CreditTier[]): CreditTier | null {
  if (counted === 0) return null;
  const reached = tiers.filter(({ below }) => isLess(fraction(met, counted), millionths(below)));
  return reached.reduce<CreditTier | null>(
    (worst, tier) => (worst === null || tier.below < worst.below ? tier : worst),
    null,
  );
}

function isOwed({ share }: Credit): boolean {
  return share.top > 0n;
}

function millionths(share: PartsPerMillion): Fraction {
  return fraction(share, WHOLE);
}
