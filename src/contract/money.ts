import type { Instant, Interval } from '../engine/instant';
import type { Choice, Counts } from './compliance';

/** Service credits, as the screens see them. Money is in minor units of `currency`, shares are 0..1. */

export interface CreditsView {
  readonly agreementId: string;
  readonly agreementName: string;
  readonly currency: string | null;
  readonly decimals: number;
  /** The current period first, then earlier ones; at most 13. */
  readonly periods: readonly CreditPeriod[];
  /**
   * More clocks run that can cost something: only so many of the current period, and of those before it, are in what
   * is foreseen and in late time that still grows; null = all are.
   */
  readonly onlyFirst: number | null;
  /** null = no money is agreed, or nothing is in force. */
  readonly exposure: ExposureView | null;
}

export interface CreditPeriod extends Interval {
  readonly current: boolean;
  readonly feeMinor: number | null;
  readonly owedMinor: number | null;
  readonly owedShare: number;
  readonly capped: boolean;
  readonly measures: readonly {
    readonly measureId: string;
    readonly name: string;
    readonly counts: Counts;
    readonly target: number | null;
    readonly share: number;
    readonly amountMinor: number | null;
    /** Nothing is owed although a tier was reached, and why: no double counting, earned back. */
    readonly waived: string | null;
  }[];
  /** The arithmetic, line by line, ready to read; the last line is what is owed. */
  readonly lines: readonly StatementLine[];
}

export interface StatementLine {
  readonly text: string;
  readonly share: number | null;
  readonly amountMinor: number | null;
  readonly kind: 'measure' | 'waived' | 'sum' | 'cap' | 'earn-back' | 'owed';
}

/** If nothing moves: what is owed now and at each breach to come until the period ends. */
export interface ExposureView {
  readonly asOf: Instant;
  readonly nowMinor: number;
  readonly steps: readonly {
    readonly at: Instant;
    readonly owedMinor: number;
    /** What breaks then; a key only where the viewer may see the ticket. */
    readonly tickets: readonly { readonly issueKey: string | null; readonly measureName: string }[];
  }[];
  readonly endOfWeekMinor: number;
  readonly endOfWeek: Instant;
  readonly endOfPeriodMinor: number;
  readonly endOfPeriod: Instant;
  /** "If nothing moves, 1,240 EUR by Friday". */
  readonly sentence: string;
}

/** Providers side by side on the same measure. */
export interface ProviderComparison {
  readonly asOf: Instant;
  readonly measureId: string;
  readonly measureName: string;
  /** Measures that can be compared, over all agreements the viewer may see. */
  readonly measures: readonly Choice[];
  readonly from: string;
  readonly to: string;
  readonly providers: readonly ProviderFigures[];
  /** What adjusting did, in a sentence: which mix the figures were brought to, or why they were not. */
  readonly adjustment: string;
}

export interface ProviderFigures {
  readonly projectId: string;
  readonly projectKey: string;
  readonly agreementId: string;
  readonly agreementName: string;
  readonly provider: string;
  readonly customer: string;
  readonly kind: string;
  readonly target: number | null;
  readonly cases: number;
  readonly counts: Counts;
  /** Wilson score interval of 95 %. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** Brought to the priority mix and hours of all providers together; null where strata are missing. */
  readonly adjusted: {
    readonly share: number;
    readonly low: number;
    readonly high: number;
    readonly covered: number;
  } | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly creditsMinor: number | null;
  readonly feeMinor: number | null;
  readonly currency: string | null;
  readonly decimals: number;
  /** More clocks that ask a penalty are late and run on: credits cover only so many; null = all are covered. */
  readonly onlyFirst: number | null;
  /** (fee - credits) / resolved tickets, in minor units. */
  readonly costPerResolvedMinor: number | null;
  readonly resolved: number;
  /** Too few cases to say anything: below 30. */
  readonly few: boolean;
}
