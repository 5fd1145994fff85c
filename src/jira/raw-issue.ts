import type { FieldId } from '../engine/field-value';

/** An issue as Jira gave it: nothing renamed, nothing left out. What `foldHistory` reads. */
export interface RawIssue {
  readonly id: string;
  readonly key: string;
  /** `fields` of GET issue. A field that was not asked for is simply not there. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** All changelog entries, in any order, doubled or not: of changelog pages, `expand=changelog` or bulkfetch. */
  readonly histories: readonly unknown[];
  /** All comments, in any order, doubled or not. */
  readonly comments: readonly unknown[];
  /** Field that holds JSM's request participants (its name is localised, its id differs per site). */
  readonly participantsField?: FieldId | null;
}

/** Jira answered in a shape that cannot be read. `message` names the issue and the place. */
export class JiraShapeError extends Error {
  override readonly name = 'JiraShapeError';
}

/**
 * Reads one issue of GET issue, search or bulkfetch, with `changelog` and `fields.comment` where they were
 * expanded. Throws `JiraShapeError` when it is no issue.
 */
export function rawIssueFromJson(json: unknown, participantsField?: FieldId | null): RawIssue {
  if (
    !isObject(json) ||
    json['id'] === undefined ||
    typeof json['key'] !== 'string' ||
    !isObject(json['fields'])
  ) {
    throw new JiraShapeError('Jira answered with something that is no issue: id, key or fields is missing');
  }
  const changelog = json['changelog'];
  const comment = json['fields']['comment'];
  return {
    id: String(json['id']),
    key: json['key'],
    fields: json['fields'],
    histories: isObject(changelog) && Array.isArray(changelog['histories']) ? changelog['histories'] : [],
    comments: isObject(comment) && Array.isArray(comment['comments']) ? comment['comments'] : [],
    participantsField: participantsField ?? null,
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
