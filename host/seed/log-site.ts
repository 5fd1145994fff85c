import { initialValues } from '../../scripts/event-log/initial-values';
import type { Mapping } from '../../scripts/event-log/mapping';
import type { EventLog, LogCase } from '../../scripts/event-log/read-log';
import type { FieldInputs, PastIssue, PastStep } from '../jira/local-jira-api';
import type { SiteData, SiteField, SiteProject, SiteStatus } from '../jira/site-data';
import { SETTLE_MS } from './seed';

/** A site with one service project whose tickets are the cases of a log. */
export interface LogSite {
  /** Just after the log's last instant. */
  readonly now: number;
  readonly site: SiteData;
  readonly issues: readonly PastIssue[];
}

const ADMIN = 'log-admin';
const AGENT = 'log-agent';
const CUSTOMER = 'log-customer';
const APP = 'log-app';
const CASE_FIELD = 'Case';

/**
 * Makes a site of a log: its statuses, priorities and other columns become the site's, each case a ticket of
 * the project LOG. Logs do not say who acted: one agent did everything a customer did not.
 */
export function logSite(log: EventLog, mapping: Mapping): LogSite {
  const seen = valuesByField(log, mapping);
  const resolved = new Set(mapping.resolved?.status ?? []);
  const statuses = (seen.get('status') ?? ['Open']).map((name, i): SiteStatus => ({
    id: String(10_001 + i),
    name,
    category: resolved.has(name)
      ? 'done'
      : name === mapping.initial['status'] || i === 0
        ? 'new'
        : 'indeterminate',
  }));
  const priorities = [...(seen.get('priority') ?? ['Medium'])].sort((a, b) => a.localeCompare(b));
  const columns = [...seen.keys()].filter((id) => id !== 'status' && id !== 'priority');
  const fields: SiteField[] = [
    { id: 'customfield_10100', name: CASE_FIELD, kind: 'text' },
    ...columns.map((name, i): SiteField => ({
      id: `customfield_${10_101 + i}`,
      name,
      kind: 'select',
      options: (seen.get(name) ?? []).map((value, n) => ({ id: String((i + 1) * 100_000 + n), value })),
    })),
  ];
  const site: SiteData = {
    siteUrl: 'https://log.atlassian.net',
    cloudId: '00000000-0000-4000-8000-000000000002',
    appAccountId: APP,
    timeZone: mapping.time.zone,
    users: [
      {
        accountId: ADMIN,
        displayName: 'Lea Admin',
        accountType: 'atlassian',
        siteAdmin: true,
        timeZone: mapping.time.zone,
      },
      { accountId: AGENT, displayName: 'Log agent', accountType: 'atlassian', timeZone: mapping.time.zone },
      {
        accountId: CUSTOMER,
        displayName: 'Log customer',
        accountType: 'customer',
        timeZone: mapping.time.zone,
      },
      { accountId: APP, displayName: 'Accord', accountType: 'app' },
    ],
    projects: [projectOf(mapping, statuses)],
    priorities: priorities.map((name, i) => ({ id: String(i + 1), name })),
    resolutions: [{ id: '10000', name: mapping.resolved?.as ?? 'Done' }],
    fields,
    organizations: [],
  };
  const last = log.cases.reduce((latest, c) => Math.max(latest, c.rows[c.rows.length - 1]?.at ?? 0), 0);
  return { now: last + SETTLE_MS, site, issues: log.cases.map((c) => issueOf(c, mapping)) };
}

function projectOf(mapping: Mapping, statuses: readonly SiteStatus[]): SiteProject {
  return {
    id: '10000',
    key: 'LOG',
    name: mapping.name,
    type: 'service_desk',
    description: mapping.attribution,
    leadAccountId: ADMIN,
    issueTypes: [{ id: '10001', name: 'Incident' }],
    statuses,
    workflow: {
      initial: (statuses.find((s) => s.name === mapping.initial['status']) ?? (statuses[0] as SiteStatus)).id,
      transitions: statuses.map(({ id, name }, i) => ({ id: String(i + 1), name, to: id })),
    },
    roles: { admin: [ADMIN], agent: [ADMIN, AGENT], manager: [], customer: [CUSTOMER] },
    components: [],
    requestTypes: [{ id: '1', name: 'Report an incident', issueTypeId: '10001' }],
  };
}

/** Every value each mapped field takes, in order of appearance; the initial and the known ones first. */
function valuesByField(log: EventLog, mapping: Mapping): ReadonlyMap<string, readonly string[]> {
  const seen = new Map<string, Set<string>>();
  const note = (field: string, value: string) => {
    const values = seen.get(field);
    if (values) values.add(value);
    else seen.set(field, new Set([value]));
  };
  for (const [field, value] of Object.entries(mapping.initial)) note(field, value);
  for (const [field, values] of Object.entries(mapping.known)) for (const value of values) note(field, value);
  for (const { rows } of log.cases) {
    for (const { values } of rows) for (const field in values) note(field, values[field] as string);
  }
  return new Map([...seen].map(([field, values]) => [field, [...values]]));
}

function issueOf(logCase: LogCase, mapping: Mapping): PastIssue {
  const { key, created, summary, rows } = logCase;
  const known = initialValues(logCase, mapping);
  const { status, ...fields } = known;
  if (status !== undefined && mapping.resolved?.status.includes(status))
    fields['resolution'] = mapping.resolved.as;
  const steps: PastStep[] = [];
  for (const row of rows) {
    const set: Record<string, string> = {};
    for (const field in row.values) {
      const value = row.values[field] as string;
      if (known[field] !== value) set[field] = known[field] = value;
    }
    if (Object.keys(set).length > 0) steps.push({ at: row.at, by: AGENT, set });
  }
  return {
    at: created,
    by: CUSTOMER,
    project: 'LOG',
    requestType: 'Report an incident',
    summary: summary ?? `Case ${key}`,
    ...(status === undefined ? {} : { status }),
    fields: { ...fields, [CASE_FIELD]: key } satisfies FieldInputs,
    steps,
  };
}
