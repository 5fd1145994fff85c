import type { SiteProject, SiteSecurityLevel } from './site-data';
import type { StoredIssue } from './stored-issue';

/** Does the level of an issue let them through? Site administrators have no way past one they are not in. */
export function passesLevel(
  project: SiteProject,
  accountId: string,
  { fields }: Pick<StoredIssue, 'fields'>,
): boolean {
  const level = project.securityLevels?.find(({ id }) => id === fields.security);
  return (
    level === undefined ||
    isInLevel(project, accountId, level) ||
    (level.reporter === true && fields.reporter === accountId) ||
    (level.assignee === true && fields.assignee === accountId)
  );
}

/** Are they in the level whatever the issue? */
export function isInLevel(project: SiteProject, accountId: string, level: SiteSecurityLevel): boolean {
  const roles = level.roles ?? [];
  return (
    roles.some((role) => project.roles[role].includes(accountId)) ||
    (level.accountIds ?? []).includes(accountId)
  );
}
