import type { Request } from '@forge/resolver';
import { z } from 'zod';
import { strayCharacter } from '../app/document-limits';
import { faultOf } from '../app/fault-of';
import type { Failure, Result } from '../contract';
import { failureOf } from './failure-of';
import { pushJobs } from './queue';

/**
 * An id as Jira writes it. No leading zeros: Jira would take them for the same id, the store for another one. No
 * more digits than a number holds exactly: Jira is asked about permissions by number.
 */
export const id = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().regex(/^[1-9]\d{0,14}$/));

/** Forged or mistyped, an id of an agreement names none: no other answer than to one that is missing. */
export const agreementId = z.string().transform((text) => (/^[a-z0-9-]{1,64}$/.test(text) ? text : ''));

/** What people write. */
export function writing(longest: number) {
  return z
    .string()
    .max(longest, `It has at most ${longest} characters.`)
    .superRefine((text, context) => {
      const stray = strayCharacter(text);
      if (stray) context.addIssue(`It holds the character ${stray.name}, which no text may hold.`);
    });
}

/** Of this and the next centuries, in epoch ms: what a calendar can be asked about. */
export const instant = z
  .int()
  .min(0)
  .max(Date.UTC(2999, 11, 31));

const projectContext = z.object({ extension: z.object({ project: z.object({ id }) }) });

/** The project of the module's context. It comes from the browser and only says what is asked for. */
export function projectOf({ context }: Request): string {
  return projectContext.parse(context).extension.project.id;
}

const siteContext = z.object({ siteUrl: z.url({ protocol: /^https?$/ }) });

/** Address of the site, for links in what is read outside it; null = the platform has not told. */
export function siteOf({ context }: Request): string | null {
  const { data } = siteContext.safeParse(context);
  return data ? new URL(data.siteUrl).origin : null;
}

const issueContext = z.object({ extension: z.object({ issue: z.object({ id }) }) });

/** The issue of the panel. It comes from the browser and only says what is asked for. */
export function issueOf({ context }: Request): string {
  return issueContext.parse(context).extension.issue.id;
}

/** Nobody is served unknown: `accountId` is set by the platform, not by the browser. */
export async function answer<T>(
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
  const faults = error.issues.map(({ code, path, message }) => ({
    path: path.join('.'),
    message,
    remedy:
      code === 'too_big' || code === 'custom'
        ? 'Shorten it, or take it out.'
        : 'Reload the page; if it stays, report it.',
  }));
  return { ok: false, code: 'invalid', message: 'The request cannot be understood.', faults };
}
