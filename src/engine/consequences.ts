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

/** What follows in money when a target is missed. */
export interface Consequences {
  /** Per reporting period; null = credits are shares of a fee that is agreed elsewhere. */
  readonly fee: Fee | null;
  /** All credits of a period together never exceed this share of the fee; null = never more than the fee. */
  readonly cap: PartsPerMillion | null;
  /** Each measure once; tiers from the highest `below` to the lowest. */
  readonly credits: readonly { readonly measureId: string; readonly tiers: readonly CreditTier[] }[];
}
