import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { createAgreement } from '../../app/create-agreement';
import { deleteDraft } from '../../app/delete-draft';
import { exportDraft } from '../../app/export-agreement';
import { proposeAgreement } from '../../app/propose-agreement';
import { readAudit } from '../../app/read-audit';
import { readCreationChoices } from '../../app/read-creation-choices';
import { readDraft } from '../../app/read-draft';
import { readSettings } from '../../app/read-settings';
import { restoreVersion } from '../../app/restore-version';
import { retireAgreement } from '../../app/retire-agreement';
import { saveDraft } from '../../app/save-draft';
import { saveSettings } from '../../app/save-settings';
import { verifyAudit } from '../../app/verify-audit';
import { withdrawProposal } from '../../app/withdraw-proposal';
import type { SettingsDefinitions } from '../../contract/definitions';
import type { AgreementDraft } from '../../contract/document';
import type { DraftContent } from '../../contract/draft';
import { agreementId, answer, id, projectOf, writing } from '../answer';
import { pushJobs } from '../queue';

const revision = z.int().min(1);
const date = z.string().max(64);

// Any named values: what is wrong with them is told by the checks of the document, not of the request.
const document = z.custom<AgreementDraft>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const text = z.object({ text: z.string() });

/** What is saved or looked at. */
export const draftContent: z.ZodType<DraftContent> = z.union([text, z.object({ document })]);

const sourcePayload = z.object({
  source: z.discriminatedUnion('from', [
    z.object({
      from: z.literal('preset'),
      preset: z.enum(['it-service-desk', 'hr', 'customer-support', 'outsourced-provider', 'internal-ola']),
    }),
    z.object({ from: z.literal('copy'), projectId: id.optional(), agreementId }),
    text.extend({ from: z.literal('text') }),
  ]),
});
const agreementPayload = z.object({ agreementId });
const savePayload = z.object({ agreementId, revision, content: draftContent });
const deletePayload = z.object({ agreementId, revision });
const proposePayload = z.object({
  agreementId,
  revision,
  effectiveFrom: date.optional(),
  note: writing(2_000).pipe(z.string().trim()).optional(),
});
const withdrawPayload = z.object({ agreementId, hash: z.string().max(64) });
const restorePayload = z.object({ agreementId, version: z.int().min(1), effectiveFrom: date });
const retirePayload = z.object({ agreementId, from: date });
const settingsPayload = z.object({
  settings: z.object({
    rowVersion: z.int().min(0),
    approval: z.enum(['both', 'provider']),
    hiddenInPortal: z.array(writing(129)).max(1000),
  }),
});
const auditPayload = z.object({ before: z.int().min(1).optional() });

type Served = Pick<
  SettingsDefinitions,
  | 'readCreationChoices'
  | 'createAgreement'
  | 'readDraft'
  | 'saveDraft'
  | 'deleteDraft'
  | 'exportDraft'
  | 'proposeAgreement'
  | 'withdrawProposal'
  | 'restoreVersion'
  | 'retireAgreement'
  | 'readSettings'
  | 'saveSettings'
  | 'readAudit'
  | 'verifyAudit'
>;

/** Writing, proposing and ending agreements; the project's administrators only. */
export const agreementFunctions: Parameters<typeof makeResolver<Served>>[0] = {
  readCreationChoices: (request) => answer(request, async () => readCreationChoices(projectOf(request))),

  createAgreement: (request) =>
    answer(request, async (accountId) => {
      const { source } = sourcePayload.parse(request.payload);
      return createAgreement({ projectId: projectOf(request), source, accountId }, Date.now());
    }),

  readDraft: (request) =>
    answer(request, async (accountId) => {
      const asked = { ...agreementPayload.parse(request.payload), projectId: projectOf(request), accountId };
      return readDraft(asked, Date.now());
    }),

  saveDraft: (request) =>
    answer(request, async (accountId) => {
      const saving = { ...savePayload.parse(request.payload), projectId: projectOf(request), accountId };
      return saveDraft(saving, Date.now());
    }),

  deleteDraft: (request) =>
    answer(request, async (accountId) => {
      const deleted = { ...deletePayload.parse(request.payload), projectId: projectOf(request), accountId };
      return deleteDraft(deleted, Date.now());
    }),

  exportDraft: (request) =>
    answer(request, async () =>
      exportDraft({ ...agreementPayload.parse(request.payload), projectId: projectOf(request) }),
    ),

  proposeAgreement: (request) =>
    answer(request, async (accountId) => {
      const { note, ...payload } = proposePayload.parse(request.payload);
      const proposed = { ...payload, note: note || null, projectId: projectOf(request), accountId };
      return proposeAgreement(proposed, pushJobs, Date.now());
    }),

  withdrawProposal: (request) =>
    answer(request, async (accountId) => {
      const payload = withdrawPayload.parse(request.payload);
      return withdrawProposal({ ...payload, projectId: projectOf(request), accountId }, pushJobs, Date.now());
    }),

  restoreVersion: (request) =>
    answer(request, async (accountId) => {
      const payload = restorePayload.parse(request.payload);
      return restoreVersion({ ...payload, projectId: projectOf(request), accountId }, pushJobs, Date.now());
    }),

  retireAgreement: (request) =>
    answer(request, async (accountId) => {
      const payload = retirePayload.parse(request.payload);
      return retireAgreement({ ...payload, projectId: projectOf(request), accountId }, pushJobs, Date.now());
    }),

  readSettings: (request) => answer(request, async () => readSettings(projectOf(request))),

  saveSettings: (request) =>
    answer(request, async (accountId) => {
      const { settings } = settingsPayload.parse(request.payload);
      return saveSettings({ projectId: projectOf(request), settings, accountId }, Date.now());
    }),

  readAudit: (request) =>
    answer(request, async () => {
      const { before } = auditPayload.parse(request.payload ?? {});
      return readAudit({ projectId: projectOf(request), before });
    }),

  verifyAudit: (request) => answer(request, async () => verifyAudit(projectOf(request))),
};
