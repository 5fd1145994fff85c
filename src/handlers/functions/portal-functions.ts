import type { Request } from '@forge/resolver';
import { z } from 'zod';
import { readMyAgreements } from '../../app/read-my-agreements';
import { readPortalAgreement } from '../../app/read-portal-agreement';
import { readPortalRequest } from '../../app/read-portal-request';
import { agreementId, answer, id } from '../answer';
import { pushJobs } from '../queue';

const requestContext = z.object({
  extension: z.object({
    request: z.object({ key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,62}-[1-9]\d{0,14}$/) }),
  }),
});

/** The panel on a request. Its key comes from the browser: whether it is the caller's, Jira is asked. */
export const portalRequestFunctions = {
  readPortalRequest: (request: Request) =>
    answer(request, async (accountId) => {
      const { extension } = requestContext.parse(request.context);
      return readPortalRequest(extension.request.key, accountId, Date.now());
    }),
};

const agreementPayload = z.object({
  projectId: id,
  agreementId,
  version: z.int().min(1).max(1_000_000).optional(),
});

/** The page behind the user menu: what binds the caller, by account or by organization. */
export const portalPageFunctions = {
  readMyAgreements: (request: Request) =>
    answer(request, async (accountId) => readMyAgreements(accountId, pushJobs, Date.now())),

  readPortalAgreement: (request: Request) =>
    answer(request, async (accountId) => {
      const wanted = agreementPayload.parse(request.payload);
      return readPortalAgreement(wanted, accountId, pushJobs, Date.now());
    }),
};
