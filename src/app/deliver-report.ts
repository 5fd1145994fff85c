import type { ServiceReportContent } from '../contract/service-report';
import type { Instant } from '../engine/instant';
import { createReportIssue, findReportIssue, type CreatedIssue } from '../jira/create-issue';
import { JiraError, type JiraErrorCode } from '../jira/jira-error';
import { notifyPeople, type Notice } from '../jira/notify-people';
import { readWorkItemType } from '../jira/read-work-item-type';
import { readAgreementVersion } from '../storage/agreement-version';
import { moveServiceReport, type StoredServiceReport } from '../storage/service-report';
import { agreementOutline, signersOf } from '../agreement/agreement-outline';
import { MOST_RETRIES } from './after-step-fault';
import { ACCORD, recordAuditOnce } from './audit';
import { reportDescription } from './report-description';
import { periodWords } from './report-words';
import { workOf } from './report-work';
import { reportMark } from './report-work-item';
import { agreementDocument } from './shown-text';

const HOUR_MS = 3_600_000;
/** Of Jira's words on a refusal. */
const LONGEST_SAID = 500;
/** Each pause is longer than the one before it by so much: three seconds in all. */
const PAUSE_MS = 500;
const MOST_PAUSES = 3;

/** A frozen report that one caller alone may tell the parties of; `asked` = Jira may have its work item already. */
export interface ClaimedDelivery {
  readonly report: StoredServiceReport;
  readonly asked: boolean;
}

/** Before Jira is asked for anything, that is written down; null = somebody else came first. */
export async function claimDelivery(
  report: StoredServiceReport,
  now: Instant,
): Promise<ClaimedDelivery | null> {
  const { creating: asked, ...work } = workOf(report);
  const claim = { ...work, creating: true, problem: null, said: null, notBefore: null };
  const claimed = { ...report, work: JSON.stringify(claim), beatAt: now };
  if (!(await moveServiceReport(claimed))) return null;
  return { report: { ...claimed, rowVersion: report.rowVersion + 1 }, asked };
}

/**
 * Tells the parties of a frozen report, in two steps: creates its work item, and has Jira mail those it is for.
 * Whoever comes after a crash looks for the work item first: there is one. The mail is owed from when the work
 * item is known until Jira has been asked: whoever comes after a crash sends it. Answers whether the report has
 * moved on.
 */
export async function deliverReport({ report, asked }: ClaimedDelivery, now: Instant): Promise<boolean> {
  const work = workOf(report);
  if (work.mailOwed) return sendOwedMail(report, now);
  if (report.state !== 'drafted') return moveServiceReport({ ...report, running: false, beatAt: now });
  const content = JSON.parse(report.content) as ServiceReportContent;
  const known = asked ? await findReportIssue(report.projectId, reportMark(report).id) : null;
  const issue = known ?? (await createUnlessRefused(report, content, now));
  if (issue === null) return false;
  return moveServiceReport({
    ...report,
    ...issue,
    state: 'delivered',
    deliveredAt: now,
    work: JSON.stringify({ ...work, mailOwed: true, failedTries: 0 }),
    beatAt: now,
  });
}

async function sendOwedMail(report: StoredServiceReport, now: Instant): Promise<boolean> {
  const { projectId, agreementId, periodStart, issueId, issueKey } = report;
  if (issueId === null || issueKey === null) throw new Error('A report that was delivered has no work item');
  const content = JSON.parse(report.content) as ServiceReportContent;
  const to = await recipients(projectId, content);
  const work = workOf(report);
  const notice = {
    subject: titleOf(content),
    lines: [
      'The service report is ready to be read and signed.',
      `See ${issueKey}, and Service reports on the compliance page or in the portal.`,
    ],
  };
  const mailed = await mail(issueId, to, notice, work.failedTries ?? 0);
  const done = JSON.stringify({ ...work, mailOwed: false, mailed, failedTries: 0 });
  // At once: whatever fails from here on, nobody is mailed again.
  const moved = await moveThoughRefused({ ...report, work: done, running: false, beatAt: now });
  await recordAuditOnce(
    projectId,
    {
      actor: ACCORD,
      action: 'report-delivered',
      subject: `report:${agreementId}:${periodStart}`,
      text: `delivered the service report as ${issueKey}${mailed ? ' and had Jira mail the representatives' : ''}`,
      facts: { issueKey, recipients: to.length, mailed },
    },
    now,
  );
  return moved;
}

/** Tries a few times, for seconds, to write down what cannot be undone. Done twice, it counts once. */
async function moveThoughRefused(to: StoredServiceReport): Promise<boolean> {
  for (let pauses = 1; ; pauses++) {
    try {
      return await moveServiceReport(to);
    } catch (error) {
      if (pauses > MOST_PAUSES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauses * PAUSE_MS));
  }
}

/** null = Jira has refused, so there is none; it is tried again in an hour. */
async function createUnlessRefused(
  report: StoredServiceReport,
  content: ServiceReportContent,
  now: Instant,
): Promise<CreatedIssue | null> {
  try {
    return await create(report, content);
  } catch (error) {
    const problem = error instanceof JiraError ? refusalOf(error.code) : null;
    if (!(error instanceof JiraError) || problem === null) throw error;
    console.error(error);
    const said = error.said.slice(0, LONGEST_SAID) || null;
    const work = JSON.stringify({ ...workOf(report), creating: false, problem, said });
    await moveServiceReport({ ...report, work, beatAt: now + HOUR_MS });
    return null;
  }
}

/** Why Jira refuses the work item; null = it does not, but could not answer: there may be one. */
function refusalOf(code: JiraErrorCode): string | null {
  switch (code) {
    case 'forbidden':
    case 'not-found':
      return 'Accord may not create a work item in this project: Jira asks for the permissions to browse it and to create work items. It is tried again every hour.';
    case 'failed':
      return 'Jira refuses the work item of this report. It is tried again every hour.';
    case 'busy':
    case 'down':
      return null;
  }
}

function titleOf(content: ServiceReportContent): string {
  return `Service report: ${content.agreementName}, ${periodWords(content)}`;
}

async function create(report: StoredServiceReport, content: ServiceReportContent): Promise<CreatedIssue> {
  const { projectId, hash } = report;
  const { issueTypeId } = await readWorkItemType(projectId);
  return createReportIssue({
    projectId,
    issueTypeId,
    // Jira takes 255 characters.
    summary: [...titleOf(content)].slice(0, 255).join(''),
    description: reportDescription(content, hash),
    mark: reportMark(report),
  });
}

/**
 * Jira leaves out who may not see the work item; false when that leaves nobody, or Jira refuses. Throws where it is
 * busy, and where it could not answer, but no more than twice: each time it may have mailed all the same.
 */
async function mail(
  issueId: string,
  accountIds: readonly string[],
  notice: Notice,
  failedTries: number,
): Promise<boolean> {
  if (accountIds.length === 0) return false;
  const to = { assignee: false, reporter: false, accountIds, groupIds: [] };
  try {
    await notifyPeople(issueId, to, notice);
    return true;
  } catch (error) {
    if (!(error instanceof JiraError) || error.code === 'busy') throw error;
    if (error.code === 'down' && failedTries < MOST_RETRIES) throw error;
    console.warn(error.message);
    return false;
  }
}

/**
 * Accounts of those the agreement names as readers and author of its report; of a party of which it names nobody, of
 * all representatives: both parties are told.
 */
async function recipients(
  projectId: string,
  { agreementId, agreementVersion }: ServiceReportContent,
): Promise<readonly string[]> {
  const version = await readAgreementVersion(projectId, agreementId, agreementVersion);
  const outline = version && agreementOutline(version.document);
  if (!outline) return [];
  const report = agreementDocument(version.document)?.report;
  const named = new Set(report ? [...report.to, report.by] : []);
  const accounts = [outline.provider, outline.customer].flatMap((party) => {
    const signers = signersOf(party);
    const own = signers.filter(({ name }) => named.has(name));
    return own.length > 0 ? own : signers;
  });
  return [...new Set(accounts.map(({ accountId }) => accountId))];
}
