import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';
import type { HistoryAction } from '../../bridge/frame-history';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'list'; readonly projectKey: string; readonly search: URLSearchParams }
  | { readonly page: 'issue'; readonly issueKey: string }
  | { readonly page: 'project-app'; readonly projectKey: string; readonly moduleKey: string }
  | { readonly page: 'project-settings'; readonly projectKey: string; readonly moduleKey: string | null }
  | { readonly page: 'portal'; readonly search: URLSearchParams }
  | { readonly page: 'portal-request'; readonly issueKey: string }
  | { readonly page: 'portal-app'; readonly moduleKey: string }
  | { readonly page: 'dashboards' }
  | { readonly page: 'dashboard'; readonly dashboardId: string }
  | { readonly page: 'unknown' };

const moved = 'local-jira:moved';
const unknown: Route = { page: 'unknown' };

/** The page that the address names. What follows the key of a module with pages is the module's own. */
export function readRoute(pathname: string, search: string): Route {
  const [place = '', ...rest] = pathname.split('/').slice(1).map(decoded);
  switch (place) {
    case '':
      return { page: 'home' };
    case 'browse':
      return rest[0] && ends(rest, 1) ? { page: 'issue', issueKey: rest[0] } : unknown;
    case 'projects':
      return projectRoute(rest, search);
    case 'portal':
      return portalRoute(rest, search);
    case 'dashboards':
      if (ends(rest, 0)) return { page: 'dashboards' };
      return rest[0] && ends(rest, 1) ? { page: 'dashboard', dashboardId: rest[0] } : unknown;
    // Where Jira's mails and its REST API say that a request is.
    case 'servicedesk':
      return rest[0] === 'customer' && rest[1] === 'portal' ? portalRoute(rest.slice(3), search) : unknown;
    default:
      return unknown;
  }
}

function projectRoute([projectKey, ...rest]: readonly string[], search: string): Route {
  if (!projectKey) return unknown;
  if (ends(rest, 0)) return { page: 'list', projectKey, search: new URLSearchParams(search) };
  if (rest[0] === 'apps' && rest[1]) return { page: 'project-app', projectKey, moduleKey: rest[1] };
  if (rest[0] !== 'settings') return unknown;
  if (ends(rest, 1)) return { page: 'project-settings', projectKey, moduleKey: null };
  return rest[1] === 'apps' && rest[2]
    ? { page: 'project-settings', projectKey, moduleKey: rest[2] }
    : unknown;
}

function portalRoute(rest: readonly string[], search: string): Route {
  if (ends(rest, 0)) return { page: 'portal', search: new URLSearchParams(search) };
  if (rest[0] === 'apps')
    return rest[1] && ends(rest, 2) ? { page: 'portal-app', moduleKey: rest[1] } : unknown;
  return rest[0] && ends(rest, 1) ? { page: 'portal-request', issueKey: rest[0] } : unknown;
}

/** Nothing follows the first `count` parts but a slash. */
function ends(parts: readonly string[], count: number): boolean {
  return !parts.slice(count).some(Boolean);
}

/** A part that is not rightly encoded is taken as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page of the app within a project. */
export function projectAppAddress(projectKey: string, moduleKey: string): string {
  return `/projects/${encodeURIComponent(projectKey)}/apps/${encodeURIComponent(moduleKey)}`;
}

/** The address of a page of the app in a project's settings. */
export function settingsAddress(projectKey: string, moduleKey?: string): string {
  const settings = `/projects/${encodeURIComponent(projectKey)}/settings`;
  return moduleKey === undefined ? settings : `${settings}/apps/${encodeURIComponent(moduleKey)}`;
}

export function useRoute(): Route {
  const address = useSyncExternalStore(onMove, () => `${location.pathname}${location.search}`);
  const [pathname = '/', search = ''] = address.split('?');
  return readRoute(pathname, search);
}

/** Goes to a page of the shell; `replace` leaves no step to go back to, `state` is kept with the step. */
export function go(path: string, replace = false, state: unknown = null): void {
  history[replace ? 'replaceState' : 'pushState'](state, '', path);
  window.dispatchEvent(new CustomEvent(moved, { detail: replace ? 'REPLACE' : 'PUSH' }));
}

/** A link inside the shell that loads nothing anew, and still opens in a new tab when asked to. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    rest.onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    event.preventDefault();
    go(href);
    window.scrollTo(0, 0);
  };
  return <a {...rest} href={href} onClick={follow} />;
}

/** Hears each step, with how it was taken. Returns the way to stop. */
export function onMove(listener: (how: HistoryAction) => void): () => void {
  const pop = (): void => listener('POP');
  const hear = (event: Event): void => listener((event as CustomEvent<HistoryAction>).detail);
  window.addEventListener('popstate', pop);
  window.addEventListener(moved, hear);
  return () => {
    window.removeEventListener('popstate', pop);
    window.removeEventListener(moved, hear);
  };
}
