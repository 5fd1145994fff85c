import type { CreditPeriod } from '../contract/money';
import { WHOLE, type Consequences } from '../engine/consequences';
import { creditOf } from '../engine/credit';
import type { Interval } from '../engine/instant';
import type { KeptInPeriod } from '../engine/kept-cycles';
import { creditLines, waivedWords } from './credit-lines';

/** What a period was reckoned from. */
export interface PeriodAccount {
  readonly period: Interval;
  /** It has not ended yet. */
  readonly current: boolean;
  readonly kept: KeptInPeriod;
  /** Of the periods that have ended since, in order: what may earn a credit back. */
  readonly after: readonly KeptInPeriod[];
}

/** What the version that holds for a period says of its measures. */
export interface PeriodTerms {
  readonly consequences: Consequences;
  readonly measures: readonly {
    readonly measureId: string;
    readonly name: string;
    readonly target: number | null;
  }[];
}

/** The credit statement of one period, with its arithmetic in words. Pure: the same account, the same bytes. */
export function creditPeriod(
  { period, current, kept, after }: PeriodAccount,
  { consequences, measures }: PeriodTerms,
): CreditPeriod {
  const statement = creditOf(kept, consequences, after);
  const nameOf = (id: string) => measures.find(({ measureId }) => measureId === id)?.name ?? id;
  return {
    start: period.start,
    end: period.end,
    current,
    feeMinor: consequences.fee?.amountMinor ?? null,
    owedMinor: statement.amountMinor,
    owedShare: statement.share / WHOLE,
    capped: statement.capped,
    measures: statement.measures.map((credit) => ({
      measureId: credit.measureId,
      name: nameOf(credit.measureId),
      counts: {
        met: credit.met,
        breached: credit.counted - credit.met,
        share: credit.counted === 0 ? null : credit.met / credit.counted,
      },
      target: measures.find(({ measureId }) => measureId === credit.measureId)?.target ?? null,
      share: credit.share / WHOLE,
      amountMinor: credit.amountMinor,
      waived: waivedWords(credit, consequences, nameOf),
    })),
    lines: creditLines(statement, consequences, nameOf),
  };
}
