/** Where in the screen somebody is. */
export type Route =
  | { readonly page: 'agreements' }
  | { readonly page: 'new' }
  /** `version` absent: the open proposal, else what is in force. */
  | { readonly page: 'agreement'; readonly agreementId: string; readonly version?: number }
  | { readonly page: 'edit'; readonly agreementId: string }
  | { readonly page: 'what-if'; readonly agreementId: string }
  | { readonly page: 'exclusions' }
  | { readonly page: 'audit' }
  | { readonly page: 'settings' }
  | { readonly page: 'unknown' };

const PLAIN = {
  '': 'agreements',
  // As the project page's own link has it.
  agreements: 'agreements',
  new: 'new',
  exclusions: 'exclusions',
  audit: 'audit',
  settings: 'settings',
} as const;

/** What pages an address below an agreement leads to. */
const BELOW = { edit: 'edit', 'what-if': 'what-if' } as const;

/**
 * The route an address names; `unknown` for any other address.
 * @example readRoute('/agreements/acme-it/edit') //=> { page: 'edit', agreementId: 'acme-it' }
 */
export function readRoute(path: string): Route {
  const [address = '', query = ''] = path.split('?');
  const parts = address.split('/').filter((part) => part !== '');
  if (parts.length <= 1 && Object.hasOwn(PLAIN, parts[0] ?? '')) {
    return { page: PLAIN[(parts[0] ?? '') as keyof typeof PLAIN] };
  }
  const [first, id, below, ...more] = parts;
  const agreementId = decoded(id);
  if (first !== 'agreements' || agreementId === null || more.length > 0) return { page: 'unknown' };
  if (below === undefined) return { page: 'agreement', agreementId, ...versionOf(query) };
  return Object.hasOwn(BELOW, below)
    ? { page: BELOW[below as keyof typeof BELOW], agreementId }
    : { page: 'unknown' };
}

/** The address of a route; `readRoute` reads it back. */
export function pathOf(route: Route): string {
  switch (route.page) {
    case 'agreements':
    case 'unknown':
      return '/';
    case 'new':
    case 'exclusions':
    case 'audit':
    case 'settings':
      return `/${route.page}`;
    case 'agreement':
      return `/agreements/${encodeURIComponent(route.agreementId)}${
        route.version === undefined ? '' : `?version=${route.version}`
      }`;
    case 'edit':
    case 'what-if':
      return `/agreements/${encodeURIComponent(route.agreementId)}/${route.page}`;
  }
}

/** Pages that only project admins have. */
export function isForAdmins(route: Route): boolean {
  switch (route.page) {
    case 'new':
    case 'edit':
    case 'what-if':
    case 'audit':
    case 'settings':
      return true;
    case 'agreements':
    case 'agreement':
    case 'exclusions':
    case 'unknown':
      return false;
  }
}

function versionOf(query: string): { readonly version?: number } {
  const text = new URLSearchParams(query).get('version') ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? { version: Number(text) } : {};
}

function decoded(part: string | undefined): string | null {
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
