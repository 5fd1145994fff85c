import { makeResolver, type Request } from '@forge/resolver';
import { z } from 'zod';
import { faultOf } from '../app/fault-of';
import { installStarterAgreement } from '../app/install-starter-agreement';
import { publishAgreement } from '../app/publish-agreement';
import { readIssuePanel } from '../app/read-issue-panel';
import type { Definitions, Failure, Result } from '../contract';
import { failureOf } from './failure-of';
import { pushJobs } from './queue';

// No leading zeros: Jira would take them for the same id, the store for another one.
const id = z.coerce.string().regex(/^[1-9]\d*$/);

// Both payload and extension come from the browser: they only say what is asked for. Whether the caller may
// have it, the verbs ask of Jira.
const issueContext = z.object({ extension: z.object({ issue: z.object({ id }) }) });
const projectContext = z.object({ extension: z.object({ project: z.object({ id }) }) });
const installPayload = z.object({ projectId: id.optional() });
const publishPayload = z.object({ projectId: id.optional(), document: z.string() });

// A mapped type has the index signature that @forge/resolver asks for; an interface has none.
type PanelDefinitions = { [Key in keyof Definitions]: Definitions[Key] };

export const panelResolver = makeResolver<PanelDefinitions>({
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

function projectOf({ context }: Request): string {
  return projectContext.parse(context).extension.project.id;
}

/** Nobody is served unknown: `accountId` is set by the platform, not by the browser. */
async function answer<T>(
  { context }: Request,
  verb: (accountId: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const accountId: unknown = context['accountId'];
  if (typeof accountId !== 'string' || accountId === 'unidentified')
    return { ok: false, code: 'forbidden', message: 'Please log in first.' };
  try {
    return await verb(accountId);
  } catch (error) {
    if (error instanceof z.ZodError) return invalid(error);
    if (faultOf(error).kind === 'not-ready') await pushJobs([{ job: { v: 1, kind: 'migrate' }, delayMs: 0 }]);
    return failureOf(error);
  }
}

function invalid(error: z.ZodError): Failure {
  const faults = error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message,
    remedy: 'Reload the page; if it stays, report it.',
  }));
  return { ok: false, code: 'invalid', message: 'The request cannot be understood.', faults };
}
