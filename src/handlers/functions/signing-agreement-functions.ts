import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { signAgreement } from '../../app/sign-agreement';
import type { Place } from '../../contract/agreement';
import type { SigningDefinitions } from '../../contract/definitions';
import { agreementId, answer, id, projectOf, writing } from '../answer';
import { pushJobs } from '../queue';

const signPayload = z.object({ projectId: id.optional(), agreementId, hash: z.string().max(64) });
const declinePayload = signPayload.extend({ reason: writing(2_000).pipe(z.string().trim().min(1)) });

type Served = Pick<SigningDefinitions, 'signAgreement' | 'declineAgreement'>;

/** Signing and declining agreements, by representatives on whichever screen they are. */
export function signingAgreementFunctions(place: Place): Parameters<typeof makeResolver<Served>>[0] {
  return {
    signAgreement: (request) =>
      answer(request, async (accountId) => {
        const { projectId = projectOf(request), ...signed } = signPayload.parse(request.payload);
        const decision = {
          ...signed,
          projectId,
          decision: 'signed',
          comment: null,
          accountId,
          place,
        } as const;
        return signAgreement(decision, pushJobs, Date.now());
      }),

    declineAgreement: (request) =>
      answer(request, async (accountId) => {
        const { projectId = projectOf(request), reason, ...declined } = declinePayload.parse(request.payload);
        const why = { decision: 'declined', comment: reason } as const;
        return signAgreement({ ...declined, ...why, projectId, accountId, place }, pushJobs, Date.now());
      }),
  };
}
