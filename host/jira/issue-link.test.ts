import { sampleJira, type SampleJira } from './sample-jira';

describe('Links between issues', () => {
  let site: SampleJira;
  beforeEach(() => {
    site = sampleJira();
    for (const summary of ['Mail is down', 'Cannot send mail'])
      site.jira.createIssue({ by: 'agent', project: 'ITS', summary });
  });
  afterEach(() => site.jira.stop());

  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const ends = async (key: string) => {
    const { body } = await site.call('agent', 'GET', `/rest/api/3/issue/${key}?fields=issuelinks`);
    return (body.fields.issuelinks as Record<string, { key: string }>[]).map((link) => [
      link.inwardIssue?.key ?? null,
      link.outwardIssue?.key ?? null,
    ]);
  };

  it('stand in both issues, each showing the other end', async () => {
    site.jira.link('ITS-1', { by: 'agent', to: 'ITS-2', type: 'Problem/Incident' });
    expect([await ends('ITS-1'), await ends('ITS-2')]).toEqual([[[null, 'ITS-2']], [['ITS-1', null]]]);
  });

  it('are there once, however often they are made, and tell of it once', async () => {
    site.jira.link('ITS-1', { by: 'agent', to: 'ITS-2' });
    site.jira.link('ITS-1', { by: 'agent', to: 'ITS-2' });
    await settle();
    const told = site.events.filter(({ eventType }) => eventType.endsWith('issuelink'));
    expect(told).toMatchObject([
      { eventType: 'avi:jira:created:issuelink', sourceIssueId: '10000', destinationIssueId: '10001' },
    ]);
  });

  it('are gone from both issues when one is deleted, and outlive a restart otherwise', async () => {
    site.jira.link('ITS-1', { by: 'agent', to: 'ITS-2' });
    const woken = sampleJira({ site: site.jira.save() });
    woken.jira.deleteIssue('ITS-2', { by: 'lead' });
    const { body } = await woken.call('agent', 'GET', '/rest/api/3/issue/ITS-1?fields=issuelinks');
    expect([await ends('ITS-1'), body.fields.issuelinks]).toEqual([[[null, 'ITS-2']], []]);
    woken.jira.stop();
  });

  it('are logged in both issues in the words of the link type', async () => {
    const { id } = site.jira.link('ITS-1', { by: 'agent', to: 'ITS-2', type: 'Blocks' });
    site.jira.unlink(id, { by: 'agent' });
    const { body } = await site.call('agent', 'GET', '/rest/api/3/issue/ITS-2/changelog');
    expect(body.values.map((one: { items: unknown }) => one.items)).toMatchObject([
      [{ field: 'Link', from: null, to: 'ITS-1', toString: 'This issue is blocked by ITS-1' }],
      [{ field: 'Link', from: 'ITS-1', to: null, fromString: 'This issue is blocked by ITS-1' }],
    ]);
  });
});

describe('Attachments', () => {
  it('of a multipart form are listed with name, type and size', async () => {
    const { jira, call } = sampleJira();
    jira.createIssue({ by: 'agent', project: 'ITS', summary: 'Mail is down' });
    const form = [
      '--b',
      'Content-Disposition: form-data; name="file"; filename="outage.txt"',
      'Content-Type: text/plain',
      '',
      'All dark.',
      '--b--',
      '',
    ].join('\r\n');
    const response = await jira.fetch({
      identity: { as: 'user', accountId: 'agent' },
      method: 'POST',
      path: '/rest/api/3/issue/ITS-1/attachments',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      body: form,
    });
    expect(response.status).toBe(200);
    const { body } = await call('agent', 'GET', '/rest/api/3/issue/ITS-1?fields=attachment');
    expect(body.fields.attachment).toMatchObject([
      { id: '10000', filename: 'outage.txt', mimeType: 'text/plain', size: 9 },
    ]);
    jira.stop();
  });
});
