import { route } from '@forge/api';
import type { FieldId } from '../engine/field-value';
import { SERVICE_REPORT_PROPERTY } from './create-issue';
import { callJira, type JiraCall } from './jira-client';
import { isNotFound } from './jira-error';
import { JiraShapeError, isObject, rawIssueFromJson, type RawIssue } from './raw-issue';

/** An issue with all of its history, and what the app has written on it. */
export interface ReadIssue extends RawIssue {
  readonly projectId: string;
  /** Value of the issue property `sla`; undefined = never written. */
  readonly property: unknown;
  /** Of each field that was read, its type. */
  readonly schema: Readonly<Record<FieldId, unknown>>;
  /** What the work item of a service report bears; undefined = nothing. Whoever may edit the issue may write it. */
  readonly reportMark: unknown;
}

export interface ReadIssueOptions extends Partial<Pick<JiraCall, 'as' | 'patience'>> {
  /** Fields that rules ask for. Absent: all of the issue. What the history needs is always read. */
  readonly fields?: readonly FieldId[];
}

/** What the app writes on issues. */
export const PROPERTIES = ['sla', SERVICE_REPORT_PROPERTY] as const;
/** Jira gives no more at once. */
const PAGE = 100;
const ALWAYS_READ = ['created', 'creator', 'reporter', 'project', 'status', 'comment'];
/** Long, and nothing a rule can ask for. */
const NEVER_READ = ['-attachment', '-worklog', '-issuelinks', '-subtasks', '-description', '-environment'];
/** Type of the field of request participants. */
export const PARTICIPANTS = 'com.atlassian.servicedesk:sd-request-participants';

/**
 * Reads an issue with its whole changelog and all comments; null when there is none or it may not be seen.
 * One call for an issue of up to 100 changes, however many pages of older ones and of comments there are
 * more. As the app by default. Throws `JiraError`, `JiraShapeError`.
 */
export async function readIssue(
  issueIdOrKey: string,
  options: ReadIssueOptions = {},
): Promise<ReadIssue | null> {
  const call: JiraCall = { as: 'app', ...options };
  const fields = fieldsToRead(options.fields);
  const expand = 'changelog,schema';
  try {
    const json = await callJira(
      'GET',
      route`/rest/api/3/issue/${issueIdOrKey}?fields=${fields.join(',')}&expand=${expand}&properties=${PROPERTIES.join(',')}`,
      call,
    );
    const issue = issueAsAnswered(json);
    const histories = await allHistories(issue, totalOf(json, 'changelog'), call);
    return { ...issue, histories, comments: await allComments(issue, call) };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** What to name in `fields`: what the history needs, and those rules ask for (absent: all). */
export function fieldsToRead(fields: readonly FieldId[] | undefined): readonly string[] {
  return fields ? [...ALWAYS_READ, ...fields] : ['*all', ...NEVER_READ];
}

/** An issue with those of its changes and comments that came with it. */
export function issueAsAnswered(json: unknown): ReadIssue {
  const schema = schemaOf(json);
  const raw = rawIssueFromJson(json, fieldOfType(schema, PARTICIPANTS));
  return { ...raw, projectId: projectIdOf(raw), ...propertiesOf(json), schema };
}

/** The newest 100 came with the issue: the older ones are paged from the oldest on, until they meet. */
async function allHistories(raw: RawIssue, total: number, call: JiraCall): Promise<readonly unknown[]> {
  const histories = [...raw.histories];
  const missing = total - raw.histories.length;
  for (let startAt = 0; startAt < missing;) {
    const page = await callJira(
      'GET',
      route`/rest/api/3/issue/${raw.id}/changelog?startAt=${startAt}&maxResults=${PAGE}`,
      call,
    );
    const values = listAt(page, 'values', raw);
    if (values.length === 0) break;
    histories.push(...values);
    startAt += values.length;
  }
  return histories;
}

/** Those that came with the issue if that was all, else every page. */
export async function allComments(raw: RawIssue, call: JiraCall): Promise<readonly unknown[]> {
  const total = totalOf(raw, 'fields', 'comment');
  if (total <= raw.comments.length) return raw.comments;
  const comments: unknown[] = [];
  for (let startAt = 0; startAt < total;) {
    const page = await callJira(
      'GET',
      route`/rest/api/3/issue/${raw.id}/comment?startAt=${startAt}&maxResults=${PAGE}&orderBy=${'created'}`,
      call,
    );
    const values = listAt(page, 'comments', raw);
    if (values.length === 0) break;
    comments.push(...values);
    startAt += values.length;
  }
  return comments;
}

function listAt(page: unknown, key: 'values' | 'comments', raw: RawIssue): readonly unknown[] {
  const list = isObject(page) ? page[key] : undefined;
  if (Array.isArray(list)) return list;
  throw new JiraShapeError(`Issue ${raw.key}: a page of the history has no list of ${key}`);
}

/** How many there are, as Jira says under `path`. */
export function totalOf(json: unknown, ...path: string[]): number {
  let at: unknown = json;
  for (const key of [...path, 'total']) at = isObject(at) ? at[key] : undefined;
  return typeof at === 'number' ? at : 0;
}

function projectIdOf(raw: RawIssue): string {
  const project = raw.fields['project'];
  if (isObject(project) && project['id'] !== undefined) return String(project['id']);
  throw new JiraShapeError(`Issue ${raw.key}: fields.project is missing`);
}

function schemaOf(json: unknown): ReadIssue['schema'] {
  const schema = isObject(json) ? json['schema'] : undefined;
  return isObject(schema) ? schema : {};
}

/** A custom field's name is localised and its id differs per site: its type tells it. */
export function fieldOfType(schema: ReadIssue['schema'], type: string): FieldId | null {
  return (
    Object.keys(schema).find((id) => {
      const field = schema[id];
      return isObject(field) && field['custom'] === type;
    }) ?? null
  );
}

function propertiesOf(json: unknown): Pick<ReadIssue, 'property' | 'reportMark'> {
  const found = isObject(json) ? json['properties'] : undefined;
  const properties = isObject(found) ? found : {};
  return { property: properties['sla'], reportMark: properties[SERVICE_REPORT_PROPERTY] };
}
