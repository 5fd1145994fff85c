import type { Request } from '@forge/resolver';
import { z } from 'zod';
import { declareIncident } from '../../app/declare-incident';
import { revokeIncident } from '../../app/revoke-incident';
import { agreementId, answer, instant, issueOf, writing } from '../answer';
import { pushJobs } from '../queue';

const declaration = z.object({
  agreementId,
  clause: writing(20_000),
  reason: writing(20_000),
  from: instant,
  to: instant.nullable(),
  rowVersion: z.int().min(1).nullable(),
});
const revocation = z.object({ rowVersion: z.int().min(1) });

/** Declaring the ticket of the panel a major incident. */
export const incidentFunctions = {
  declareIncident: (request: Request) =>
    answer(request, async (accountId) => {
      const given = declaration.parse(request.payload);
      return declareIncident(issueOf(request), given, accountId, pushJobs, Date.now());
    }),

  revokeIncident: (request: Request) =>
    answer(request, async (accountId) => {
      const { rowVersion } = revocation.parse(request.payload);
      return revokeIncident({ issueId: issueOf(request), rowVersion }, accountId, Date.now());
    }),
};
