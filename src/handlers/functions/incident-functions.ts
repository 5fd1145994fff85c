import type { Request } from '@forge/resolver';
import { z } from 'zod';
import { declareIncident } from '../../app/declare-incident';
import { revokeIncident } from '../../app/revoke-incident';
import { agreementId, answer, issueOf } from '../answer';
import { pushJobs } from '../queue';

const declaration = z.object({
  agreementId,
  clause: z.string().max(20_000),
  reason: z.string().max(20_000),
  from: z.int(),
  to: z.int().nullable(),
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
