import { changeItems, sameValue } from './change-items';
import type { FieldInfo } from './field-catalog';
import type { NewIssue } from './local-jira-api';
import { sendCreated, sendIssueDeleted, sendUpdated } from './product-events';
import { emptyValue, readField } from './read-field';
import { byIdOrName } from './site-book';
import type { SiteProject } from './site-data';
import type { ChangeItem, StoredHistory, StoredIssue, StoredValue } from './stored-issue';
import { noteWrite, projectOf, type World } from './world';

export type Values = ReadonlyMap<FieldInfo, StoredValue>;

/** Who did it and when; `quiet` = no product event (imports). */
export interface Act {
  readonly at: number;
  readonly by: string;
  readonly quiet?: boolean;
}

/** Creates an issue from ready values; fields left out are empty, except status, type and priority. */
export function insertIssue(
  world: World,
  project: SiteProject,
  values: Values,
  act: Act,
  key?: string,
): StoredIssue {
  const { store, catalog } = world;
  const fields: Record<string, StoredValue> = {};
  for (const field of catalog.stored) fields[field.id] = values.get(field) ?? emptyValue(field);
  fields.status ??= project.workflow.initial;
  fields.issuetype ??= project.issueTypes[0]?.id ?? null;
  fields.priority ??= defaultPriority(world);
  const done = world.book.status(String(fields.status))?.category === 'done';
  if (key) store.noteKey(project.id, key);
  const issue: StoredIssue = {
    id: store.nextIssueId(),
    key: key ?? `${project.key}-${store.nextNumber(project.id)}`,
    projectId: project.id,
    formerKeys: [],
    created: act.at,
    updated: act.at,
    creator: act.by,
    statusSince: act.at,
    resolvedAt: done && fields.resolution !== null ? act.at : null,
    fields,
    histories: [],
    comments: [],
    properties: {},
  };
  store.insert(issue);
  noteWrite(world, issue);
  if (!act.quiet) sendCreated(world, issue, act);
  return issue;
}

/** Jira's own default is Medium where there is one. */
function defaultPriority(world: World): string | null {
  const { priorities } = world.book;
  return (
    (priorities.find((one) => one.name === 'Medium') ?? priorities[Math.floor(priorities.length / 2)])?.id ??
    null
  );
}

/** The values of a new issue as the in-process API names them. Throws `FieldFault`. */
export function readNewIssue(world: World, project: SiteProject, given: NewIssue): Values {
  const place = { book: world.book, project };
  const values = new Map<FieldInfo, StoredValue>();
  const put = (name: string, input: Parameters<typeof readField>[1] | undefined): void => {
    if (input === undefined) return;
    const field = world.catalog.find(name);
    if (!field) throw new Error(`There is no field '${name}'.`);
    values.set(field, readField(field, input, place));
  };
  const requestType =
    given.requestType === undefined ? undefined : byIdOrName(project.requestTypes, given.requestType);
  if (given.requestType !== undefined && !requestType) {
    throw new Error(`Project ${project.key} has no request type '${given.requestType}'.`);
  }
  const requestField = world.catalog.ofKind('request-type');
  if (requestType && requestField) values.set(requestField, requestType.id);
  put('summary', given.summary);
  put('description', given.description);
  put('reporter', given.reporter ?? given.by);
  put('status', given.status);
  put('issuetype', given.issueType ?? requestType?.issueTypeId);
  for (const [name, input] of Object.entries(given.fields ?? {})) put(name, input);
  return values;
}

/**
 * Changes fields and writes one history of what really changed; null when nothing did. Entering a status of
 * another category sets or clears nothing else: that is the workflow's work (`move-through-workflow`).
 */
export function changeIssue(
  world: World,
  issue: StoredIssue,
  values: Values,
  act: Act,
  extra: readonly ChangeItem[] = [],
): StoredHistory | null {
  const project = projectOf(world, issue);
  const items = [...values].flatMap(([field, value]) =>
    changeItems(field, issue.fields[field.id] ?? emptyValue(field), value, world.book, project),
  );
  return recordChange(world, issue, values, [...extra, ...items], act);
}

/** Writes values and ready-made items as one history. */
export function recordChange(
  world: World,
  issue: StoredIssue,
  values: Values,
  items: readonly ChangeItem[],
  act: Act,
): StoredHistory | null {
  if (items.length === 0) return null;
  const fields: Record<string, StoredValue> = { ...issue.fields };
  for (const [field, value] of values) {
    if (field.kind === 'status' && !sameValue(fields.status ?? null, value)) issue.statusSince = act.at;
    if (field.kind === 'resolution') issue.resolvedAt = value === null ? null : act.at;
    fields[field.id] = value;
  }
  const history: StoredHistory = { id: world.store.nextHistoryId(), author: act.by, at: act.at, items };
  issue.fields = fields;
  issue.histories.push(history);
  issue.updated = Math.max(issue.updated, act.at);
  noteWrite(world, issue);
  if (!act.quiet) sendUpdated(world, issue, history, act);
  return history;
}

export function removeIssue(world: World, issue: StoredIssue, act: Act): void {
  if (!act.quiet) sendIssueDeleted(world, issue, act);
  world.store.remove(issue);
  world.index.noteDeleted(issue.id);
  for (const listener of world.listeners) listener({ issueKey: issue.key, issueId: String(issue.id) });
}
