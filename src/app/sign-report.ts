import type { Result } from '../contract';
import type { Side } from '../contract/agreement';
import type { ServiceReportView } from '../contract/service-report';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readServiceReport, type ServiceReportKey } from '../storage/service-report';
import { addSignature, reportSubject, signaturesOf } from '../storage/signature';
import type { Caller } from './agreement-viewer';
import { recordAuditOnce } from './audit';
import { conflict, forbidden, notFound } from './refuse';
import { reportAccess } from './report-access';
import { readReportView } from './report-view';

/**
 * Signs a frozen report for the side that the person represents. The signature binds to the hash of the whole
 * content, also of what the person may not see. With both it is signed.
 */
export async function signReport(
  { hash, ...key }: ServiceReportKey & { readonly hash: string },
  caller: Caller,
  now: Instant,
): Promise<Result<ServiceReportView>> {
  const access = await reportAccess(key, caller, now);
  const report = access && (await readServiceReport(key));
  if (!access || !report) return notFound('report');
  const { side } = access;
  if (side === null) return forbidden('Only a representative of a party may sign its service report.');
  if (report.hash === '') return conflict('The report is still being drafted.');
  if (report.hash !== hash)
    return conflict('This is not the report that was frozen. Look at it again first.');
  const subject = reportSubject(key.agreementId, key.periodStart);
  const { accountId: signedBy, place } = caller;
  const signerName = await readPersonName(signedBy);
  const added = await addSignature({
    projectId: key.projectId,
    subject,
    side,
    hash,
    decision: 'signed',
    signedBy,
    signerName,
    signedAt: now,
    place,
    comment: null,
  });
  const signatures = await signaturesOf(key.projectId, [subject]);
  const own = signatures.find((one) => one.side === side);
  if (!added && own?.signedBy !== signedBy)
    return conflict(`${own?.signerName ?? 'Somebody'} has signed it for the ${side} already.`);
  await recordAuditOnce(
    key.projectId,
    entryOf(subject, side, hash, { accountId: signedBy, name: signerName }),
    now,
  );
  const view = await readReportView(key, access, now);
  return view ? { ok: true, value: view } : notFound('report');
}

function entryOf(
  subject: string,
  side: Side,
  hash: string,
  actor: { readonly accountId: string; readonly name: string },
) {
  return {
    actor,
    action: `report-signed-by-${side}`,
    subject,
    text: `signed the service report for the ${side}`,
    facts: { hash },
  };
}
