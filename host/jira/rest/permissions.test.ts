import { textToAdf } from '../adf';
import { sampleJira } from '../sample-jira';

function site(): ReturnType<typeof sampleJira> {
  const sample = sampleJira();
  sample.jira.createIssue({
    by: 'customer',
    project: 'ITS',
    summary: 'a',
    fields: { Organizations: ['Acme'] },
  });
  sample.jira.createIssue({ by: 'agent', project: 'ITS', summary: 'b' });
  sample.jira.comment('ITS-1', { by: 'agent', text: 'internal', internal: true });
  sample.jira.comment('ITS-1', { by: 'agent', text: 'public' });
  return sample;
}

const ASKED = [
  'ADMINISTER',
  'ADMINISTER_PROJECTS',
  'BROWSE_PROJECTS',
  'SERVICEDESK_AGENT',
  'EDIT_ISSUES',
  'ADD_COMMENTS',
];

describe('permissions', () => {
  it.each([
    ['root', 'ADMINISTER ADMINISTER_PROJECTS BROWSE_PROJECTS EDIT_ISSUES ADD_COMMENTS'],
    ['lead', 'ADMINISTER_PROJECTS BROWSE_PROJECTS SERVICEDESK_AGENT EDIT_ISSUES ADD_COMMENTS'],
    ['agent', 'BROWSE_PROJECTS SERVICEDESK_AGENT EDIT_ISSUES ADD_COMMENTS'],
    ['manager', 'BROWSE_PROJECTS ADD_COMMENTS'],
    ['customer', 'BROWSE_PROJECTS ADD_COMMENTS'],
    ['app', 'ADMINISTER_PROJECTS BROWSE_PROJECTS SERVICEDESK_AGENT EDIT_ISSUES ADD_COMMENTS'],
  ])('%s holds %s', async (as, expected) => {
    const { body } = await site().call(
      as,
      'GET',
      `/rest/api/3/mypermissions?issueKey=ITS-1&permissions=${ASKED.join()}`,
    );
    expect(ASKED.filter((key) => body.permissions[key].havePermission).join(' ')).toBe(expected);
  });

  it.each([
    ['app', 200],
    ['root', 200],
    ['agent', 200],
    ['manager', 200],
    ['customer', 404],
    ['outsider', 404],
    ['gone', 401],
    ['nobody', 401],
  ])('let %s read an issue by the platform API: %d', async (as, status) => {
    const sample = site();
    for (const path of ['', '/changelog', '/comment', '/transitions', '/properties']) {
      expect([path, (await sample.call(as, 'GET', `/rest/api/3/issue/ITS-1${path}`)).status]).toEqual([
        path,
        status,
      ]);
    }
  });

  it.each([
    ['customer', 'ITS-1', 200],
    ['customer2', 'ITS-1', 200],
    ['customer', 'ITS-2', 404],
    ['agent', 'ITS-2', 200],
    ['outsider', 'ITS-1', 404],
  ])('let %s read the request %s by the JSM API: %d', async (as, key, status) => {
    expect((await site().call(as, 'GET', `/rest/servicedeskapi/request/${key}`)).status).toBe(status);
  });

  it('show customers public comments only', async () => {
    const sample = site();
    const seen = async (as: string): Promise<string[]> =>
      (await sample.call(as, 'GET', '/rest/servicedeskapi/request/ITS-1/comment')).body.values.map(
        (one: { body: string }) => one.body,
      );
    expect(await seen('customer')).toEqual(['public']);
    expect(await seen('agent')).toEqual(['internal', 'public']);
  });

  it('make comments of those who are not agents internal, and those of customers public', async () => {
    const sample = site();
    const asManager = await sample.call('manager', 'POST', '/rest/api/3/issue/ITS-1/comment', {
      body: textToAdf('x'),
    });
    const asAgent = await sample.call('agent', 'POST', '/rest/api/3/issue/ITS-1/comment', {
      body: textToAdf('x'),
    });
    const asCustomer = await sample.call('customer', 'POST', '/rest/servicedeskapi/request/ITS-1/comment', {
      body: 'x',
    });
    const onDev = sample.jira.createIssue({ by: 'agent', project: 'DEV', summary: 'c' }).key;
    const elsewhere = await sample.call('agent', 'POST', `/rest/api/3/issue/${onDev}/comment`, {
      body: textToAdf('x'),
    });
    expect([
      asManager.body.jsdPublic,
      asAgent.body.jsdPublic,
      asCustomer.body.public,
      elsewhere.body.jsdPublic,
    ]).toEqual([false, true, true, true]);
  });

  it('keep an edited comment internal', async () => {
    const sample = site();
    const { body } = await sample.call('agent', 'PUT', '/rest/api/3/issue/ITS-1/comment/10000', {
      body: textToAdf('new'),
    });
    expect(body).toMatchObject({ jsdPublic: false, id: '10000' });
  });

  it('answer in bulk what an app asks before it acts', async () => {
    const sample = site();
    const question = {
      accountId: 'agent',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        {
          permissions: ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'],
          issues: [10000, 99999],
          projects: [10000, 10001, 5],
        },
      ],
    };
    expect((await sample.call('app', 'POST', '/rest/api/3/permissions/check', question)).body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'EDIT_ISSUES', issues: [10000], projects: [10000, 10001] },
        { permission: 'ADMINISTER_PROJECTS', issues: [], projects: [] },
      ],
    });
    const projects = async (as: string): Promise<unknown> =>
      (
        await sample.call(as, 'POST', '/rest/api/3/permissions/project', {
          permissions: ['ADMINISTER_PROJECTS'],
        })
      ).body.projects;
    expect(await projects('lead')).toEqual([
      { id: 10000, key: 'ITS' },
      { id: 10001, key: 'DEV' },
    ]);
    expect(await projects('agent')).toEqual([]);
  });

  it('refuse the app what its scopes do not cover', async () => {
    const { jira, call } = sampleJira({ scopes: ['read:jira-work'] });
    jira.createIssue({ by: 'agent', project: 'ITS', summary: 'a' });
    expect((await call('app', 'GET', '/rest/api/3/issue/ITS-1')).status).toBe(200);
    const refused = await call('app', 'PUT', '/rest/api/3/issue/ITS-1/properties/sla', {});
    expect([refused.status, refused.body]).toEqual([
      401,
      { code: 401, message: 'Unauthorized; scope does not match' },
    ]);
  });

  it('send mail only to those who may see the issue and are not the sender', async () => {
    const sample = site();
    const to = {
      reporter: true,
      users: [{ accountId: 'agent' }, { accountId: 'outsider' }, { accountId: 'lead' }],
    };
    expect(
      (
        await sample.call('agent', 'POST', '/rest/api/3/issue/ITS-1/notify', {
          subject: 'Soon',
          textBody: 't',
          to,
        })
      ).status,
    ).toBe(204);
    expect(sample.jira.mailbox()).toMatchObject([
      { issueKey: 'ITS-1', to: ['customer', 'lead'], subject: 'Soon', textBody: 't' },
    ]);
  });
});
