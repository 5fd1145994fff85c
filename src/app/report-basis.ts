import { freeTimes } from '../engine/charged-late-time';
import type { Exclusion } from '../engine/agreement';
import type { FieldId } from '../engine/field-value';
import { compileRules, type Rules } from '../engine/rules';
import { readParticipantsField } from '../jira/read-participants-field';
import { exclusionsAgreedBefore, type StoredExclusion } from '../storage/exclusion';
import type { ServiceReportHead } from '../storage/service-report';
import { exclusionsBeside, exclusionsOf } from './exclusions-of';
import type { ReportSpan } from './report-tally';
import { reportTermsOf, trendPeriods, type ReportTerms } from './report-terms';
import { reportedVersion, versionsPublishedBefore, type ReportedVersion } from './report-versions';

/** What a report is replayed by: what was published and agreed by its instant, however late it is asked. */
export interface ReportBasis {
  readonly reported: ReportedVersion;
  readonly terms: ReportTerms;
  readonly span: ReportSpan;
  /** Agreed beside the agreement. */
  readonly agreed: readonly StoredExclusion[];
  /** A ticket that has exclusions of its own has rules of its own. */
  readonly rulesFor: (issueId: string) => Rules;
  /** Fields to read of a ticket. */
  readonly fields: readonly FieldId[];
}

const NO_ISSUE = '';

/** null = the agreement promised no report by then. */
export async function reportBasis(
  report: Pick<ServiceReportHead, 'projectId' | 'agreementId' | 'periodStart' | 'periodEnd' | 'asOf'>,
): Promise<ReportBasis | null> {
  const { projectId, agreementId, periodStart, periodEnd, asOf } = report;
  const versions = (await versionsPublishedBefore(projectId, asOf)).get(agreementId) ?? [];
  const reported = await reportedVersion(projectId, versions, periodEnd);
  const terms = reported && reportTermsOf(reported.document);
  if (!reported || !terms) return null;
  const compiled = versions.map((one) => one.compiled);
  const agreements = compiled.map(({ agreement }) => agreement);
  const agreed = await exclusionsAgreedBefore({ projectId, agreementId }, asOf);
  const beside = agreed.map((one) => ({ issueId: one.issueId, exclusion: one.compiled }));
  const compile = (more: readonly Exclusion[]) =>
    compileRules(agreements, [...exclusionsOf(compiled), ...more]);
  const common = compile(exclusionsBeside(beside, NO_ISSUE));
  const all = compile(beside.map(({ exclusion }) => exclusion));
  const own = new Set(beside.flatMap(({ issueId }) => issueId ?? []));
  const participants = await readParticipantsField();
  const since = agreements.reduce((first, one) => Math.min(first, one.effectiveFrom), Infinity);
  const { consequences } = reported.published.compiled.agreement;
  return {
    reported,
    terms,
    span: {
      period: { start: periodStart, end: periodEnd },
      trend: trendPeriods(terms, periodStart, since),
      asOf,
      free: consequences ? freeTimes(consequences) : new Map(),
    },
    agreed,
    rulesFor: (issueId) => (own.has(issueId) ? compile(exclusionsBeside(beside, issueId)) : common),
    fields: [...new Set([...all.fields, 'resolution', ...(participants === null ? [] : [participants])])],
  };
}
