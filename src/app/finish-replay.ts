import type { ServiceReportContent } from '../contract/service-report';
import type { Instant } from '../engine/instant';
import { freezeServiceReport, moveServiceReport, type StoredServiceReport } from '../storage/service-report';
import { forgetServiceReportParts, serviceReportParts } from '../storage/service-report-part';
import { ACCORD, recordAuditOnce } from './audit';
import { canonicalJson, sha256 } from './canonical-json';
import { contentDifferences, type ContentDifference } from './content-differences';
import type { ReportBasis } from './report-basis';
import { reportContent } from './report-content';
import { addTally, emptyTally, type ReportTally } from './report-tally';
import type { ReportWork } from './report-work';

/** Of some hundred tickets each: far below what one answer may hold. */
const PARTS_AT_ONCE = 50;

/**
 * Puts together what all pages of a replay found. Of a draft, that is the content from now on; of a frozen
 * report, it is compared with what was frozen. Answers whether the report has moved on.
 */
export async function finishReplay(
  {
    report,
    work,
    basis,
    projectKey,
  }: {
    readonly report: StoredServiceReport;
    readonly work: ReportWork;
    readonly basis: ReportBasis;
    readonly projectKey: string;
  },
  now: Instant,
): Promise<boolean> {
  const tally = await wholeTally(report, work.replay);
  const content = canonicalJson(await reportContent({ ...report, projectKey }, basis, tally));
  const hash = sha256(content);
  const finished: ReportWork = { ...work, purpose: null, page: null };
  const moved =
    work.purpose === 'draft'
      ? await freezeServiceReport(report, { content, hash, work: JSON.stringify(finished) }, now)
      : await moveServiceReport({
          ...report,
          work: JSON.stringify({
            ...finished,
            reproduction: { at: now, hash, differences: differences(report, content) },
          }),
          running: report.state === 'drafted',
          beatAt: now,
        });
  if (!moved) return false;
  await forgetServiceReportParts({ ...report, replay: work.replay });
  if (work.purpose === 'draft') await recordAuditOnce(report.projectId, entryOf(report, hash), now);
  return true;
}

async function wholeTally(report: StoredServiceReport, replay: number): Promise<ReportTally> {
  const sum = emptyTally();
  for (let after = -1; ;) {
    const parts = await serviceReportParts({ ...report, replay }, after, PARTS_AT_ONCE);
    for (const { content } of parts) addTally(sum, JSON.parse(content) as ReportTally);
    const last = parts.at(-1);
    if (last === undefined || parts.length < PARTS_AT_ONCE) return sum;
    after = last.part;
  }
}

const TAMPERED: ContentDifference = {
  text: 'The text that is kept is not the one that was frozen and signed.',
  issueKey: null,
  exclusionId: null,
};

/** Of what is kept, the hash is checked too: nobody may have changed the row. */
function differences(
  { content: frozen, hash }: StoredServiceReport,
  replayed: string,
): readonly ContentDifference[] {
  if (sha256(frozen) !== hash) return [TAMPERED];
  if (frozen === replayed) return [];
  return contentDifferences(
    JSON.parse(frozen) as ServiceReportContent,
    JSON.parse(replayed) as ServiceReportContent,
  );
}

function entryOf({ agreementId, periodStart }: StoredServiceReport, hash: string) {
  return {
    actor: ACCORD,
    action: 'report-drafted',
    subject: `report:${agreementId}:${periodStart}`,
    text: 'froze the service report of a period',
    facts: { hash, periodStart },
  };
}
