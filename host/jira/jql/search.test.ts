import { MONDAY_NINE, sampleJira, type SampleJira } from '../sample-jira';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const entityProperties = [
  {
    propertyKey: 'sla',
    values: [
      { path: 'state', type: 'string', searchAlias: 'slaState' },
      { path: 'nextBreach', type: 'date', searchAlias: 'slaNextBreach' },
      { path: 'remaining', type: 'number', searchAlias: 'slaRemaining' },
      { path: 'measures.name', type: 'string' },
    ],
  },
] as const;

async function site(): Promise<SampleJira> {
  const sample = sampleJira({ entityProperties });
  const { jira } = sample;
  const base = { project: 'ITS' } as const;
  jira.createIssue({
    ...base,
    at: MONDAY_NINE - 10 * DAY,
    by: 'customer',
    requestType: 'Report a fault',
    summary: 'Printers do not print',
    fields: {
      priority: 'Highest',
      labels: ['Till'],
      Region: 'EMEA',
      'Affected users': 5,
      Organizations: ['Acme'],
    },
  });
  jira.createIssue({
    ...base,
    at: MONDAY_NINE - 2 * DAY,
    by: 'customer2',
    requestType: 'Ask a question',
    summary: 'How do I print?',
    fields: { priority: 'Low', assignee: 'agent', duedate: '2026-11-24', components: ['Network'] },
  });
  jira.createIssue({
    ...base,
    at: MONDAY_NINE - 3 * HOUR,
    by: 'agent',
    issueType: 'Incident',
    summary: 'Mail is down',
    description: 'The relay in Leeds is broken',
    fields: { priority: 'High', assignee: 'agent2', 'Affected users': 40 },
  });
  jira.createIssue({
    at: MONDAY_NINE - HOUR,
    by: 'lead',
    project: 'DEV',
    summary: 'Refactor',
    fields: { priority: 'Medium' },
  });
  jira.transition('ITS-2', { at: MONDAY_NINE - DAY, by: 'agent', to: 'Resolve' });
  jira.transition('ITS-3', { at: MONDAY_NINE - 2 * HOUR, by: 'agent2', to: 'In Progress' });
  jira.comment('ITS-1', { at: MONDAY_NINE - 20 * 60_000, by: 'agent', text: 'Please restart the spooler' });
  const put = (key: string, body: unknown): Promise<unknown> =>
    sample.call('app', 'PUT', `/rest/api/3/issue/${key}/properties/sla`, body);
  await put('ITS-1', {
    state: 'running',
    nextBreach: '2026-11-23T09:30:00.000Z',
    remaining: 1_800_000,
    measures: [{ name: 'response' }, { name: 'resolution' }],
  });
  await put('ITS-2', { state: 'met', nextBreach: null, remaining: 0 });
  await put('ITS-3', {
    state: 'running',
    nextBreach: '2026-11-23T12:00:00.000Z',
    remaining: -5,
    measures: [{ name: 'resolution' }],
  });
  return sample;
}

const FINDS: readonly (readonly [jql: string, keys: string])[] = [
  ['project = ITS', 'ITS-3 ITS-2 ITS-1'],
  ['project = "IT support" order by key', 'ITS-1 ITS-2 ITS-3'],
  ['project in (ITS, DEV) order by created asc', 'ITS-1 ITS-2 ITS-3 DEV-1'],
  ['status = open', 'DEV-1 ITS-1'],
  ['status != Open', 'ITS-3 ITS-2'],
  ['status = 3', 'ITS-3'],
  ['statusCategory = Done', 'ITS-2'],
  ['statusCategory != Done', 'DEV-1 ITS-3 ITS-1'],
  ['priority > Medium', 'ITS-3 ITS-1'],
  ['priority <= Medium', 'DEV-1 ITS-2'],
  ['project is not empty order by priority desc', 'ITS-1 ITS-3 DEV-1 ITS-2'],
  ['issuetype = Incident', 'ITS-3 ITS-1'],
  ['assignee = agent', 'ITS-2'],
  ['assignee = "Abe Agent"', 'ITS-3'],
  ['assignee is EMPTY', 'DEV-1 ITS-1'],
  ['assignee != agent', 'ITS-3'],
  ['not assignee = agent', 'ITS-3'],
  ['assignee in (agent, EMPTY)', 'DEV-1 ITS-2 ITS-1'],
  ['assignee not in (agent, EMPTY)', 'ITS-3'],
  ['reporter = currentUser()', 'ITS-3'],
  ['resolution = Unresolved', 'DEV-1 ITS-3 ITS-1'],
  ['resolution = Fixed', 'ITS-2'],
  ['labels = till', 'ITS-1'],
  ['labels is empty', 'DEV-1 ITS-3 ITS-2'],
  ['component = Network', 'ITS-2'],
  ['summary ~ printer', 'ITS-1'],
  ['summary ~ "print"', 'ITS-2 ITS-1'],
  ['summary ~ "refac*"', 'DEV-1'],
  ['text ~ "relay leeds"', 'ITS-3'],
  ['text ~ "\\"restart the spooler\\""', 'ITS-1'],
  ['text ~ "\\"spooler restart\\""', ''],
  ['created >= -4h', 'DEV-1 ITS-3'],
  ['created < "2026-11-20"', 'ITS-1'],
  ['created >= "2026-11-23 06:00" and created < "2026/11/23 07:00"', 'ITS-3'],
  ['updated >= -30m', 'ITS-1'],
  ['updated >= startOfDay() and project = DEV', 'DEV-1'],
  ['resolved >= startOfDay(-1) and resolved < startOfDay()', 'ITS-2'],
  ['created >= startOfWeek() order by created', 'ITS-3 DEV-1'],
  ['due <= 2d', 'ITS-2'],
  ['due = 2026-11-24', 'ITS-2'],
  ['due is empty and project = ITS', 'ITS-3 ITS-1'],
  ['key = ITS-2', 'ITS-2'],
  ['key in (ITS-1, DEV-1)', 'DEV-1 ITS-1'],
  ['issuekey >= ITS-2 and project = ITS', 'ITS-3 ITS-2'],
  ['"Request Type" = "Ask a question"', 'ITS-2'],
  ['cf[10010] is empty', 'DEV-1 ITS-3'],
  ['Region = EMEA', 'ITS-1'],
  ['cf[10015] > 5', 'ITS-3'],
  ['"Affected users" >= 5 order by "Affected users" desc', 'ITS-3 ITS-1'],
  ['Organizations = Acme', 'ITS-1'],
  ['slaState = running', 'ITS-3 ITS-1'],
  ['issue.property[sla].state = "met"', 'ITS-2'],
  ['issue.property[sla].measures.name = response', 'ITS-1'],
  ['slaNextBreach <= 1h', 'ITS-1'],
  ['slaNextBreach > "2026-11-23 10:00"', 'ITS-3'],
  ['slaState is not empty order by slaNextBreach', 'ITS-1 ITS-3 ITS-2'],
  ['slaState is not empty order by slaNextBreach desc', 'ITS-2 ITS-3 ITS-1'],
  ['slaRemaining < 0', 'ITS-3'],
  ['(project = DEV or priority = Highest) and not status = Resolved', 'DEV-1 ITS-1'],
  ['not (project = DEV or priority = Highest)', 'ITS-3 ITS-2'],
];

const REFUSES: readonly (readonly [jql: string, message: string])[] = [
  ['', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
  [
    'order by created',
    'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
  ],
  ['status =', 'Error in the JQL Query'],
  ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
  ['status = Nowhere', "The value 'Nowhere' does not exist for the field 'status'."],
  ['project = NO', "The value 'NO' does not exist for the field 'project'."],
  ['key = ITS-99', "An issue with key 'ITS-99' does not exist for field 'key'."],
  ['status > Open', "The operator '>' is not supported by the 'status' field."],
  ['status was Open', "The operator 'was' is not supported by the 'status' field."],
  ['summary = Mail', "The operator '=' is not supported by the 'summary' field."],
  ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid."],
  ['assignee = membersOf("x")', "Unable to find JQL function 'membersOf()'."],
  ['status = latest()', "Unable to find JQL function 'latest()' for the field 'status'."],
  ['issue.property[sla].secret = 1', "Field 'issue.property[sla].secret' does not exist"],
  ['"Affected users" = many', "Value 'many' for field 'Affected users' is not a valid number."],
  ['project = ITS order by key,key,key,key,key,key,key,key', 'JQL can be ordered by at most 7 fields.'],
  ['project = ITS order by text', "Field 'text' does not support sorting."],
];

describe('search by JQL', () => {
  it.each(FINDS)('%s finds %s', async (jql, keys) => {
    const { call } = await site();
    const { status, body } = await call('agent', 'POST', '/rest/api/3/search/jql', { jql, fields: ['key'] });
    expect([status, body.issues?.map((issue: { key: string }) => issue.key).join(' ')]).toEqual([200, keys]);
  });

  it.each(REFUSES)('%s is refused', async (jql, message) => {
    const { call } = await site();
    const { status, body } = await call('agent', 'POST', '/rest/api/3/search/jql', { jql });
    expect(status).toBe(400);
    expect(body.errorMessages[0]).toContain(message);
    expect(body.errors).toEqual({});
  });

  it('reads days in the zone of whoever asks', async () => {
    const { jira, call } = sampleJira();
    // 23:30 on the 22nd in London is 08:30 on the 23rd in Tokyo.
    jira.createIssue({ at: Date.UTC(2026, 10, 22, 23, 30), by: 'agent', project: 'ITS', summary: 'Late' });
    const found = async (as: string): Promise<number> =>
      (await call(as, 'POST', '/rest/api/3/search/jql', { jql: 'created >= 2026-11-23' })).body.issues.length;
    expect([await found('agent'), await found('lead')]).toEqual([0, 1]);
  });

  it('finds only what the caller may browse', async () => {
    const { call } = await site();
    const count = async (as: string): Promise<number> =>
      (await call(as, 'POST', '/rest/api/3/search/approximate-count', { jql: 'created < 1d' })).body.count;
    expect([
      await count('agent'),
      await count('manager'),
      await count('outsider'),
      await count('customer'),
    ]).toEqual([4, 3, 0, 0]);
  });
});
