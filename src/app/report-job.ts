import type { ServiceReportClaim } from '../storage/service-report';
import type { DelayedJob } from './job';

/** The job that goes on from where a report stands. One for a place the report has left does nothing. */
export function reportJob({
  projectId,
  agreementId,
  periodStart,
  rowVersion,
}: ServiceReportClaim): DelayedJob {
  return {
    job: { v: 1, kind: 'service-report', projectId, agreementId, periodStart, step: rowVersion },
    delayMs: 0,
  };
}
