import type { CreditPeriod } from '../contract/money';
import type { ServiceReportContent } from '../contract/service-report';
import type { Consequences } from '../engine/consequences';
import { endsAgreement } from './compile-version';
import { ofPart } from './credit-contract';
import { creditPeriod } from './credit-period';
import type { ReportBasis } from './report-basis';
import { noCounts, type ReportTally } from './report-tally';

/**
 * What is owed for the period by what was known then; null = no credits are agreed. What may be earned back
 * later is still open.
 */
export function reportCredits(
  basis: ReportBasis,
  tally: ReportTally,
  measures: ServiceReportContent['measures'],
): CreditPeriod | null {
  const { period } = basis.span;
  const consequences = termsAtStart(basis);
  if (!consequences) return null;
  const kept = measures.map(({ measureId }) => {
    const counts = tally.periods[measureId]?.[String(period.start)] ?? noCounts();
    const { met, breached, chargedMs } = counts;
    return [measureId, { met, counted: met + breached, chargedMs }] as const;
  });
  return creditPeriod({ period, current: false, kept: new Map(kept), after: [] }, { consequences, measures });
}

/** As the credit statement has it: what was in force when the period began, or came into force first in it. */
function termsAtStart({ reported, span, part }: ReportBasis): Consequences | undefined {
  const own = reported.versions.filter(({ compiled }) => !endsAgreement(compiled));
  const first = own.find(({ compiled }) => compiled.agreement.effectiveFrom < span.period.end);
  const atStart = own.findLast(({ compiled }) => compiled.agreement.effectiveFrom <= span.period.start);
  const consequences = (atStart ?? first)?.compiled.agreement.consequences;
  return consequences && ofPart(consequences, part);
}
