import { linkType, type LinkType } from '../issue-link';
import { renderIssueType, renderPriority, renderStatus } from '../render-field';
import type { StoredIssue, StoredLink } from '../stored-issue';
import { projectOf, type World } from '../world';

export function renderLinkType(world: World, type: LinkType): Record<string, unknown> {
  return { ...type, self: `${world.book.restBase}/rest/api/3/issueLinkType/${type.id}` };
}

/** `LinkedIssue`: the few fields Jira shows of the issue at the other end. */
function renderLinkedIssue(world: World, issue: StoredIssue): Record<string, unknown> {
  const { book } = world;
  const status = book.status(String(issue.fields.status));
  const priority = book.priorities.find((one) => one.id === issue.fields.priority);
  return {
    id: String(issue.id),
    key: issue.key,
    self: `${book.restBase}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.fields.summary ?? '',
      ...(status ? { status: renderStatus(book, status) } : {}),
      ...(priority ? { priority: renderPriority(book, priority) } : {}),
      issuetype: renderIssueType(book, projectOf(world, issue), String(issue.fields.issuetype)),
    },
  };
}

/** `IssueLink`, with both ends (`of` null), or as it stands in the issue at one end: only the other one. */
export function renderLink(world: World, link: StoredLink, of: number | null): unknown {
  const type = linkType({ id: link.type });
  const [from, to] = [world.store.byNumericId(link.from), world.store.byNumericId(link.to)];
  if (!type || !from || !to) return null;
  return {
    id: String(link.id),
    self: `${world.book.restBase}/rest/api/3/issueLink/${link.id}`,
    type: renderLinkType(world, type),
    ...(of === from.id ? {} : { inwardIssue: renderLinkedIssue(world, from) }),
    ...(of === to.id ? {} : { outwardIssue: renderLinkedIssue(world, to) }),
  };
}
