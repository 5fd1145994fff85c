import type { ServiceReportContent } from '../../contract/service-report';
import type { Instant } from '../../engine/instant';
import {
  addAgreementVersion,
  readAgreementVersion,
  versionsOfProject,
} from '../../storage/agreement-version';
import { int, text } from '../../storage/column';
import { saveProjectSetting } from '../../storage/project-setting';
import { addServiceReport } from '../../storage/service-report';
import { addSignature, exclusionSubject } from '../../storage/signature';
import { select, write } from '../../storage/statement';
import { canonicalJson, sha256 } from '../canonical-json';
import { compileVersion, latestOf } from '../compile-version';
import { indexParties } from '../index-parties';
import { replayWork } from '../report-work';
import { PROJECT } from './app-on-sample-site';

/** What tests of screens need and no screen does at once. Imported once the runtime is there. */

export { verdictChangesOfIssue } from '../../storage/verdict-change';

/** Puts a document into force as if both parties had signed it. */
export async function putIntoForce(document: string, now: Instant, version = 1): Promise<void> {
  const made = await compileVersion(PROJECT, { text: document, version }, null);
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  const { compiled } = made;
  await addAgreementVersion({
    projectId: PROJECT,
    document,
    compiled,
    publishedAt: now,
    publishedBy: 'lead',
  });
  await indexParties(PROJECT, compiled.agreement.id, now);
}

/** Has an agreement end as if both parties had signed that. */
export async function endFrom(agreementId: string, from: Instant, now: Instant): Promise<void> {
  const latest = latestOf(await versionsOfProject(PROJECT), agreementId);
  if (!latest) throw new Error(`No agreement ${agreementId}`);
  const { compiled } = latest;
  const { version } = compiled.agreement;
  await addAgreementVersion({
    projectId: PROJECT,
    document: (await readAgreementVersion(PROJECT, agreementId, version))?.document ?? '',
    compiled: {
      ...compiled,
      agreement: { ...compiled.agreement, version: version + 1, effectiveFrom: from, measures: [] },
    },
    publishedAt: now,
    publishedBy: 'lead',
  });
}

/** A signature whose signer was cut off before anything followed from it. */
export function signAndFail(
  { exclusionId, hash }: { readonly exclusionId: string; readonly hash: string },
  now: Instant,
): Promise<boolean> {
  return addSignature({
    projectId: PROJECT,
    subject: exclusionSubject(exclusionId),
    side: 'customer',
    hash,
    decision: 'signed',
    signedBy: 'customer',
    signerName: 'Carl Customer',
    signedAt: now,
    place: 'portal-page',
    comment: null,
  });
}

export function hideInPortal(hiddenInPortal: readonly string[], now: Instant): Promise<boolean> {
  const setting = { projectId: PROJECT, rowVersion: 0, approval: 'both', hiddenInPortal } as const;
  return saveProjectSetting(setting, 'lead', now);
}

/** Changes the rows of all reports past everything that would keep it from being changed. */
export async function tamperWithReports(assignments: string): Promise<void> {
  await write(`UPDATE service_report SET ${assignments}`, []);
}

/** Changes what pages of tickets have added to the reports that are being replayed. */
export async function rewriteReportParts(change: (tally: Record<string, unknown>) => void): Promise<void> {
  for (const row of await select('SELECT part, content FROM service_report_part', [])) {
    const tally = JSON.parse(text(row, 'content')) as Record<string, unknown>;
    change(tally);
    await write('UPDATE service_report_part SET content = ? WHERE part = ?', [
      JSON.stringify(tally),
      int(row, 'part'),
    ]);
  }
}

/** As escalations were noted before the beginning of their cycle was. */
export async function forgetBeginnings(): Promise<void> {
  await write(`UPDATE escalation_firing SET begun_at = NULL`, []);
}

/** A report of the first agreement that is frozen and delivered, with nothing in it. */
export async function addFrozenReport(periodStart: Instant, periodEnd: Instant): Promise<{ hash: string }> {
  const content: ServiceReportContent = {
    format: 3,
    projectKey: 'ITS',
    agreementId: 'acme',
    agreementName: 'IT support for Acme',
    agreementVersion: 1,
    provider: 'Northwind',
    customer: 'Acme',
    timeZone: 'Europe/London',
    period: { start: periodStart, end: periodEnd },
    asOf: periodEnd,
    measures: [],
    breaches: [],
    breachesOmitted: 0,
    exclusions: [],
    credits: null,
    currency: null,
    watermelon: [],
    unreadableTickets: 0,
  };
  const hash = sha256(canonicalJson(content));
  const work = { ...replayWork('draft', { total: 0, days: 1 }, null), purpose: null };
  await addServiceReport({
    projectId: PROJECT,
    agreementId: 'acme',
    periodStart,
    periodEnd,
    state: 'delivered',
    content: canonicalJson(content),
    hash,
    asOf: periodEnd,
    dueAt: periodEnd,
    draftedAt: periodEnd,
    deliveredAt: periodEnd,
    issueId: '1',
    issueKey: 'ITS-900',
    work: JSON.stringify(work),
    running: false,
    beatAt: periodEnd,
    rowVersion: 1,
  });
  return { hash };
}
