import type { Instant, Interval } from '../engine/instant';
import type { Consequences } from '../engine/consequences';
import type { CompiledAgreement } from '../storage/agreement-version';
import { periodsOfAgreement, versionsWithText } from './agreement-periods';
import type { PeriodTerms } from './credit-period';
import { termsOf, type AgreementTerms } from './terms-in-force';

/** As good as all that there are: of weeks, more than ten years. */
export const ALL_PERIODS = 600;

/** A reporting period with what follows from targets missed in it; null = nothing does. */
export interface PricedPeriod extends Interval {
  readonly consequences: Consequences | null;
}

/** The published versions of one agreement, read for its credits. */
export interface CreditContract {
  readonly agreementId: string;
  readonly name: string;
  /** The provider's: periods begin and end at its midnight. */
  readonly timeZone: string;
  /** By effective date, without one that ends the agreement. */
  readonly versions: readonly CompiledAgreement[];
  /** The current period first, or the last one of an agreement that has ended. */
  readonly periods: readonly Interval[];
  /** What a period is reckoned by; null = nothing was agreed in money. */
  termsOf(period: Interval): PeriodTerms | null;
}

/**
 * The periods of an agreement that have begun, at most `most`, and their terms: those of the version in force when
 * the period began, of the first period those of the version that came into force in it. That version says how
 * long a period is, too; of one that is cut off by a change of interval the fee is due in part. null = there is no such agreement, or nothing of it has come into force.
 */
export async function creditContractOf(
  projectId: string,
  agreementId: string,
  published: readonly CompiledAgreement[],
  most: number,
  now: Instant,
): Promise<CreditContract | null> {
  const own = published
    .filter(({ agreement }) => agreement.id === agreementId && agreement.effectiveFrom <= now)
    .sort((a, b) => a.agreement.effectiveFrom - b.agreement.effectiveFrom);
  const versions = own.filter(({ agreement }) => agreement.measures.length > 0);
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return null;
  const end = own.at(-1) === last ? now : (own.at(-1)?.agreement.effectiveFrom ?? now) - 1;
  const { timeZone } = last.parties.provider;
  const begun = periodsOfAgreement(await versionsWithText(projectId, versions), end, timeZone);
  const periods = begun.slice(-most).reverse();
  const heldIn = (start: Instant) =>
    versions.findLast(({ agreement }) => agreement.effectiveFrom <= start) ?? first;
  const terms = new Map<CompiledAgreement, AgreementTerms>();
  for (const { start } of periods) {
    const version = heldIn(start);
    if (!terms.has(version)) terms.set(version, await termsOf(projectId, version));
  }
  return {
    agreementId,
    name: last.agreement.name,
    timeZone,
    versions,
    periods,
    termsOf: ({ start }) => {
      const own = creditTerms(terms.get(heldIn(start)));
      const part = periods.find((period) => period.start === start)?.part ?? 1;
      return own && { ...own, consequences: ofPart(own.consequences, part) };
    },
  };
}

/** Those of a contract's periods that are asked for, each by its own terms; in its order. */
export function pricedPeriods(
  { periods, termsOf }: CreditContract,
  isAsked: (period: Interval) => boolean,
): readonly PricedPeriod[] {
  return periods
    .filter(isAsked)
    .map((period) => ({ ...period, consequences: termsOf(period)?.consequences ?? null }));
}

/** What a version says in money; null = nothing. */
export function creditTerms(terms: AgreementTerms | undefined): PeriodTerms | null {
  const consequences = terms?.compiled.agreement.consequences;
  return terms && consequences ? { consequences, measures: terms.measures } : null;
}

/** What is agreed for a whole period, for one that is cut off: the fee in proportion, and with it all shares of it. */
export function ofPart(consequences: Consequences, part: number): Consequences {
  const { fee } = consequences;
  if (fee === null || part === 1) return consequences;
  return { ...consequences, fee: { ...fee, amountMinor: Math.round(fee.amountMinor * part) } };
}
