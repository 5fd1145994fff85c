import type { makeResolver } from '@forge/resolver';
import { checkRollups, rebuildRollups } from '../../app/check-rollups';
import type { ComplianceDefinitions } from '../../contract/definitions';
import { answer, projectOf } from '../answer';
import { pushJobs } from '../queue';

type Served = Pick<ComplianceDefinitions, 'checkRollups' | 'rebuildRollups'>;

/** Are the sums that reports read those of the rows? The project's administrators only. */
export const rollupFunctions: Parameters<typeof makeResolver<Served>>[0] = {
  checkRollups: (request) => answer(request, async () => checkRollups(projectOf(request))),

  rebuildRollups: (request) =>
    answer(request, async () => rebuildRollups(projectOf(request), pushJobs, Date.now())),
};
