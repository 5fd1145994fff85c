import type { Failure, Fault } from '../contract';
import { permissionsOnProject } from '../jira/permissions';

/** What is missing and what is not for this person look the same, always: one message for each kind of thing. */
const NOT_FOUND = {
  project: 'There is no such project, or you may not see it.',
  ticket: 'There is no such ticket, or you may not see it.',
  agreement: 'There is no such agreement, or you may not see it.',
  exclusion: 'There is no such exclusion, or you may not see it.',
  report: 'There is no such service report, or you may not see it.',
  'what-if': 'There is no such what-if, or you may not see it.',
} as const;

export function notFound(kind: keyof typeof NOT_FOUND): Failure {
  return { ok: false, code: 'not-found', message: NOT_FOUND[kind] };
}

export function forbidden(message: string): Failure {
  return { ok: false, code: 'forbidden', message };
}

export function conflict(message: string): Failure {
  return { ok: false, code: 'conflict', message };
}

export function invalid(message: string, faults: readonly Fault[] = []): Failure {
  return { ok: false, code: 'invalid', message, faults };
}

/** null = the person who asks administers the project. Jira is asked as that person. */
export async function refuseUnlessAdministers(projectId: string): Promise<Failure | null> {
  const { browse, administer } = await permissionsOnProject(projectId);
  if (administer) return null;
  return browse ? forbidden('Only administrators of the project may do this.') : notFound('project');
}

/** null = the person who asks may see the project in Jira itself; customers of the portal may not. */
export async function refuseUnlessBrowses(projectId: string): Promise<Failure | null> {
  const { browse } = await permissionsOnProject(projectId);
  return browse ? null : notFound('project');
}
