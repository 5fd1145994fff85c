import { MovableClock } from './clock';
import { listIssues, type IssueQuery } from './issue-list';
import { IssueReader } from './issue-reader';
import { createLocalJira } from './jira/local-jira';
import type { PastIssue } from './jira/local-jira-api';
import type { SiteData, SiteUser } from './jira/site-data';

const nine = Date.UTC(2026, 10, 23, 9);
const hour = 3_600_000;

const person = (
  accountId: string,
  displayName: string,
  accountType: SiteUser['accountType'] = 'atlassian',
): SiteUser => ({
  accountId,
  displayName,
  accountType,
});

const site: SiteData = {
  siteUrl: 'https://example.atlassian.net',
  cloudId: 'cloud',
  appAccountId: 'app',
  timeZone: 'UTC',
  users: [
    person('app', 'Accord', 'app'),
    person('agent', 'Ann Agent'),
    person('manager', 'Max Manager'),
    person('stranger', 'Sue Stranger'),
    person('carl', 'Carl Customer', 'customer'),
    person('cora', 'Cora Customer', 'customer'),
  ],
  projects: [
    {
      id: '10000',
      key: 'ACME',
      name: 'Acme',
      type: 'service_desk',
      issueTypes: [{ id: '1', name: 'Incident' }],
      statuses: [
        { id: '1', name: 'To do', category: 'new' },
        { id: '2', name: 'Doing', category: 'indeterminate' },
        { id: '3', name: 'Done', category: 'done' },
      ],
      workflow: {
        initial: '1',
        transitions: [
          { id: '11', name: 'Start', from: ['1'], to: '2' },
          { id: '12', name: 'Finish', to: '3' },
        ],
      },
      roles: { admin: [], agent: ['agent'], manager: ['manager'], customer: ['carl', 'cora'] },
      components: [],
      requestTypes: [],
      securityLevels: [{ id: '9', name: 'Staff', roles: ['agent'] }],
    },
  ],
  priorities: [
    { id: '1', name: 'High' },
    { id: '2', name: 'Low' },
  ],
  resolutions: [{ id: '1', name: 'Done' }],
  fields: [{ id: 'customfield_10002', name: 'Organizations', kind: 'organizations' }],
  organizations: [{ id: '7', name: 'Stores', memberAccountIds: ['cora'] }],
};

const issue = (at: number, summary: string, more: Partial<PastIssue> = {}): PastIssue => ({
  at,
  by: 'carl',
  project: 'ACME',
  summary,
  fields: { priority: 'Low' },
  steps: [],
  ...more,
});

function desk(issues: readonly PastIssue[]) {
  const jira = createLocalJira({ clock: new MovableClock(nine, false), site, emit: () => undefined });
  jira.loadHistory(issues);
  const reader = new IssueReader(jira);
  const user = (accountId: string): SiteUser =>
    jira.accounts().find((one) => one.accountId === accountId) as SiteUser;
  const list = (accountId: string, query: Partial<IssueQuery> = {}) =>
    listIssues(jira.issues(), reader, user(accountId), {
      project: 'ACME',
      category: null,
      text: '',
      assignee: null,
      sla: null,
      sort: 'created',
      page: 1,
      ...query,
    });
  const view = (key: string, accountId: string) => {
    const found = jira.issue(key);
    const may = reader.abilities(found, user(accountId));
    return may && reader.view(found, user(accountId), may);
  };
  return { jira, list, view };
}

const printer: PastIssue = issue(nine - 5 * hour, 'Printer is jammed', {
  steps: [
    { at: nine - 4 * hour, by: 'agent', set: { status: 'Doing', assignee: 'agent' } },
    { at: nine - 3 * hour, by: 'agent', comment: 'We look into it.' },
    { at: nine - 2 * hour, by: 'agent', comment: 'He broke it himself.', internal: true },
  ],
});
const till: PastIssue = issue(nine - 2 * hour, 'Till is dead', {
  by: 'carl',
  fields: { priority: 'High', Organizations: ['Stores'] },
});
const done: PastIssue = issue(nine - hour, 'Mouse is gone', { status: 'Done' });

describe('the list of issues', () => {
  it('shows the newest first, in names', () => {
    const { list } = desk([printer, till, done]);
    const { rows, total } = list('agent');
    expect(total).toBe(3);
    expect(rows.map(({ key }) => key)).toEqual(['ACME-3', 'ACME-2', 'ACME-1']);
    expect(rows[2]).toMatchObject({
      summary: 'Printer is jammed',
      issueType: 'Incident',
      requestType: null,
      status: { name: 'Doing', category: 'indeterminate' },
      priority: { name: 'Low' },
      assignee: 'Ann Agent',
      reporter: 'Carl Customer',
      sla: null,
    });
  });

  it('leaves out what its security level keeps from a person', () => {
    const secret = issue(nine - hour, 'Till key is lost', { fields: { priority: 'Low', security: 'Staff' } });
    const { list } = desk([printer, secret]);
    expect([list('agent').total, list('manager').total, list('carl').total]).toEqual([2, 1, 1]);
  });

  it.each([
    [{ category: 'open' }, ['ACME-2', 'ACME-1']],
    [{ category: 'done' }, ['ACME-3']],
    [{ assignee: 'me' }, ['ACME-1']],
    [{ assignee: 'nobody' }, ['ACME-3', 'ACME-2']],
    [{ sla: 'none' }, ['ACME-3', 'ACME-2', 'ACME-1']],
    [{ text: 'is TILL' }, ['ACME-2']],
    [{ text: 'ann' }, ['ACME-1']],
    [{ text: 'acme-3' }, ['ACME-3']],
    [{ text: 'till mouse' }, []],
    [{ sort: 'priority' }, ['ACME-2', 'ACME-3', 'ACME-1']],
    [{ sort: 'updated' }, ['ACME-3', 'ACME-2', 'ACME-1']],
    [{ project: 'NOPE' }, []],
  ] as const)('with %j shows %j', (query, keys) => {
    expect(
      desk([printer, till, done])
        .list('agent', query)
        .rows.map(({ key }) => key),
    ).toEqual(keys);
  });

  it('puts what breaches next first, by the property that the app writes', async () => {
    const { jira, list } = desk([printer, till, done]);
    const put = async (key: string, value: unknown): Promise<void> => {
      const answer = await jira.fetch({
        identity: { as: 'app' },
        method: 'PUT',
        path: `/rest/api/3/issue/${key}/properties/sla`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(value),
      });
      expect(answer.ok).toBe(true);
    };
    await put('ACME-1', { v: 1, state: 'at-risk', nextBreach: '2026-11-23T09:30Z', measures: {} });
    await put('ACME-2', { v: 1, state: 'running', nextBreach: '2026-11-23T11:00Z', measures: {} });
    const { rows } = list('agent', { sort: 'breach' });
    expect(rows.map(({ key, sla }) => [key, sla])).toEqual([
      ['ACME-1', { state: 'at-risk', nextBreach: nine + hour / 2 }],
      ['ACME-2', { state: 'running', nextBreach: nine + 2 * hour }],
      ['ACME-3', null],
    ]);
    expect(list('agent', { sla: 'at-risk' }).rows.map(({ key }) => key)).toEqual(['ACME-1']);
    expect(list('carl').rows.map(({ sla }) => sla)).toEqual([null, null, null]);
  });

  it('gives the last page for one behind it', () => {
    const many = Array.from({ length: 60 }, (_, index) => issue(nine - (60 - index) * hour, `No ${index}`));
    const { list } = desk(many);
    expect(list('agent', { page: 2 })).toMatchObject({ total: 60, page: 2 });
    expect(list('agent', { page: 3 }).rows).toHaveLength(10);
    expect(list('agent', { page: 9 })).toMatchObject({ page: 3 });
  });
});

describe('who sees what', () => {
  it.each([
    ['agent', ['ACME-2', 'ACME-1']],
    ['manager', ['ACME-2', 'ACME-1']],
    ['carl', ['ACME-2', 'ACME-1']],
    ['cora', ['ACME-2']],
    ['stranger', []],
  ])('%s sees %j', (accountId, keys) => {
    expect(
      desk([printer, till])
        .list(accountId)
        .rows.map(({ key }) => key),
    ).toEqual(keys);
  });

  it('keeps internal notes, history and panels from customers', () => {
    const { view } = desk([printer]);
    const forAgent = view('ACME-1', 'agent');
    const forCustomer = view('ACME-1', 'carl');
    expect(forAgent?.comments.map(({ text, internal }) => [text, internal])).toEqual([
      ['We look into it.', false],
      ['He broke it himself.', true],
    ]);
    expect(forAgent?.history[0]?.items).toContainEqual({ field: 'Status', from: 'To do', to: 'Doing' });
    expect(forAgent?.transitions.map(({ name }) => name)).toEqual(['Finish']);
    expect(forCustomer?.comments.map(({ text }) => text)).toEqual(['We look into it.']);
    expect(forCustomer).toMatchObject({
      history: [],
      transitions: [],
      assignable: [],
      may: { seePanels: false, commentInternally: false },
    });
    expect(view('ACME-1', 'cora')).toBeNull();
  });

  it('lets a manager look but not touch', () => {
    expect(desk([printer]).view('ACME-1', 'manager')).toMatchObject({
      may: { comment: false, commentInternally: false, transition: false, edit: false, seePanels: true },
      transitions: [],
      priorities: [],
    });
  });
});
