import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { exportAgreement, printAgreement } from '../../app/export-agreement';
import { listAgreements } from '../../app/list-agreements';
import { readAgreement } from '../../app/read-agreement';
import type { ReadingDefinitions } from '../../contract/definitions';
import { agreementId, answer, projectOf } from '../answer';
import { pushJobs } from '../queue';

const version = z.int().min(1).max(1_000_000);
const agreementPayload = z.object({ agreementId, version: version.optional() });
const versionPayload = z.object({ agreementId, version });

type Served = Pick<
  ReadingDefinitions,
  'listAgreements' | 'readAgreement' | 'exportAgreement' | 'printAgreement'
>;

/** Reading agreements, for all who may see the project in Jira. */
export const readingFunctions: Parameters<typeof makeResolver<Served>>[0] = {
  listAgreements: (request) =>
    answer(request, async (accountId) =>
      listAgreements({ projectId: projectOf(request), accountId }, pushJobs, Date.now()),
    ),

  readAgreement: (request) =>
    answer(request, async (accountId) => {
      const asked = { ...agreementPayload.parse(request.payload), projectId: projectOf(request), accountId };
      return readAgreement(asked, pushJobs, Date.now());
    }),

  exportAgreement: (request) =>
    answer(request, async () =>
      exportAgreement({ ...versionPayload.parse(request.payload), projectId: projectOf(request) }),
    ),

  printAgreement: (request) =>
    answer(request, async (accountId) => {
      const asked = { ...agreementPayload.parse(request.payload), projectId: projectOf(request), accountId };
      return printAgreement(asked, pushJobs, Date.now());
    }),
};
