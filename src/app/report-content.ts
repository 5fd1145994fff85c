import { targetOf } from '../agreement/target-of';
import { REPORT_PARTS, type ReportPart, type ServiceReportContent } from '../contract/service-report';
import { nearestRank } from '../engine/nearest-rank';
import { countsOf } from './counts-of';
import type { ReportBasis } from './report-basis';
import { reportCredits } from './report-credits';
import { reportExclusions } from './report-exclusions';
import { reportSigns } from './report-signs';
import { reportSignsOfFormat1 } from './report-signs-of-format-1';
import { noCounts, type PeriodTally, type ReportTally, type TalliedBreach } from './report-tally';

/** More would not be read, and the text has to fit a row and an answer. */
const MOST_BREACHES = 500;

/** What is frozen: nothing in it depends on when or how often the replay was made, or on the order of tickets. */
export async function reportContent(
  report: {
    readonly projectId: string;
    readonly projectKey: string;
    readonly agreementId: string;
    /** What is frozen already, as JSON; '' = nothing yet. */
    readonly content: string;
  },
  basis: ReportBasis,
  tally: ReportTally,
): Promise<ServiceReportContent> {
  const { reported, terms, span } = basis;
  const format = formatOf(report.content, tally);
  const { agreement, parties } = reported.published.compiled;
  const parts = reported.document.report?.parts;
  const has = (part: ReportPart) => parts === undefined || parts.includes(part);
  const measures = agreement.measures.map(({ id, name }, place) => {
    const counts = tallyOf(tally, id, span.period.start);
    const times = [...(tally.times[id] ?? [])].sort((a, b) => a - b);
    return {
      measureId: id,
      name,
      target: targetOf(reported.document.measures[place]),
      net: countsOf(counts.met, counts.breached),
      gross: countsOf(counts.grossMet, counts.grossBreached),
      leftOut: counts.leftOut,
      trend: (has('trend') ? span.trend : []).map(({ start }) => {
        const { met, breached } = tallyOf(tally, id, start);
        return { start, net: countsOf(met, breached) };
      }),
      p50: nearestRank(times, 0.5),
      p90: nearestRank(times, 0.9),
      p95: nearestRank(times, 0.95),
    };
  });
  const measured = new Set(measures.map(({ measureId }) => measureId));
  const breaches = has('breaches')
    ? tally.breaches.filter(({ measureId }) => measured.has(measureId)).sort(worstFirst)
    : [];
  return {
    format,
    projectKey: report.projectKey,
    agreementId: report.agreementId,
    agreementName: agreement.name,
    agreementVersion: agreement.version,
    ...(parts && { parts: REPORT_PARTS.filter(has) }),
    provider: parties.provider.name,
    customer: parties.customer.name,
    timeZone: terms.timeZone,
    period: span.period,
    asOf: span.asOf,
    measures,
    breaches: breaches.slice(0, MOST_BREACHES).map((breach) => breachOf(breach, format)),
    breachesOmitted: Math.max(0, breaches.length - MOST_BREACHES),
    exclusions: has('exclusions') ? await reportExclusions(report, basis, tally) : [],
    credits: has('credits') ? reportCredits(basis, tally, measures) : null,
    currency: agreement.consequences?.fee?.currency ?? null,
    watermelon: has('warnings') ? signsOf(format, measures, tally) : [],
    unreadableTickets: tally.unreadable,
  };
}

function signsOf(
  format: ServiceReportContent['format'],
  measures: ServiceReportContent['measures'],
  tally: ReportTally,
): ServiceReportContent['watermelon'] {
  return format === 1 ? reportSignsOfFormat1(tally) : reportSigns(measures, tally);
}

/**
 * Of a report that is frozen, its own: a replay is compared with it. One of which an older deployment tallied a part
 * is frozen as that would have.
 */
function formatOf(frozen: string, { format }: ReportTally): ServiceReportContent['format'] {
  return frozen === '' ? format : (JSON.parse(frozen) as ServiceReportContent).format;
}

type Breach = ServiceReportContent['breaches'][number];

function breachOf({ heldLongest, ...breach }: TalliedBreach, format: ServiceReportContent['format']): Breach {
  if (format < 3 || heldLongest === '') return breach;
  return { ...breach, reason: `${breach.reason} ${heldLongest}` };
}

/** By how late they are, the worst first; one order whatever order they were found in. */
function worstFirst(a: Breach, b: Breach): number {
  const place = ({ issueKey, measureId, cycleNumber }: Breach) => `${issueKey} ${measureId} ${cycleNumber}`;
  return b.lateMs - a.lateMs || a.decidedAt - b.decidedAt || (place(a) < place(b) ? -1 : 1);
}

function tallyOf(tally: ReportTally, measureId: string, start: number): PeriodTally {
  return tally.periods[measureId]?.[String(start)] ?? noCounts();
}
