import { answerJira, type Answer, type SeenCall } from './fixtures/fake-forge';
import request from './fixtures/request.json';
import { foldHistory } from './issue-history';
import { administersProject, permissionsOnIssue } from './permissions';
import { readIssue } from './read-issue';
import { readNames } from './read-names';
import { readProjectOutline } from './read-project-outline';
import { searchIssueIds } from './search-issues';
import { writeIssueProperty } from './write-issue-property';

const lines = (calls: readonly SeenCall[]) => calls.map((call) => `${call.as} ${call.method} ${call.path}`);
const query = (call: SeenCall) => new URL(call.path, 'https://x.invalid').searchParams;

/** Answers by `METHOD path` without query; anything else is 404. */
function byPath(routes: Record<string, unknown>): (call: SeenCall) => Answer {
  return (call) => {
    const key = `${call.method} ${call.path.split('?')[0]}`;
    return Object.hasOwn(routes, key) ? { body: routes[key] } : { status: 404 };
  };
}

const participants = {
  customfield_10012: {
    type: 'array',
    items: 'user',
    custom: 'com.atlassian.servicedesk:sd-request-participants',
  },
};

describe('an issue', () => {
  test('with up to 100 changes is read in one call, as the app', async () => {
    const json = { ...request, schema: participants, properties: { sla: { state: 'running' } } };
    const seen = answerJira(byPath({ 'GET /rest/api/3/issue/10100': json }));
    const issue = await readIssue('10100');
    expect(lines(seen)).toEqual([
      'app GET /rest/api/3/issue/10100?fields=*all,-attachment,-worklog,-issuelinks,-subtasks,-description,-environment&expand=changelog,schema&properties=sla,accord-report',
    ]);
    expect(issue).toMatchObject({
      id: '10100',
      key: 'ITS-7',
      projectId: '10000',
      participantsField: 'customfield_10012',
      property: { state: 'running' },
    });
    expect(issue?.histories).toHaveLength(6);
    expect(issue?.comments).toHaveLength(5);
  });

  test('can be read with few fields; those the history needs are always among them', async () => {
    const seen = answerJira(byPath({ 'GET /rest/api/3/issue/10100': request }));
    await readIssue('10100', { fields: ['priority', 'customfield_10013'], as: 'user' });
    expect(lines(seen)[0]).toMatch(
      /^user .*fields=created,creator,reporter,project,status,comment,priority,customfield_10013&/,
    );
  });

  test('with 250 changes and 130 comments is read in pages and nothing is missing', async () => {
    const at = (n: number) => 1782900000000 + n * 1000;
    const histories = Array.from({ length: 250 }, (_, n) => ({
      id: String(n + 1),
      created: at(n),
      items: [
        {
          field: 'status',
          fieldId: 'status',
          from: String(n),
          fromString: null,
          to: String(n + 1),
          toString: null,
        },
      ],
    }));
    const comments = Array.from({ length: 130 }, (_, n) => ({
      id: String(n + 1),
      created: at(n),
      jsdPublic: true,
    }));
    const seen = answerJira((call) => {
      const startAt = Number(query(call).get('startAt'));
      if (call.path.includes('/changelog?'))
        return { body: { values: histories.slice(startAt, startAt + 100) } };
      if (call.path.includes('/comment?'))
        return { body: { comments: comments.slice(startAt, startAt + 100) } };
      const fields = {
        created: at(0),
        project: { id: '10000' },
        status: { id: '250', name: 'now' },
        comment: { comments: comments.slice(-50), total: 130 },
      };
      const changelog = {
        histories: histories.slice(-100).reverse(),
        total: 250,
        maxResults: 100,
        startAt: 0,
      };
      return { body: { id: '7', key: 'ITS-9', fields, changelog } };
    });
    const issue = await readIssue('7');
    expect(seen).toHaveLength(5);
    if (issue === null) throw new Error('no issue');
    const history = foldHistory(issue);
    expect(history.gaps).toEqual([]);
    expect(history.initial['status']).toEqual([{ id: '0', text: null }]);
    expect(history.entries).toHaveLength(1 + 250 + 130);
  });

  test('that is not there is null', async () => {
    answerJira(byPath({}));
    expect(await readIssue('404')).toBeNull();
  });
});

test('a search answers ids page by page', async () => {
  const seen = answerJira((call) => {
    const { nextPageToken } = call.body as { nextPageToken?: string };
    const last = { issues: [{ id: '3' }], isLast: true };
    return {
      body:
        nextPageToken === 'two'
          ? last
          : { issues: [{ id: '1' }, { id: '2' }], isLast: false, nextPageToken: 'two' },
    };
  });
  expect(await searchIssueIds('project = 1', null)).toEqual({ issueIds: ['1', '2'], nextPage: 'two' });
  expect(await searchIssueIds('project = 1', 'two')).toEqual({ issueIds: ['3'], nextPage: null });
  expect(seen[0]).toEqual({
    as: 'app',
    method: 'POST',
    path: '/rest/api/3/search/jql',
    body: { jql: 'project = 1', maxResults: 100, fields: ['id'] },
  });
});

test('a property is written as the app, and never one that Jira would refuse for its length', async () => {
  const seen = answerJira(() => ({ status: 200 }));
  await writeIssueProperty('10100', 'sla', { state: 'met' });
  expect(seen).toEqual([
    { as: 'app', method: 'PUT', path: '/rest/api/3/issue/10100/properties/sla', body: { state: 'met' } },
  ]);
  await expect(writeIssueProperty('1', 'sla', 'x'.repeat(32_767))).rejects.toThrow(
    'has 32769 characters, 32768 fit',
  );
  expect(seen).toHaveLength(1);
});

describe('what a person may do', () => {
  const check = (held: object) => ({ projectPermissions: [{ permission: 'ADMINISTER_PROJECTS', ...held }] });

  test.each<[string, Record<string, unknown>, { browse: boolean; administer: boolean }]>([
    [
      'sees it',
      { 'GET /rest/api/3/issue/7': {}, 'POST /rest/api/3/permissions/check': check({ issues: [] }) },
      { browse: true, administer: false },
    ],
    [
      'administers it',
      { 'GET /rest/api/3/issue/7': {}, 'POST /rest/api/3/permissions/check': check({ issues: [7] }) },
      { browse: true, administer: true },
    ],
    [
      'may not see it',
      { 'POST /rest/api/3/permissions/check': check({ issues: [7] }) },
      { browse: false, administer: false },
    ],
    [
      'gets an answer about another issue',
      { 'GET /rest/api/3/issue/7': {}, 'POST /rest/api/3/permissions/check': check({ issues: [70] }) },
      { browse: true, administer: false },
    ],
  ])('with an issue: %s', async (_, routes, expected) => {
    const seen = answerJira(byPath(routes));
    expect(await permissionsOnIssue('7')).toEqual(expected);
    expect(new Set(seen.map((call) => call.as))).toEqual(new Set(['user']));
  });

  test.each([
    [{ projects: [10000] }, true],
    [{ projects: [] }, false],
    [{ projects: ['10000'] }, true],
    [{ projects: [1] }, false],
  ])('with a project: %j', async (held, expected) => {
    const seen = answerJira(byPath({ 'POST /rest/api/3/permissions/check': check(held) }));
    expect(await administersProject('10000')).toBe(expected);
    expect(seen[0]?.body).toEqual({
      projectPermissions: [{ permissions: ['ADMINISTER_PROJECTS'], projects: [10000] }],
    });
  });

  test('something that is no project id is never asked for', async () => {
    const seen = answerJira(byPath({}));
    expect(await administersProject('10000 or 1')).toBe(false);
    expect(seen).toEqual([]);
  });
});

describe('the names of a site', () => {
  const category = (key: string) => ({ id: 2, key, name: key });
  const routes = {
    'GET /rest/api/3/project/10000': {
      id: '10000',
      key: 'ITS',
      projectTypeKey: 'service_desk',
      issueTypes: [{ id: '10011', name: 'Incident' }],
    },
    'GET /rest/api/3/field': [
      { id: 'status', name: 'Status', clauseNames: ['status'], schema: { type: 'status', system: 'status' } },
      {
        id: 'issuetype',
        name: 'Vorgangstyp',
        clauseNames: ['issuetype', 'type'],
        schema: { type: 'issuetype', system: 'issuetype' },
      },
      {
        id: 'customfield_10010',
        name: 'Anfragetyp',
        clauseNames: ['cf[10010]', 'Anfragetyp'],
        schema: { type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' },
      },
      {
        id: 'resolution',
        name: 'Resolution',
        clauseNames: ['resolution'],
        schema: { type: 'resolution', system: 'resolution' },
      },
      { id: 'thumbnail', name: 'Images', clauseNames: [] },
    ],
    'GET /rest/api/3/status': [
      { id: '1', name: 'Open', statusCategory: category('new') },
      { id: '5', name: 'Resolved', statusCategory: category('done') },
    ],
    'GET /rest/api/3/priority': [{ id: '1', name: 'Highest' }],
    'GET /rest/api/3/resolution/search': { isLast: true, values: [{ id: '10000', name: 'Done' }] },
    'GET /rest/api/3/project/search': { isLast: true, values: [{ id: '10000', key: 'ITS', name: 'IT' }] },
    'GET /rest/servicedeskapi/servicedesk/ITS/requesttype': {
      isLastPage: true,
      values: [{ id: 25, name: 'Get IT help' }],
    },
    'GET /rest/api/3/project/10000/statuses': [
      {
        id: '10011',
        name: 'Incident',
        statuses: [{ id: '1', name: 'Open', statusCategory: category('new') }],
      },
      {
        id: '10012',
        name: 'Task',
        statuses: [
          { id: '1', name: 'Open', statusCategory: category('new') },
          { id: '5', name: 'Done', statusCategory: category('done') },
        ],
      },
    ],
    'GET /rest/api/3/myself': { timeZone: 'Europe/Lisbon' },
  };

  test('are read from Jira, and rules are checked against them', async () => {
    const seen = answerJira(byPath(routes));
    const names = await readNames('10000');
    expect(seen).toHaveLength(7);
    expect(names.parseJql('statusCategory = Done and "Request Type" = "Get IT help"')).toEqual({
      ok: true,
      predicate: {
        op: 'and',
        of: [
          { op: 'in', field: 'status', values: [{ id: '5' }] },
          { op: 'in', field: 'customfield_10010', values: [{ id: '25', text: 'Get IT help' }] },
        ],
      },
      fields: ['customfield_10010', 'status'],
    });
    expect(names.parseJql('type = Problem')).toMatchObject({
      ok: false,
      faults: [{ reason: 'There is no issue type “Problem”.' }],
    });
    expect(names.fieldId('vorgangstyp')).toBe('issuetype');
  });

  test('lists of several pages are read to the end', async () => {
    const page = (values: object[], isLast: boolean) => ({ body: { values, isLast } });
    answerJira((call) => {
      if (!call.path.startsWith('/rest/api/3/resolution/search')) return byPath(routes)(call);
      return query(call).get('startAt') === '0'
        ? page([{ id: '1', name: 'Fixed' }], false)
        : page([{ id: '2', name: 'Gone' }], true);
    });
    const names = await readNames('10000');
    expect(names.parseJql('resolution in (Fixed, Gone)')).toMatchObject({ ok: true });
  });

  test('the outline of a project has each status once, and the zone of the person', async () => {
    const seen = answerJira(byPath(routes));
    expect(await readProjectOutline('10000')).toEqual({
      projectKey: 'ITS',
      statuses: [
        { name: 'Open', category: 'new' },
        { name: 'Done', category: 'done' },
      ],
      priorities: [{ id: '1', name: 'Highest' }],
      timeZone: 'Europe/Lisbon',
    });
    expect(seen.find((call) => call.path.endsWith('/myself'))?.as).toBe('user');
  });
});
