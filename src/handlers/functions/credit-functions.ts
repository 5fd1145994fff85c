import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { readCredits } from '../../app/read-credits';
import type { ComplianceDefinitions } from '../../contract/definitions';
import { answer, projectOf } from '../answer';

const creditsPayload = z.object({ agreementId: z.string().max(64) });

/** What missed targets cost, and what they will; for all who may browse the project. */
export const creditFunctions: Parameters<typeof makeResolver<Pick<ComplianceDefinitions, 'readCredits'>>>[0] =
  {
    readCredits: (request) =>
      answer(request, async () => {
        const { agreementId } = creditsPayload.parse(request.payload);
        return readCredits({ projectId: projectOf(request), agreementId }, Date.now());
      }),
  };
