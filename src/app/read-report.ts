import type { Result } from '../contract';
import type { ServiceReportView } from '../contract/service-report';
import type { Instant } from '../engine/instant';
import type { ServiceReportKey } from '../storage/service-report';
import type { Caller } from './agreement-viewer';
import { notFound } from './refuse';
import { reportAccess } from './report-access';
import { readReportView } from './report-view';

/** One service report: for all who may browse the project in Jira, in the portal for representatives. */
export async function readReport(
  key: ServiceReportKey,
  caller: Caller,
  now: Instant,
): Promise<Result<ServiceReportView>> {
  const access = await reportAccess(key, caller, now);
  const view = access && (await readReportView(key, access, now));
  return view ? { ok: true, value: view } : notFound('report');
}
