import type { Millis } from './instant';

/** A share in millionths: 95 % is 950,000. A whole number, so that comparing shares is exact. */
export type PartsPerMillion = number;

/** The whole, in millionths. */
export const WHOLE: PartsPerMillion = 1_000_000;

/** Attainment below `below` gives `credit`, a share of the fee. */
export interface CreditTier {
  readonly below: PartsPerMillion;
  readonly credit: PartsPerMillion;
}

export interface Fee {
  /** In the smallest unit of the currency: 1,000 euros are 100,000 cents. */
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** How many decimals the currency has: 2 for EUR, 0 for JPY. */
  readonly decimals: number;
}

/** An amount for each `perMs` that a breach is late beyond the first `freeMs`; parts of it in proportion. */
export interface Penalty {
  readonly amountMinor: number;
  readonly perMs: Millis;
  readonly freeMs: Millis;
}

/** What the attainment of a measure costs: by tiers, or every missing percentage point, or by how late it was. */
export type CreditRule = TierRule | ShortfallRule | PenaltyRule;

export interface TierRule {
  readonly measureId: string;
  /** Share of the tier's credit that counts; absent = all of it. */
  readonly weight?: PartsPerMillion;
  /** From the highest `below` to the lowest. */
  readonly tiers: readonly CreditTier[];
}

export interface ShortfallRule {
  readonly measureId: string;
  /** Share of the shortfall that counts; absent = all of it. */
  readonly weight?: PartsPerMillion;
  /** The target: the credit is the target less what was achieved. */
  readonly shortfallBelow: PartsPerMillion;
}

export interface PenaltyRule {
  readonly measureId: string;
  readonly perBreach: Penalty;
}

/** A credit is given back to the provider who does better afterwards. */
export interface EarnBack {
  /** In each of so many following periods the measure must reach what it has to. */
  readonly periods: number;
  /** By measure id; one that is missing cannot earn anything back. */
  readonly reach: Readonly<Record<string, PartsPerMillion>>;
  /** Share of the credit that is given back. */
  readonly back: PartsPerMillion;
}

/** What follows in money when a target is missed. */
export interface Consequences {
  /** Per reporting period; null = credits are shares of a fee that is agreed elsewhere. */
  readonly fee: Fee | null;
  /** All credits of a period together never exceed this share of the fee; null = never more than the fee. */
  readonly cap: PartsPerMillion | null;
  /** Each measure once. */
  readonly credits: readonly CreditRule[];
  /** Measures that fail together: of each group only the highest credit counts. A measure is in one at most. */
  readonly together?: readonly (readonly string[])[];
  readonly earnBack?: EarnBack;
}
