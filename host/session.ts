import type { Request, Response } from 'express';
import type { LocalJira } from './jira/local-jira-api';
import type { SiteUser } from './jira/site-data';

/** Who one is in the shell is a choice, kept in a cookie; the local site has no passwords. */
const cookieName = 'local-jira-user';

/** The person of a request; null when none was chosen or the chosen one is gone. */
export function personOf(request: Request, jira: LocalJira): SiteUser | null {
  const wanted = cookie(request.headers.cookie ?? '', cookieName) ?? request.get('x-local-jira-user');
  return jira.accounts().find(({ accountId }) => accountId === wanted) ?? null;
}

export function choosePerson(response: Response, user: SiteUser): void {
  response.cookie(cookieName, user.accountId, { sameSite: 'strict', path: '/', maxAge: 365 * 86_400_000 });
}

/** Who one is at first: somebody who works on tickets. */
export function firstPerson(jira: LocalJira): SiteUser {
  const accounts = jira.accounts();
  const agents = new Set(jira.projects().flatMap((project) => project.roles.agent));
  const first = accounts.find(({ accountId }) => agents.has(accountId)) ?? accounts[0];
  if (!first) throw new Error('The site has no users.');
  return first;
}

function cookie(header: string, name: string): string | undefined {
  const pair = header.split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  if (pair === undefined) return undefined;
  try {
    return decodeURIComponent(pair.slice(name.length + 1));
  } catch {
    return undefined;
  }
}
