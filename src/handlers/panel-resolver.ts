import { makeResolver, type Request } from '@forge/resolver';
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

/** What it serves: all that the screens may call. */
export const functions = {
  ...signingAgreementFunctions('issue-panel'),
  ...exclusionFunctions('issue-panel'),
  ...previewFunctions('issue-panel'),
  ...incidentFunctions,

  readIssuePanel: (request: Request) =>
    answer(request, async (accountId) => readIssuePanel(issueOf(request), accountId, Date.now())),

  installStarterAgreement: (request: Request) =>
    answer(request, async (accountId) => {
      const { projectId = projectOf(request) } = installPayload.parse(request.payload ?? {});
      const installed = { projectId, accountId, place: 'issue-panel' } as const;
      return installStarterAgreement(installed, pushJobs, Date.now());
    }),
};

// A mapped type has the index signature that @forge/resolver asks for; an interface has none.
export const panelResolver = makeResolver<Pick<PanelDefinitions, keyof PanelDefinitions>>(functions);
