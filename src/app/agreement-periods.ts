import type { AgreementDocument } from '../agreement/document';
import { reportingPeriods, type IntervalInForce, type ReportingPeriod } from '../engine/reporting-periods';
import type { Instant } from '../engine/instant';
import { readAgreementVersion, type CompiledAgreement } from '../storage/agreement-version';
import { endsAgreement } from './compile-version';
import { agreementDocument } from './shown-text';

export interface VersionWithText {
  readonly compiled: CompiledAgreement;
  readonly document: AgreementDocument;
}

/** Of one agreement by effective date, without those that end it. */
export async function versionsWithText(
  projectId: string,
  versions: readonly CompiledAgreement[],
): Promise<readonly VersionWithText[]> {
  const read = await Promise.all(
    versions
      .filter((compiled) => !endsAgreement(compiled))
      .map(async (compiled) => {
        const { id, version } = compiled.agreement;
        const text = (await readAgreementVersion(projectId, id, version))?.document;
        const document = text === undefined ? null : agreementDocument(text);
        return document === null ? [] : [{ compiled, document }];
      }),
  );
  return read.flat().sort((a, b) => a.compiled.agreement.effectiveFrom - b.compiled.agreement.effectiveFrom);
}

/**
 * The reporting periods of an agreement that have begun by an instant, in order. A version that agrees neither a
 * report nor money leaves the interval as it was; money without a report is reckoned by the month. Without `zone` each
 * version's own counts.
 */
export function periodsOfAgreement(
  versions: readonly VersionWithText[],
  until: Instant,
  zone?: string,
): readonly ReportingPeriod[] {
  const steps = versions.flatMap(({ compiled, document: { report, parties } }): IntervalInForce[] => {
    const { consequences, effectiveFrom: since } = compiled.agreement;
    const every = report?.every ?? (consequences && 'month');
    return every ? [{ since, every, timeZone: zone ?? parties.provider.timeZone }] : [];
  });
  return reportingPeriods(steps, until);
}
