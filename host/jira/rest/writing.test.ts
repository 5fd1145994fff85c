import { MONDAY_NINE, sampleJira } from '../sample-jira';

describe('writing by REST', () => {
  function site(): ReturnType<typeof sampleJira> {
    const sample = sampleJira();
    sample.jira.createIssue({
      at: MONDAY_NINE - 1000,
      by: 'customer',
      project: 'ITS',
      summary: 'a',
      fields: { labels: ['x'] },
    });
    return sample;
  }

  it('offers the transitions that leave the status, and takes no other', async () => {
    const { call, jira } = site();
    const names = async (as: string): Promise<string[]> =>
      (await call(as, 'GET', '/rest/api/3/issue/ITS-1/transitions')).body.transitions.map(
        (one: { name: string }) => one.name,
      );
    expect(await names('agent')).toEqual(['Start work', 'Ask the customer', 'Resolve']);
    expect(await names('manager')).toEqual([]);
    const go = (id: string): Promise<{ status: number }> =>
      call('agent', 'POST', '/rest/api/3/issue/ITS-1/transitions', { transition: { id } });
    expect((await go('51')).status).toBe(400);
    expect((await go('41')).status).toBe(204);
    expect(jira.issue('ITS-1').fields).toMatchObject({ status: '5', resolution: '10200' });
    expect(await names('agent')).toEqual(['Close', 'Reopen']);
  });

  it('changes fields by value and by verb, in one history', async () => {
    const { call, jira } = site();
    const body = {
      fields: {
        priority: { name: 'High' },
        customfield_10014: [{ id: '10310' }],
        customfield_10018: { accountId: 'lead' },
        customfield_10015: 4,
      },
      update: { labels: [{ add: 'y' }, { remove: 'x' }], components: [{ set: [{ name: 'Till' }] }] },
    };
    expect((await call('agent', 'PUT', '/rest/api/3/issue/ITS-1', body)).status).toBe(204);
    expect(jira.issue('ITS-1').fields).toMatchObject({
      priority: '2',
      customfield_10014: ['10310'],
      customfield_10018: 'lead',
      customfield_10015: 4,
      labels: ['y'],
      components: ['10100'],
    });
    expect(jira.issue('ITS-1').histories).toHaveLength(1);
    expect(jira.issue('ITS-1').histories[0]?.items).toHaveLength(6);
  });

  it('names every faulty field at once', async () => {
    const { call, jira } = site();
    const body = {
      fields: {
        priority: { id: '77' },
        summary: '',
        description: 'text',
        customfield_10015: 'many',
        duedate: 'soon',
        status: { id: '3' },
        unheard: 1,
        labels: ['a b'],
      },
    };
    const answer = await call('agent', 'PUT', '/rest/api/3/issue/ITS-1', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errorMessages).toEqual([]);
    expect(Object.keys(answer.body.errors).sort()).toEqual(
      [
        'customfield_10015',
        'description',
        'duedate',
        'labels',
        'priority',
        'status',
        'summary',
        'unheard',
      ].sort(),
    );
    expect(answer.body.errors.summary).toBe('You must specify a summary of the issue.');
    expect(jira.issue('ITS-1').histories).toEqual([]);
  });

  it('keeps properties of up to 32,768 characters and says whether they are new', async () => {
    const { call, events, clock } = site();
    const path = '/rest/api/3/issue/ITS-1/properties/sla';
    const text = (length: number): string => 'x'.repeat(length - 2);
    expect((await call('app', 'PUT', path, text(32_769))).status).toBe(400);
    expect((await call('app', 'PUT', path, text(32_768))).status).toBe(201);
    expect((await call('app', 'PUT', path, null)).status).toBe(200);
    expect((await call('app', 'GET', path)).body).toEqual({ key: 'sla', value: null });
    expect(
      (await call('app', 'PUT', `/rest/api/3/issue/ITS-1/properties/${'k'.repeat(256)}`, 1)).status,
    ).toBe(400);
    expect((await call('app', 'PUT', path)).status).toBe(400);
    expect((await call('app', 'DELETE', path)).status).toBe(204);
    expect((await call('app', 'DELETE', path)).status).toBe(404);
    await clock.settle();
    expect(events).toHaveLength(1);
  });

  it('creates an issue at the clock, with its type, its reporter and its defaults', async () => {
    const { call, clock } = site();
    await clock.advanceBy(5000);
    const fields = { project: { id: '10000' }, issuetype: { name: 'Incident' }, summary: 'n' };
    const made = await call('agent', 'POST', '/rest/api/3/issue', {
      fields,
      properties: [{ key: 'k', value: 1 }],
    });
    expect([made.status, made.body.key, made.body.id]).toEqual([201, 'ITS-2', '10001']);
    const { body } = await call('app', 'GET', '/rest/api/3/issue/ITS-2?properties=k');
    expect(body.fields).toMatchObject({
      created: '2026-11-23T09:00:05.000+0000',
      status: { name: 'Open', statusCategory: { key: 'new' } },
      priority: { name: 'Medium' },
      reporter: { accountId: 'agent' },
      resolution: null,
      assignee: null,
    });
    expect(body.properties).toEqual({ k: 1 });
  });
});
