import { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { installStarterAgreement } from '../app/install-starter-agreement';
import { publishAgreement } from '../app/publish-agreement';
import { readIssuePanel } from '../app/read-issue-panel';
import type { PublishedAgreement, Result } from '../contract';
import type { PanelDefinitions } from '../contract/definitions';
import { answer, id, projectOf } from './answer';
import { pushJobs } from './queue';

// Both payload and extension come from the browser: they only say what is asked for. Whether the caller may
// have it, the verbs ask of Jira.
const issueContext = z.object({ extension: z.object({ issue: z.object({ id }) }) });
const installPayload = z.object({ projectId: id.optional() });
const publishPayload = z.object({ projectId: id.optional(), document: z.string() });

// A mapped type has the index signature that @forge/resolver asks for; an interface has none.
type Served = Pick<PanelDefinitions, 'readIssuePanel' | 'installStarterAgreement'> & {
  publishAgreement: (payload: { projectId?: string; document: string }) => Result<PublishedAgreement>;
};

export const panelResolver = makeResolver<Served>({
  readIssuePanel: (request) =>
    answer(request, async () => {
      const { extension } = issueContext.parse(request.context);
      return readIssuePanel(extension.issue.id, Date.now());
    }),

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
