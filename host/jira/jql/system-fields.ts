import { adfToText, isAdf } from '../adf';
import { byIdOrName } from '../site-book';
import type { IndexedIssue } from '../search-index';
import { dateFunction, dateOperand } from './jql-dates';
import { JqlFault } from './jql-fault';
import type { Asking, Scalar, SearchField } from './search-field';
import { textTest } from './text-match';

const CATEGORY_NAMES: Readonly<Record<string, readonly string[]>> = {
  new: ['to do', 'new', '2'],
  indeterminate: ['in progress', 'indeterminate', '4'],
  done: ['done', 'complete', '3'],
};

export function missing(value: string, field: string): JqlFault {
  return new JqlFault(`The value '${value}' does not exist for the field '${field}'.`);
}

/** A field whose values are instants. Equality holds within the minute, as in Jira. */
export function dateField(
  name: string,
  asking: Asking,
  read: (issue: IndexedIssue) => number | null | undefined,
): SearchField {
  return {
    name,
    read: (issue) => {
      const at = read(issue);
      return at === null || at === undefined ? [] : [at];
    },
    resolve: (text) => [dateOperand(name, text, asking)],
    call: (fn, args) => {
      const at = dateFunction(fn, args, asking);
      if (at === null) throw new JqlFault(`Unable to find JQL function '${fn}(${args.join(', ')})'.`);
      return [at];
    },
    rank: (value) => value,
    same: (a, b) => Math.floor(Number(a) / 60_000) === Math.floor(Number(b) / 60_000),
  };
}

/** A field that is searched by `~` only. */
export function textField(name: string, texts: (issue: IndexedIssue) => readonly string[]): SearchField {
  return {
    name,
    read: texts,
    like: (query) => {
      const test = textTest(query);
      return (issue) => test(texts(issue));
    },
  };
}

/** A field whose values are ids out of a list of named things. */
export function choiceField(
  name: string,
  list: () => readonly { readonly id: string; readonly name: string }[],
  read: (issue: IndexedIssue) => readonly Scalar[],
): SearchField {
  return {
    name,
    read,
    resolve: (text) => {
      const found = list();
      const lower = text.toLowerCase();
      const named = found.filter((one) => one.name.toLowerCase() === lower).map((one) => one.id);
      const ids = named.length > 0 ? named : found.filter((one) => one.id === text).map((one) => one.id);
      if (ids.length === 0) throw missing(text, name);
      return ids;
    },
    order: (id) => (list().find((one) => one.id === id)?.name ?? '').toLowerCase(),
  };
}

const one = (value: unknown): readonly Scalar[] =>
  typeof value === 'string' || typeof value === 'number' ? [value] : [];

/** Fields JQL knows on every site, by lower-cased clause name. */
export function systemFields(asking: Asking): ReadonlyMap<string, SearchField> {
  const { world } = asking;
  const { book } = world;
  const fields = new Map<string, SearchField>();
  const add = (names: readonly string[], field: SearchField): void => {
    for (const name of names) fields.set(name.toLowerCase(), field);
  };
  const projectTexts = (issue: IndexedIssue): readonly string[] => {
    const { description } = issue.fields;
    return isAdf(description) ? [adfToText(description)] : [];
  };
  const comments = (issue: IndexedIssue): readonly string[] =>
    issue.comments.map((comment) => adfToText(comment.body));
  const summary = (issue: IndexedIssue): readonly string[] => one(issue.fields.summary).map(String);

  add(['project'], {
    name: 'project',
    read: (issue) => [issue.projectId],
    resolve: (text) => {
      const lower = text.toLowerCase();
      const found =
        book.projects().find((project) => project.key.toLowerCase() === lower) ??
        byIdOrName(book.projects(), text);
      if (!found) throw missing(text, 'project');
      return [found.id];
    },
    order: (id) => book.project(String(id))?.name ?? '',
  });
  const order = new Map(book.statuses().map((status, i) => [status.id, i]));
  add(['status'], {
    ...choiceField(
      'status',
      () => book.statuses(),
      (issue) => one(issue.fields.status),
    ),
    order: (id) => order.get(String(id)) ?? -1,
  });
  add(['statuscategory'], {
    name: 'statusCategory',
    read: (issue) => one(book.status(String(issue.fields.status))?.category),
    resolve: (text) => {
      const found = Object.entries(CATEGORY_NAMES).find(([, names]) => names.includes(text.toLowerCase()));
      if (!found) throw missing(text, 'statusCategory');
      return [found[0]];
    },
  });
  const highest = book.priorities.length;
  const ranks = new Map(book.priorities.map((priority, i) => [priority.id, highest - i]));
  add(['priority'], {
    ...choiceField(
      'priority',
      () => book.priorities,
      (issue) => one(issue.fields.priority),
    ),
    rank: (id) => ranks.get(String(id)) ?? 0,
  });
  const levels = (): readonly { id: string; name: string }[] =>
    book.projects().flatMap((project) => project.securityLevels ?? []);
  add(
    ['level'],
    choiceField('level', levels, (issue) => one(issue.fields.security)),
  );
  const types = (): readonly { id: string; name: string }[] =>
    book.projects().flatMap((project) => project.issueTypes);
  add(
    ['issuetype', 'type'],
    choiceField('issuetype', types, (issue) => one(issue.fields.issuetype)),
  );
  const resolutions = choiceField(
    'resolution',
    () => book.resolutions,
    (issue) => one(issue.fields.resolution),
  );
  add(['resolution'], {
    ...resolutions,
    resolve: (text) =>
      text.toLowerCase() === 'unresolved' ? [UNRESOLVED] : (resolutions.resolve?.(text) ?? []),
  });
  const components = (): readonly { id: string; name: string }[] =>
    book.projects().flatMap((project) => project.components);
  const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);
  add(
    ['component'],
    choiceField('component', components, (issue) => list(issue.fields.components)),
  );
  add(['labels'], {
    name: 'labels',
    read: (issue) => list(issue.fields.labels),
    resolve: (text) => [text],
    same: (a, b) => String(a).toLowerCase() === String(b).toLowerCase(),
  });
  for (const name of ['assignee', 'reporter', 'creator'] as const) {
    add(
      [name],
      userField(name, asking, (issue) => one(name === 'creator' ? issue.creator : issue.fields[name])),
    );
  }
  add(['summary'], { ...textField('summary', summary), order: (value) => String(value).toLowerCase() });
  add(['description'], textField('description', projectTexts));
  add(['comment'], textField('comment', comments));
  const customTexts = world.catalog.stored.filter((field) => field.custom && /^text/.test(field.kind));
  const everything = (issue: IndexedIssue): readonly string[] => [
    ...summary(issue),
    ...projectTexts(issue),
    ...comments(issue),
    ...customTexts.map((field) => {
      const value = issue.fields[field.id];
      return isAdf(value) ? adfToText(value) : String(value ?? '');
    }),
  ];
  add(['text'], { ...textField('text', everything), unsortable: true });
  add(
    ['created', 'createddate'],
    dateField('created', asking, (issue) => issue.created),
  );
  add(
    ['updated', 'updateddate'],
    dateField('updated', asking, (issue) => issue.updated),
  );
  add(
    ['resolved', 'resolutiondate'],
    dateField('resolved', asking, (issue) => issue.resolvedAt),
  );
  const statusChanged = dateField('statusCategoryChangedDate', asking, (issue) => issue.statusSince);
  add(['statuscategorychangeddate'], statusChanged);
  add(['key', 'issuekey', 'id', 'issue'], keyField(asking));
  return fields;
}

/** Stands for "resolution is empty": `resolution = Unresolved`. */
export const UNRESOLVED = '\u0000unresolved';

export function userField(
  name: string,
  asking: Asking,
  read: (issue: IndexedIssue) => readonly Scalar[],
): SearchField {
  const { book } = asking.world;
  return {
    name,
    read,
    resolve: (text) => {
      const user = book.findUser(text);
      if (!user) throw missing(text, name);
      return [user.accountId];
    },
    call: (fn) => {
      if (fn.toLowerCase() === 'currentuser') return [asking.accountId];
      throw new JqlFault(`Unable to find JQL function '${fn}()'.`);
    },
    order: (id) => (book.user(String(id))?.displayName ?? '').toLowerCase(),
  };
}

/** Keys compare by project, then by number; former keys go on finding their issue. */
function keyField({ world }: Asking): SearchField {
  const rank = (id: Scalar): Scalar => {
    const key = world.store.byNumericId(Number(id))?.key ?? '';
    const dash = key.lastIndexOf('-');
    return `${key.slice(0, dash)}-${key.slice(dash + 1).padStart(12, '0')}`;
  };
  return {
    name: 'key',
    read: (issue) => [issue.id],
    resolve: (text) => {
      const found = world.store.find(text);
      if (!found) throw new JqlFault(`An issue with key '${text}' does not exist for field 'key'.`);
      return [found.id];
    },
    rank,
  };
}
