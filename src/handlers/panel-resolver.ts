import { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { installStarterAgreement } from '../app/install-starter-agreement';
import { publishAgreement } from '../app/publish-agreement';
import { readIssuePanel } from '../app/read-issue-panel';
import type { PublishedAgreement, Result } from '../contract';
import type { PanelDefinitions } from '../contract/definitions';
import { answer, id, issueOf, projectOf } from './answer';
import { exclusionFunctions, previewFunctions } from './functions/exclusion-functions';
import { incidentFunctions } from './functions/incident-functions';
import { pushJobs } from './queue';

// Both payload and extension come from the browser: they only say what is asked for. Whether the caller may
// have it, the verbs ask of Jira.
const installPayload = z.object({ projectId: id.optional() });
const publishPayload = z.object({ projectId: id.optional(), document: z.string() });

// A mapped type has the index signature that @forge/resolver asks for; an interface has none.
type Served = Pick<
  PanelDefinitions,
  | 'readIssuePanel'
  | 'installStarterAgreement'
  | 'proposeExclusion'
  | 'previewExclusion'
  | 'decideExclusion'
  | 'declareIncident'
  | 'revokeIncident'
> & {
  publishAgreement: (payload: { projectId?: string; document: string }) => Result<PublishedAgreement>;
};

export const panelResolver = makeResolver<Served>({
  ...exclusionFunctions('issue-panel'),
  ...previewFunctions('issue-panel'),
  ...incidentFunctions,

  readIssuePanel: (request) =>
    answer(request, async (accountId) => readIssuePanel(issueOf(request), accountId, Date.now())),

  installStarterAgreement: (request) =>
    answer(request, async (publishedBy) => {
      const { projectId = projectOf(request) } = installPayload.parse(request.payload ?? {});
      return installStarterAgreement({ projectId, publishedBy }, pushJobs, Date.now());
    }),

  publishAgreement: (request) =>
    answer(request, async (publishedBy) => {
      const { document, projectId = projectOf(request) } = publishPayload.parse(request.payload);
      return publishAgreement({ projectId, document, publishedBy }, pushJobs, Date.now());
    }),
});
