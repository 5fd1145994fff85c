import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { listEscalations } from '../../app/list-escalations';
import type { ComplianceDefinitions } from '../../contract/definitions';
import { answer, projectOf } from '../answer';

const payload = z.object({ after: z.string().max(40).optional() }).optional();

type Served = Pick<ComplianceDefinitions, 'listEscalations'>;

/** What was done by itself on tickets; for all who may browse the project. */
export const escalationFunctions: Parameters<typeof makeResolver<Served>>[0] = {
  listEscalations: (request) =>
    answer(request, async () => {
      const { after } = payload.parse(request.payload) ?? {};
      return listEscalations({ projectId: projectOf(request), after: after ?? null }, Date.now());
    }),
};
