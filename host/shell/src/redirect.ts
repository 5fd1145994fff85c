import type { SessionView } from '../api';
import type { Route } from './route';

/**
 * Where somebody belongs instead of on this page: customers have the portal, people who work in Jira have
 * Jira. null = they are in the right place.
 */
export function redirectOf(
  route: Route,
  { user, projects }: Pick<SessionView, 'user' | 'projects'>,
): string | null {
  const first = projects[0]?.key;
  const home = first === undefined ? '/' : `/projects/${first}`;
  switch (route.page) {
    case 'home':
      if (user.isCustomer) return '/portal';
      return first === undefined ? null : home;
    case 'list':
    case 'project-app':
    case 'project-settings':
    case 'dashboards':
    case 'dashboard':
      return user.isCustomer ? '/portal' : null;
    case 'issue':
      return user.isCustomer ? `/portal/${encodeURIComponent(route.issueKey)}` : null;
    case 'portal-request':
      return user.isCustomer ? null : `/browse/${encodeURIComponent(route.issueKey)}`;
    case 'portal':
    case 'portal-app':
      return user.isCustomer ? null : home;
    case 'unknown':
      return null;
  }
}
