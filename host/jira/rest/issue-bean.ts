import { renderAttachment } from '../attachment';
import { jiraDate } from '../jira-date';
import { renderComment } from '../render-comment';
import { renderField, renderProjectRef, renderStatusCategory } from '../render-field';
import { renderUser } from '../render-user';
import type { IndexedIssue } from '../search-index';
import type { StoredIssue } from '../stored-issue';
import { projectOf, type World } from '../world';
import { renderHistory } from './render-history';
import { renderLink } from './render-link';
import { openTransitions } from '../workflow';
import { renderTransition } from './render-transition';

export interface BeanOptions {
  readonly zone: string;
  /** As given by the caller: ids, names, `*all`, `*navigable`, `-field`. */
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
  /** Newest histories that `expand=changelog` gives: 100 for one issue, 40 in lists. */
  readonly historyCap: number;
  /** Newest comments that the field `comment` holds; `total` counts all. */
  readonly commentCap: number;
}

type Derive = (world: World, issue: StoredIssue, zone: string, commentCap: number) => unknown;

const DERIVED: Readonly<Record<string, Derive>> = {
  issuelinks: (world, issue) =>
    world.store.linksOf(issue.id).flatMap((link) => renderLink(world, link, issue.id) ?? []),
  attachment: (world, issue, zone) =>
    (issue.attachments ?? []).map((attachment) => renderAttachment(world, attachment, zone)),
  project: (world, issue) => renderProjectRef(world.book, projectOf(world, issue)),
  creator: (world, issue) => renderUser(world.book, issue.creator),
  created: (_, issue, zone) => jiraDate(issue.created, zone),
  updated: (_, issue, zone) => jiraDate(issue.updated, zone),
  resolutiondate: (_, issue, zone) => (issue.resolvedAt === null ? null : jiraDate(issue.resolvedAt, zone)),
  statuscategorychangedate: (_, issue, zone) => jiraDate(issue.statusSince, zone),
  statusCategory: (world, issue) => {
    const status = world.book.status(String(issue.fields.status));
    return status ? renderStatusCategory(world.book, status.category) : null;
  },
  comment: (world, issue, zone, commentCap) => {
    const comments = issue.comments.slice(-commentCap);
    return {
      comments: comments.map((comment) => renderComment(world, issue, comment, zone)),
      self: `${world.book.restBase}/rest/api/3/issue/${issue.id}/comment`,
      maxResults: comments.length,
      total: issue.comments.length,
      startAt: 0,
    };
  },
};

/** Ids of the fields that a `fields` parameter names; unknown names are passed over, as Jira does. */
export function chosenFields(world: World, wanted: readonly string[]): ReadonlySet<string> {
  const all = [...Object.keys(DERIVED), ...world.catalog.stored.map((field) => field.id)];
  const chosen = new Set<string>();
  const take = (ids: readonly string[]): void => ids.forEach((id) => chosen.add(id));
  if (wanted.every((name) => name.startsWith('-'))) take(all);
  for (const name of wanted) {
    if (name === '*all') take(all);
    else if (name === '*navigable') take(all.filter((id) => id !== 'comment'));
    else if (name.startsWith('-')) chosen.delete(name.slice(1));
    else if (all.includes(name)) chosen.add(name);
  }
  return chosen;
}

/** `IssueBean`. */
export function renderIssue(
  world: World,
  issue: IndexedIssue,
  options: BeanOptions,
): Record<string, unknown> {
  const { zone, expand } = options;
  const ids =
    options.fields.length === 1 && options.fields[0] === 'id'
      ? new Set<string>()
      : chosenFields(world, options.fields);
  const viewing = { book: world.book, project: projectOf(world, issue), zone };
  const fields: Record<string, unknown> = {};
  for (const field of world.catalog.stored) {
    if (ids.has(field.id))
      fields[field.id] = renderField(field, issue.fields[field.id] ?? null, issue, viewing);
  }
  for (const [id, derive] of Object.entries(DERIVED))
    if (ids.has(id)) fields[id] = derive(world, issue, zone, options.commentCap);
  const bean: Record<string, unknown> = {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: String(issue.id),
    self: `${world.book.restBase}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
  };
  if (options.fields.length !== 1 || options.fields[0] !== 'id') bean.fields = fields;
  if (options.properties.length > 0) bean.properties = chosenProperties(issue, options.properties);
  if (expand.includes('changelog')) {
    const newest = issue.histories.slice(-options.historyCap).reverse();
    bean.changelog = {
      startAt: 0,
      maxResults: newest.length,
      total: issue.histories.length,
      histories: newest.map((history) => renderHistory(world, history, zone)),
    };
  }
  if (expand.includes('names')) bean.names = namesOf(world, ids);
  if (expand.includes('schema')) bean.schema = schemaOf(world, ids);
  if (expand.includes('transitions')) {
    bean.transitions = openTransitions(world, issue).map((transition) => renderTransition(world, transition));
  }
  return bean;
}

function chosenProperties(issue: StoredIssue, wanted: readonly string[]): Record<string, unknown> {
  const all = wanted.includes('*all');
  return Object.fromEntries(Object.entries(issue.properties).filter(([key]) => all || wanted.includes(key)));
}

export function namesOf(world: World, ids: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    world.catalog.details.filter((field) => ids.has(field.id)).map((field) => [field.id, field.name]),
  );
}

export function schemaOf(world: World, ids: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    world.catalog.details.filter((field) => ids.has(field.id)).map((field) => [field.id, field.schema]),
  );
}
