import { sendLinked } from './product-events';
import type { ChangeItem, StoredIssue, StoredLink } from './stored-issue';
import { noteWrite, type World } from './world';
import type { Act } from './write-issue';

export interface LinkType {
  readonly id: string;
  readonly name: string;
  /** What the issue a link goes to says of it: "is caused by". */
  readonly inward: string;
  /** What the issue a link comes from says of it: "causes". */
  readonly outward: string;
}

/** Those a new site has, and JSM's own for incidents. */
export const LINK_TYPES: readonly LinkType[] = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
  { id: '10004', name: 'Problem/Incident', inward: 'is caused by', outward: 'causes' },
];

/** By id, else by name without regard to case. */
export function linkType(wanted: { readonly id?: unknown; readonly name?: unknown }): LinkType | undefined {
  const name = typeof wanted.name === 'string' ? wanted.name.toLowerCase() : null;
  return LINK_TYPES.find((type) => type.id === wanted.id || type.name.toLowerCase() === name);
}

/** Links two issues; a link that is there already is left as it is, as in Jira. Both issues log it. */
export function addLink(
  world: World,
  type: LinkType,
  from: StoredIssue,
  to: StoredIssue,
  act: Act,
): StoredLink {
  const known = world.store
    .linksOf(from.id)
    .find((link) => link.type === type.id && link.from === from.id && link.to === to.id);
  if (known) return known;
  const link: StoredLink = { id: world.store.nextLinkId(), type: type.id, from: from.id, to: to.id };
  world.store.insertLink(link);
  log(world, from, null, told(type.outward, to), act);
  log(world, to, null, told(type.inward, from), act);
  if (!act.quiet) sendLinked(world, 'created', link, type, act);
  return link;
}

export function dropLink(world: World, link: StoredLink, act: Act): void {
  const type = linkType({ id: link.type });
  const [from, to] = [world.store.byNumericId(link.from), world.store.byNumericId(link.to)];
  world.store.removeLink(link.id);
  if (!type) return;
  if (from && to) {
    log(world, from, told(type.outward, to), null, act);
    log(world, to, told(type.inward, from), null, act);
  }
  if (!act.quiet) sendLinked(world, 'deleted', link, type, act);
}

/** `before` and `after` are a key and the sentence about it; null = no link. */
function log(world: World, issue: StoredIssue, before: Told | null, after: Told | null, act: Act): void {
  const item: ChangeItem = {
    field: 'Link',
    fieldtype: 'jira',
    from: before?.key ?? null,
    fromString: before?.text ?? null,
    to: after?.key ?? null,
    toString: after?.text ?? null,
  };
  issue.histories.push({ id: world.store.nextHistoryId(), author: act.by, at: act.at, items: [item] });
  issue.updated = Math.max(issue.updated, act.at);
  noteWrite(world, issue);
}

interface Told {
  readonly key: string;
  readonly text: string;
}

function told(words: string, { key }: StoredIssue): Told {
  return { key, text: `This issue ${words} ${key}` };
}
