import type { SiteProject, SiteUser } from './jira/site-data';
import type { Abilities } from './shell/api';

const nothing: Abilities = {
  comment: false,
  commentInternally: false,
  transition: false,
  edit: false,
  attach: false,
  seePanels: false,
};

/** What a person may do with an issue in the shell; null = they may not even see it. */
export function abilitiesOn(project: SiteProject, user: SiteUser, isOwnRequest: boolean): Abilities | null {
  if (user.accountType === 'customer')
    return isOwnRequest ? { ...nothing, comment: true, attach: true } : null;
  const { admin, agent, manager } = project.roles;
  if (admin.includes(user.accountId) || agent.includes(user.accountId)) {
    return {
      comment: true,
      commentInternally: true,
      transition: true,
      edit: true,
      attach: true,
      seePanels: true,
    };
  }
  return manager.includes(user.accountId) || user.siteAdmin ? { ...nothing, seePanels: true } : null;
}

/** Does the project appear in this person's list of projects? */
export function seesProject(project: SiteProject, user: SiteUser): boolean {
  return (
    user.siteAdmin === true || Object.values(project.roles).some((people) => people.includes(user.accountId))
  );
}

/** May this person open the project's settings? */
export function administers(project: SiteProject, user: SiteUser): boolean {
  return user.siteAdmin === true || project.roles.admin.includes(user.accountId);
}

/** The word for what an account is on this site. */
export function roleName(user: SiteUser, projects: readonly SiteProject[]): string {
  if (user.accountType === 'app') return 'App';
  if (user.accountType === 'customer') return 'Customer';
  const has = (role: 'admin' | 'agent' | 'manager'): boolean =>
    projects.some((project) => project.roles[role].includes(user.accountId));
  if (user.siteAdmin || has('admin')) return 'Admin';
  if (has('agent')) return 'Agent';
  return has('manager') ? 'Manager' : 'No role';
}
