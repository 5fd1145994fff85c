import type { Result } from '../contract';
import type { ServiceReportView } from '../contract/service-report';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readServiceReport, type ServiceReportHead, type ServiceReportKey } from '../storage/service-report';
import type { Caller } from './agreement-viewer';
import { beginReport } from './begin-report';
import type { PushJobs } from './job';
import { forbidden, invalid, notFound } from './refuse';
import { mayDraft, reportAccess } from './report-access';
import { reportJob } from './report-job';
import { readReportView } from './report-view';
import { workOf } from './report-work';
import { SILENCE_MS } from './revive-reports';

/**
 * Begins the report of a past period; of one that waits, its next step is tried at once, unless Jira has asked to
 * wait. For administrators and the representative who writes it.
 */
export async function draftReport(
  key: ServiceReportKey,
  caller: Caller,
  push: PushJobs,
  now: Instant,
): Promise<Result<ServiceReportView>> {
  const access = await reportAccess(key, caller, now);
  if (!access) return notFound('agreement');
  if (!mayDraft(access))
    return forbidden(
      'Only administrators of the project and the one who writes it may have a report drafted.',
    );
  const known = await readServiceReport(key);
  if (known && mayGoOn(known, now)) await push([reportJob(known)]);
  if (!known) {
    const by = { accountId: caller.accountId, name: await readPersonName(caller.accountId) };
    switch (await beginReport(key, push, now, by)) {
      case 'not-promised':
        return invalid('The agreement promises no report of such a period.');
      case 'not-over':
        return invalid('The period has not ended yet.');
      case 'too-soon':
        return invalid('The agreement came into being only just now. Try again in two minutes.');
      case 'begun':
      case 'there':
    }
  }
  const view = await readReportView(key, access, now);
  return view ? { ok: true, value: view } : notFound('report');
}

/** Pages replayed twice count once; a mail that somebody is having sent would be sent twice. */
function mayGoOn(report: ServiceReportHead, now: Instant): boolean {
  const { purpose, problem, notBefore } = workOf(report);
  if (!report.running || (notBefore ?? 0) > now) return false;
  return purpose !== null || problem !== null || report.beatAt <= now - SILENCE_MS;
}
