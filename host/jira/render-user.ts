import type { SiteBook } from './site-book';
import type { SiteUser } from './site-data';

/** A disc in the user's colour with the initials: avatars need no network. */
function avatar(user: SiteUser, size: number): string {
  const initials = user.displayName
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()
    .replace(/[<>&]/g, '');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 48 48">` +
    `<circle cx="24" cy="24" r="24" fill="${user.avatarColor ?? '#6554C0'}"/>` +
    `<text x="24" y="31" font-family="sans-serif" font-size="19" fill="#fff" text-anchor="middle">${initials}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const drawn = new WeakMap<SiteUser, Record<string, string>>();

export function avatarUrls(user: SiteUser): Record<string, string> {
  const known = drawn.get(user);
  if (known) return known;
  const urls = Object.fromEntries([48, 32, 24, 16].map((size) => [`${size}x${size}`, avatar(user, size)]));
  drawn.set(user, urls);
  return urls;
}

/** `UserDetails` as it stands in issues, comments and changelogs. */
export function renderUser(book: SiteBook, accountId: string): Record<string, unknown> {
  const user = book.user(accountId);
  const self = `${book.restBase}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
  if (!user)
    return {
      self,
      accountId,
      displayName: 'Former user',
      active: false,
      accountType: 'unknown',
      avatarUrls: {},
    };
  return {
    self,
    accountId,
    ...(user.emailAddress === undefined ? {} : { emailAddress: user.emailAddress }),
    avatarUrls: avatarUrls(user),
    displayName: user.displayName,
    active: user.active ?? true,
    timeZone: book.zoneOf(accountId),
    accountType: user.accountType,
  };
}

/** `User` as `/user` and `/myself` give it. */
export function renderFullUser(book: SiteBook, user: SiteUser): Record<string, unknown> {
  return {
    ...renderUser(book, user.accountId),
    locale: user.locale ?? 'en_US',
    groups: { size: 0, items: [] },
    applicationRoles: { size: 0, items: [] },
    expand: 'groups,applicationRoles',
  };
}
