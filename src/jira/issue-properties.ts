import type { FieldId } from '../engine/field-value';
import type { Instant } from '../engine/instant';
import type { IssueHistory } from '../engine/issue-history';
import { readJiraTime } from './jira-time';
import { isObject } from './raw-issue';
import { fieldOfType, type ReadIssue } from './read-issue';

const REQUEST_TYPE = 'com.atlassian.servicedesk:vp-origin';
const ORGANIZATIONS = 'com.atlassian.servicedesk:sd-customer-organizations';
const FEEDBACK = 'com.atlassian.servicedesk:sd-request-feedback';
const TEAM = 'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team';
/** The same field on sites that have had it for longer. */
const OLDER_TEAM = 'com.atlassian.teams:rm-teams-custom-field-team';

/** What reports tell issues apart by, as the issue is now. Ids; '' = it has none. */
export interface IssueProperties {
  readonly priorityId: string;
  readonly requestTypeId: string;
  readonly assigneeId: string;
  readonly securityLevelId: string;
  readonly organizationIds: readonly string[];
  readonly createdAt: Instant;
  /** Of its last resolution; null = it is unresolved. */
  readonly resolvedAt: Instant | null;
  /** How often its resolution was taken back. */
  readonly reopened: number;
  /** Stars 1..5 that the customer gave; null = none. */
  readonly satisfaction: number | null;
  /** The site's field of teams; null = it has none. */
  readonly teamField: FieldId | null;
}

/** Reads them from an issue of which all fields were read, and from its history. */
export function issueProperties({ fields, schema }: ReadIssue, history: IssueHistory): IssueProperties {
  const ofType = (type: string): unknown => {
    const id = fieldOfType(schema, type);
    return id === null ? undefined : fields[id];
  };
  const requestType = ofType(REQUEST_TYPE);
  return {
    priorityId: textAt(fields['priority'], 'id'),
    requestTypeId: isObject(requestType) ? textAt(requestType['requestType'], 'id') : '',
    assigneeId: textAt(fields['assignee'], 'accountId'),
    securityLevelId: textAt(fields['security'], 'id'),
    organizationIds: idsOf(ofType(ORGANIZATIONS)),
    createdAt: history.created,
    resolvedAt: timeOf(fields['resolutiondate']),
    reopened: timesReopened(history),
    satisfaction: starsOf(ofType(FEEDBACK)),
    teamField: fieldOfType(schema, TEAM) ?? fieldOfType(schema, OLDER_TEAM),
  };
}

function textAt(value: unknown, key: string): string {
  const id = isObject(value) ? value[key] : undefined;
  return id === undefined || id === null ? '' : String(id);
}

/** In order, so that the same ones are the same. */
function idsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((one) => textAt(one, 'id'))
    .filter((id) => id !== '')
    .sort();
}

function timeOf(value: unknown): Instant | null {
  const at = readJiraTime(value);
  return Number.isNaN(at) ? null : at;
}

function starsOf(value: unknown): number | null {
  const rating = isObject(value) ? value['rating'] : undefined;
  return typeof rating === 'number' && rating > 0 ? Math.round(rating) : null;
}

function timesReopened({ entries }: IssueHistory): number {
  return entries.filter(
    (entry) =>
      entry.kind === 'changed' &&
      entry.field === 'resolution' &&
      entry.from.length > 0 &&
      entry.to.length === 0,
  ).length;
}
