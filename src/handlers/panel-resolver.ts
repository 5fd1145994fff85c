import { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { installStarterAgreement } from '../app/install-starter-agreement';
import { readIssuePanel } from '../app/read-issue-panel';
import type { PanelDefinitions } from '../contract/definitions';
import { answer, id, issueOf, projectOf } from './answer';
import { exclusionFunctions, previewFunctions } from './functions/exclusion-functions';
import { incidentFunctions } from './functions/incident-functions';
import { signingAgreementFunctions } from './functions/signing-agreement-functions';
import { pushJobs } from './queue';

// Both payload and extension come from the browser: they only say what is asked for. Whether the caller may
// have it, the verbs ask of Jira.
const installPayload = z.object({ projectId: id.optional() });

// A mapped type has the index signature that @forge/resolver asks for; an interface has none.
type Served = Pick<
  PanelDefinitions,
  | 'readIssuePanel'
  | 'installStarterAgreement'
  | 'signAgreement'
  | 'declineAgreement'
  | 'proposeExclusion'
  | 'previewExclusion'
  | 'decideExclusion'
  | 'declareIncident'
  | 'revokeIncident'
>;

export const panelResolver = makeResolver<Served>({
  ...signingAgreementFunctions('issue-panel'),
  ...exclusionFunctions('issue-panel'),
  ...previewFunctions('issue-panel'),
  ...incidentFunctions,

  readIssuePanel: (request) =>
    answer(request, async (accountId) => readIssuePanel(issueOf(request), accountId, Date.now())),

  installStarterAgreement: (request) =>
    answer(request, async (accountId) => {
      const { projectId = projectOf(request) } = installPayload.parse(request.payload ?? {});
      const installed = { projectId, accountId, place: 'issue-panel' } as const;
      return installStarterAgreement(installed, pushJobs, Date.now());
    }),
});
