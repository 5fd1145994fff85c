import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'list'; readonly projectKey: string; readonly search: URLSearchParams }
  | { readonly page: 'issue'; readonly issueKey: string }
  | { readonly page: 'unknown' };

const moved = 'local-jira:moved';

/** The page that the address names. */
export function readRoute(pathname: string, search: string): Route {
  const [, place, key, ...rest] = pathname.split('/').map(decodeURIComponent);
  if (!place) return { page: 'home' };
  if (rest.some(Boolean) || !key) return { page: 'unknown' };
  if (place === 'projects') return { page: 'list', projectKey: key, search: new URLSearchParams(search) };
  return place === 'browse' ? { page: 'issue', issueKey: key } : { page: 'unknown' };
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => `${location.pathname}${location.search}`);
  const [pathname = '/', search = ''] = address.split('?');
  return readRoute(pathname, search);
}

/** Goes to a page of the shell; `replace` leaves no step to go back to. */
export function go(path: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  window.dispatchEvent(new Event(moved));
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

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}
