import { replay } from '../engine/evaluate';
import type { Instant } from '../engine/instant';
import { foldHistory } from '../jira/issue-history';
import { JiraShapeError } from '../jira/raw-issue';
import type { ReadIssue } from '../jira/read-issue';
import { readIssues } from '../jira/read-issues';
import { readWorkItemType } from '../jira/read-work-item-type';
import { searchIssueIds } from '../jira/search-issues';
import { moveServiceReport, type StoredServiceReport } from '../storage/service-report';
import { saveServiceReportPart } from '../storage/service-report-part';
import { finishReplay } from './finish-replay';
import { historyUntil } from './history-until';
import { reportBasis, type ReportBasis } from './report-basis';
import { reportJql } from './report-jql';
import { emptyTally, tallyTicket, type ReportTally } from './report-tally';
import { workOf } from './report-work';
import { withoutReports } from './report-work-item';

/** Some seconds of Jira's time; a function may take two minutes. */
const TICKETS_PER_PAGE = 200;

/**
 * Replays one page of a project's tickets as of the report's instant; after the last one, what all pages found
 * is put together. Answers whether the report has moved on.
 */
export async function replayReportPage(report: StoredServiceReport, now: Instant): Promise<boolean> {
  const { projectId } = report;
  const work = workOf(report);
  const basis = await reportBasis(report);
  if (basis === null)
    throw new Error(`The agreement ${report.agreementId} promises no report of this period`);
  const { issueIds, nextPage } = await searchIssueIds(reportJql(projectId, work.days), work.page, {
    size: TICKETS_PER_PAGE,
  });
  const issues = await readIssues(issueIds, 'app', { fields: basis.fields });
  const tally = emptyTally();
  for (const issue of await withoutReports(issues))
    if (issue.projectId === projectId) tallyIssue(tally, issue, basis);
  await saveServiceReportPart({
    ...report,
    replay: work.replay,
    part: work.part,
    content: JSON.stringify(tally),
  });
  const done = work.done + issueIds.length;
  const moved = { ...work, page: nextPage, part: work.part + 1, done, problem: null, notBefore: null };
  if (nextPage !== null) return moveServiceReport({ ...report, work: JSON.stringify(moved), beatAt: now });
  const { projectKey } = await readWorkItemType(projectId);
  return finishReplay({ report, work: moved, basis, projectKey }, now);
}

function tallyIssue(tally: ReportTally, issue: ReadIssue, { rulesFor, span }: ReportBasis): void {
  try {
    const history = historyUntil(foldHistory(issue), span.asOf);
    if (history !== null) tallyTicket(tally, history, replay(rulesFor(issue.id), history, span.asOf), span);
  } catch (error) {
    if (!(error instanceof JiraShapeError)) throw error;
    console.warn(error.message);
    tally.unreadable++;
  }
}
