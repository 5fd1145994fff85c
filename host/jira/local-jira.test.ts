import type { SavedState } from './saved-state';
import { MONDAY_NINE, sampleJira } from './sample-jira';

const HOUR = 3_600_000;

describe('the changelog', () => {
  const issue = { at: MONDAY_NINE - HOUR, by: 'customer', project: 'ITS', summary: 'a' } as const;

  it.each([
    ['priority', 'High', ['priority', 'jira', 'priority', '3', 'Medium', '2', 'High']],
    ['assignee', 'agent', ['assignee', 'jira', 'assignee', null, null, 'agent', 'Ana Agent']],
    [
      'reporter',
      'agent',
      ['reporter', 'jira', 'reporter', 'customer', 'Carl Customer', 'agent', 'Ana Agent'],
    ],
    ['labels', ['b', 'a'], ['labels', 'jira', 'labels', null, '', null, 'b a']],
    ['components', ['Till'], ['Component', 'jira', 'components', null, null, '10100', 'Till']],
    ['summary', 'b', ['summary', 'jira', 'summary', null, 'a', null, 'b']],
    [
      'duedate',
      '2026-12-01',
      ['duedate', 'jira', 'duedate', null, null, '2026-12-01', '2026-12-01 00:00:00.0'],
    ],
    ['Region', 'EMEA', ['Region', 'custom', 'customfield_10013', null, null, '10300', 'EMEA']],
    [
      'Services',
      ['Mail', 'Phone'],
      ['Services', 'custom', 'customfield_10014', null, null, '[10310, 10311]', 'Mail,Phone'],
    ],
    ['Affected users', 3, ['Affected users', 'custom', 'customfield_10015', null, null, null, '3']],
    [
      'Promised on',
      '2026-12-01',
      ['Promised on', 'custom', 'customfield_10016', null, null, '2026-12-01', '01/Dec/26'],
    ],
    [
      'Promised at',
      Date.UTC(2026, 11, 1, 14, 5),
      [
        'Promised at',
        'custom',
        'customfield_10017',
        null,
        null,
        '2026-12-01T14:05:00+0000',
        '01/Dec/26 2:05 PM',
      ],
    ],
    [
      'Service owner',
      'lead',
      ['Service owner', 'custom', 'customfield_10018', null, null, 'lead', 'Lena Lead'],
    ],
    [
      'Request Type',
      'Ask a question',
      ['Request Type', 'custom', 'customfield_10010', null, null, '72', 'Ask a question'],
    ],
    [
      'Organizations',
      ['Acme'],
      ['Organizations', 'custom', 'customfield_10011', null, null, '[900]', 'Acme'],
    ],
  ])('logs %s as Jira does', (name, value, expected) => {
    const { jira } = sampleJira();
    jira.createIssue(issue);
    jira.edit('ITS-1', { by: 'agent', fields: { [name]: value } });
    const items = jira.issue('ITS-1').histories.flatMap((history) => history.items);
    expect(items).toEqual([
      {
        field: expected[0],
        fieldtype: expected[1],
        fieldId: expected[2],
        from: expected[3],
        fromString: expected[4],
        to: expected[5],
        toString: expected[6],
      },
    ]);
  });

  it('says nothing of the creation, nor of what did not change', () => {
    const { jira, events } = sampleJira();
    jira.createIssue({ ...issue, fields: { priority: 'High' } });
    jira.edit('ITS-1', { by: 'agent', fields: { priority: 'High' } });
    expect(jira.issue('ITS-1').histories).toEqual([]);
    expect(events).toEqual([]);
  });

  it('sets the resolution on the way to done and clears it on the way back, in one entry each', () => {
    const { jira } = sampleJira();
    jira.createIssue(issue);
    jira.transition('ITS-1', { at: MONDAY_NINE, by: 'agent', to: 'Resolve' });
    jira.transition('ITS-1', { at: MONDAY_NINE + HOUR, by: 'agent', to: 'Closed', resolution: 'Duplicate' });
    jira.transition('ITS-1', { at: MONDAY_NINE + 2 * HOUR, by: 'agent', to: 'Reopen' });
    const told = jira
      .issue('ITS-1')
      .histories.map((one) =>
        one.items.map((item) => `${item.field}: ${item.fromString} > ${item.toString}`),
      );
    expect(told).toEqual([
      ['resolution: null > Fixed', 'status: Open > Resolved'],
      ['resolution: Fixed > Duplicate', 'status: Resolved > Closed'],
      ['resolution: Duplicate > null', 'status: Closed > Open'],
    ]);
    expect(jira.issue('ITS-1').resolvedAt).toBeNull();
  });

  it('logs components one item each, and comments that were edited or deleted without a field id', () => {
    const { jira } = sampleJira();
    jira.createIssue({ ...issue, fields: { components: ['Till'] } });
    jira.edit('ITS-1', { by: 'agent', fields: { components: ['Network'] } });
    const { id } = jira.comment('ITS-1', { by: 'agent', text: 'one' });
    jira.editComment('ITS-1', id, { by: 'agent', text: 'two' });
    jira.deleteComment('ITS-1', id, { by: 'lead' });
    const items = jira.issue('ITS-1').histories.flatMap((history) => history.items);
    expect(
      items.map((item) => [item.field, item.fieldId, item.from, item.fromString, item.toString]),
    ).toEqual([
      ['Component', 'components', '10100', 'Till', null],
      ['Component', 'components', null, null, 'Network'],
      ['Comment', undefined, id, 'one', 'two'],
      ['Comment', undefined, id, 'two', null],
    ]);
    expect(jira.issue('ITS-1').comments).toEqual([]);
  });
});

describe('finished histories', () => {
  it('are loaded with ids that ascend with time across issues, and without events', async () => {
    const { jira, clock, events } = sampleJira();
    const at = (hours: number): number => MONDAY_NINE - 100 * HOUR + hours * HOUR;
    const loaded = jira.loadHistory([
      {
        at: at(2),
        by: 'customer',
        project: 'ITS',
        key: 'ITS-70',
        summary: 'second',
        steps: [{ at: at(3), by: 'agent', set: { status: 'Resolved' } }],
      },
      {
        at: at(0),
        by: 'customer',
        project: 'ITS',
        summary: 'first',
        steps: [
          { at: at(4), by: 'agent', set: { status: 'Resolved', resolution: 'Duplicate' } },
          { at: at(1), by: 'agent', comment: 'hello', internal: true },
          { at: at(2.5), by: 'agent', set: { assignee: 'agent', status: 'In Progress' } },
        ],
      },
    ]);
    expect(loaded).toEqual([
      { id: '10001', key: 'ITS-70' },
      { id: '10000', key: 'ITS-1' },
    ]);
    const log = jira
      .issues()
      .flatMap((one) => one.histories.map((history) => [history.id, one.key, (history.at - at(0)) / HOUR]));
    expect(log.sort()).toEqual([
      [10_000, 'ITS-1', 2.5],
      [10_001, 'ITS-70', 3],
      [10_002, 'ITS-1', 4],
    ]);
    expect(jira.issue('ITS-1').fields).toMatchObject({ resolution: '10201', assignee: 'agent', status: '5' });
    expect(jira.issue('ITS-1').comments[0]).toMatchObject({
      created: at(1),
      internal: true,
      author: 'agent',
    });
    expect(jira.createIssue({ by: 'agent', project: 'ITS', summary: 'third' }).key).toBe('ITS-71');
    await clock.settle();
    expect(events.map((event) => event.eventType)).toEqual(['avi:jira:created:issue']);
  });

  it('name what they do not know', () => {
    const { jira } = sampleJira();
    const load = (more: object): unknown =>
      jira.loadHistory([{ at: 1, by: 'agent', project: 'ITS', summary: 'a', steps: [], ...more }]);
    expect(() => load({ project: 'NO' })).toThrow("There is no project 'NO'.");
    expect(() => load({ requestType: 'Party' })).toThrow("Project ITS has no request type 'Party'.");
    expect(() => load({ fields: { Colour: 'red' } })).toThrow("There is no field 'Colour'.");
    expect(() => load({ fields: { Region: 'Moon' } })).toThrow("Option value 'Moon' is not valid");
  });
});

describe('a saved site', () => {
  it('wakes as it was, by way of JSON', async () => {
    const before = sampleJira();
    before.jira.createIssue({
      at: MONDAY_NINE - HOUR,
      by: 'customer',
      project: 'ITS',
      summary: 'a',
      fields: { Region: 'EMEA' },
    });
    before.jira.transition('ITS-1', { by: 'agent', to: 'Resolve' });
    before.jira.comment('ITS-1', { by: 'agent', text: 'done' });
    await before.call('app', 'PUT', '/rest/api/3/issue/ITS-1/properties/sla', { state: 'met' });
    await before.call('lead', 'PUT', '/rest/api/3/project/ITS/properties/accord', { on: true });
    await before.call('app', 'POST', '/rest/api/3/issue/ITS-1/notify', {
      subject: 's',
      to: { reporter: true },
    });
    before.jira.addUsers([{ accountId: 'new', displayName: 'Nora New', accountType: 'customer' }]);
    const saved = JSON.parse(JSON.stringify(before.jira.save())) as SavedState;
    const after = sampleJira({ site: saved });
    expect(after.jira.save()).toEqual(saved);
    for (const path of [
      'issue/ITS-1?expand=changelog&properties=sla',
      'issue/ITS-1/comment',
      'project/ITS/properties/accord',
    ]) {
      const [left, right] = [
        await before.call('app', 'GET', `/rest/api/3/${path}`),
        await after.call('app', 'GET', `/rest/api/3/${path}`),
      ];
      expect([right.status, right.body]).toEqual([200, left.body]);
    }
    expect(
      (await after.call('app', 'POST', '/rest/api/3/search/approximate-count', { jql: 'project = ITS' }))
        .body,
    ).toEqual({ count: 1 });
    expect(after.jira.createIssue({ by: 'new', project: 'ITS', summary: 'b' })).toEqual({
      id: '10001',
      key: 'ITS-2',
    });
  });

  it('of another version is refused', () => {
    const saved = { ...sampleJira().jira.save(), version: 2 } as unknown as SavedState;
    expect(() => sampleJira({ site: saved })).toThrow('version 1 is read');
  });
});
