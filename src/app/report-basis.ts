import type { ServiceReportContent } from '../contract/service-report';
import { freeTimes } from '../engine/charged-late-time';
import type { Exclusion } from '../engine/agreement';
import type { FieldId } from '../engine/field-value';
import type { Instant } from '../engine/instant';
import { reportingPeriodOf } from '../engine/reporting-period';
import { nearestDay, type ReportingPeriod } from '../engine/reporting-periods';
import { compileRules, type Rules } from '../engine/rules';
import { readParticipantsField } from '../jira/read-participants-field';
import type { CompiledAgreement } from '../storage/agreement-version';
import { exclusionsAgreedBefore, type StoredExclusion } from '../storage/exclusion';
import type { StoredServiceReport } from '../storage/service-report';
import { periodsOfAgreement, versionsWithText } from './agreement-periods';
import { exclusionsBeside, exclusionsOf } from './exclusions-of';
import type { ReportSpan } from './report-tally';
import { reportTermsOf, reportTrend, type ReportTerms } from './report-terms';
import { reportedVersion, versionsPublishedBefore, type ReportedVersion } from './report-versions';

/** What a report is replayed by: what was published and agreed by its instant, however late it is asked. */
export interface ReportBasis {
  readonly reported: ReportedVersion;
  readonly terms: ReportTerms;
  readonly span: ReportSpan;
  /** The share of a whole period that it is: of the fee, so much is due. */
  readonly part: number;
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
  report: Pick<
    StoredServiceReport,
    'projectId' | 'agreementId' | 'periodStart' | 'periodEnd' | 'asOf' | 'content'
  >,
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
  const period = await periodOf(report, terms, compiled);
  return {
    reported,
    terms,
    span: {
      period: { start: periodStart, end: periodEnd },
      trend: reportTrend(period, since, frozenTrend(report)),
      asOf,
      free: consequences ? freeTimes(consequences) : new Map(),
    },
    part: period.part,
    agreed,
    rulesFor: (issueId) => (own.has(issueId) ? compile(exclusionsBeside(beside, issueId)) : common),
    fields: [...new Set([...all.fields, 'resolution', ...(participants === null ? [] : [participants])])],
  };
}

/** Where the periods of its trend begin; none of a report that is not frozen yet or tells no trend. */
function frozenTrend({ content }: Pick<StoredServiceReport, 'content'>): readonly Instant[] {
  if (content === '') return [];
  const [measure] = (JSON.parse(content) as ServiceReportContent).measures;
  return measure?.trend.map(({ start }) => start) ?? [];
}

/** A whole one by the terms at its end, or as the versions that were in force before have it. */
async function periodOf(
  { projectId, periodStart: start, periodEnd: end }: Parameters<typeof reportBasis>[0],
  { every, timeZone }: ReportTerms,
  versions: readonly CompiledAgreement[],
): Promise<ReportingPeriod> {
  const whole = reportingPeriodOf(start, every, timeZone);
  const agreed =
    whole.start === start && whole.end === end
      ? null
      : periodsOfAgreement(await versionsWithText(projectId, versions), start).find(
          (one) => one.start === start && one.end === end,
        );
  return agreed ?? { start, end, every, timeZone, firstDay: nearestDay(start, timeZone), part: 1 };
}
