import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { cancelWhatIf } from '../../app/cancel-what-if';
import { readWhatIf } from '../../app/read-what-if';
import { readWhatIfChanges } from '../../app/read-what-if-changes';
import { readWhatIfTicket } from '../../app/read-what-if-ticket';
import { startWhatIf } from '../../app/start-what-if';
import type { SettingsDefinitions } from '../../contract/definitions';
import { answer, id, projectOf } from '../answer';
import { pushJobs } from '../queue';

const DEFAULT_DAYS = 90;
const directions = ['to-met', 'to-breached', 'now-counted', 'no-longer-counted'] as const;
const startPayload = z.object({
  agreementId: z.string().max(64),
  days: z.int().min(1).max(365).default(DEFAULT_DAYS),
});
const runPayload = z.object({ runId: z.string().max(64) });
const changesPayload = runPayload.extend({
  direction: z.enum(directions).optional(),
  after: z.string().max(200).optional(),
});
const ticketPayload = runPayload.extend({ issueId: id });

type Served = Pick<
  SettingsDefinitions,
  'startWhatIf' | 'readWhatIf' | 'cancelWhatIf' | 'readWhatIfChanges' | 'readWhatIfTicket'
>;

/** Trying a draft on past tickets; the project's administrators only. */
export const whatIfFunctions: Parameters<typeof makeResolver<Served>>[0] = {
  startWhatIf: (request) =>
    answer(request, async (accountId) => {
      const { agreementId, days } = startPayload.parse(request.payload);
      const question = { projectId: projectOf(request), agreementId, days, accountId };
      return startWhatIf(question, pushJobs, Date.now());
    }),

  readWhatIf: (request) => answer(request, async () => readWhatIf(projectOf(request))),

  cancelWhatIf: (request) =>
    answer(request, async () => {
      const { runId } = runPayload.parse(request.payload);
      return cancelWhatIf({ projectId: projectOf(request), runId }, Date.now());
    }),

  readWhatIfChanges: (request) =>
    answer(request, async () =>
      readWhatIfChanges({ ...changesPayload.parse(request.payload), projectId: projectOf(request) }),
    ),

  readWhatIfTicket: (request) =>
    answer(request, async () =>
      readWhatIfTicket({ ...ticketPayload.parse(request.payload), projectId: projectOf(request) }),
    ),
};
