import { textToAdf } from './adf';
import type { EventHabits } from './local-jira-api';
import { MONDAY_NINE, sampleJira, type SampleJira } from './sample-jira';

const MINUTE = 60_000;

const names = (site: SampleJira): string[] =>
  site.events.map((event) => event.eventType.replace('avi:jira:', ''));

describe('product events', () => {
  it('tell of each write as Jira does', async () => {
    const site = sampleJira();
    const { jira, clock } = site;
    jira.createIssue({ by: 'customer', project: 'ITS', summary: 'a' });
    jira.edit('ITS-1', { by: 'agent', fields: { assignee: 'agent', priority: 'High' } });
    jira.transition('ITS-1', { by: 'agent', to: 'Resolve' });
    const { id } = jira.comment('ITS-1', { by: 'agent', text: 'hi', internal: true });
    jira.editComment('ITS-1', id, { by: 'agent', text: 'ho' });
    jira.deleteComment('ITS-1', id, { by: 'agent' });
    jira.deleteIssue('ITS-1', { by: 'lead' });
    await clock.settle();
    expect(names(site)).toEqual([
      'created:issue',
      'assigned:issue',
      'updated:issue',
      'updated:issue',
      'commented:issue',
      'commented:issue',
      'deleted:comment',
      'deleted:issue',
    ]);
    const resolved = site.events[3];
    expect(resolved).toMatchObject({
      selfGenerated: false,
      timestamp: String(MONDAY_NINE),
      atlassianId: 'agent',
      jiraEventTypeName: 'issue_resolved',
      associatedStatuses: [{ name: 'Open' }, { name: 'Resolved' }],
      changelog: {
        id: '10001',
        items: [
          { fieldId: 'resolution', to: '10200' },
          { fieldId: 'status', from: '1', to: '5' },
        ],
      },
      issue: {
        key: 'ITS-1',
        fields: { summary: 'a', status: { name: 'Resolved' }, assignee: { accountId: 'agent' } },
      },
    });
    expect(resolved?.changelog).not.toHaveProperty('created');
    expect(Object.keys((resolved?.issue as { fields: object }).fields).sort()).toEqual(
      [
        'assignee',
        'created',
        'creator',
        'issuetype',
        'project',
        'reporter',
        'status',
        'summary',
        'updated',
      ].sort(),
    );
    expect(site.events[4]).toMatchObject({
      comment: { id, jsdPublic: false, author: { accountId: 'agent' } },
    });
  });

  it('of the app are marked as its own, those of its users are not', async () => {
    const site = sampleJira();
    site.jira.createIssue({ by: 'customer', project: 'ITS', summary: 'a' });
    const body = { body: textToAdf('hello') };
    await site.call('app', 'POST', '/rest/api/3/issue/ITS-1/comment', body);
    await site.call('agent', 'POST', '/rest/api/3/issue/ITS-1/comment', body);
    await site.clock.settle();
    expect(site.events.map((event) => event.selfGenerated)).toEqual([false, true, false]);
  });

  it('do not follow from a property, and do not cascade from a project', async () => {
    const site = sampleJira();
    site.jira.createIssue({ by: 'customer', project: 'ITS', summary: 'a' });
    await site.call('app', 'PUT', '/rest/api/3/issue/ITS-1/properties/sla', { state: 'met' });
    site.jira.deleteProject('ITS', { by: 'root' });
    await site.clock.settle();
    expect(names(site)).toEqual(['created:issue', 'deleted:project']);
    expect(site.events[1]).toMatchObject({ project: { id: '10000', key: 'ITS' } });
    expect((await site.call('app', 'GET', '/rest/api/3/issue/ITS-1')).status).toBe(404);
  });

  it('without a delay arrive once, in order, also while the clock stands still', async () => {
    const site = sampleJira();
    site.jira.createIssue({ by: 'customer', project: 'ITS', summary: 'a' });
    site.jira.comment('ITS-1', { by: 'agent', text: 'b' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(names(site)).toEqual(['created:issue', 'commented:issue']);
    await site.clock.advanceBy(1000);
    expect(site.events).toHaveLength(2);
    site.jira.comment('ITS-1', { by: 'agent', text: 'c' });
    site.jira.stop();
    await new Promise((resolve) => setImmediate(resolve));
    expect(site.events).toHaveLength(2);
  });

  it('above 200 kB are not delivered', async () => {
    const site = sampleJira();
    site.jira.createIssue({ by: 'customer', project: 'ITS', summary: 'a' });
    site.jira.comment('ITS-1', { by: 'agent', text: 'x'.repeat(200_000) });
    await site.clock.settle();
    expect(names(site)).toEqual(['created:issue']);
  });

  describe('with habits', () => {
    async function played(events: EventHabits): Promise<string[]> {
      const site = sampleJira({ events });
      const told: string[] = [];
      const seen = (): number => site.events.length;
      site.jira.createIssue({ by: 'customer', project: 'ITS', summary: '0' });
      for (let i = 1; i <= 40; i += 1) {
        site.jira.edit('ITS-1', { by: 'agent', fields: { summary: String(i) } });
        await site.clock.advanceBy(1000);
      }
      await site.clock.advanceBy(10 * MINUTE);
      for (let i = 0; i < seen(); i += 1) {
        const event = site.events[i] as unknown as { changelog?: { items: { toString: string }[] } };
        told.push(event.changelog?.items[0]?.toString ?? '-');
      }
      return told;
    }
    const inOrder = ['-', ...Array.from({ length: 40 }, (_, i) => String(i + 1))];

    it('of none arrive once, in order', async () => {
      expect(await played({})).toEqual(inOrder);
    });

    it('are doubled, and the same ones for the same seed', async () => {
      const first = await played({ doubleShare: 0.5, seed: 7 });
      expect(first.length).toBeGreaterThan(50);
      expect([...new Set(first)]).toEqual(inOrder);
      expect(await played({ doubleShare: 0.5, seed: 7 })).toEqual(first);
      expect(await played({ doubleShare: 0.5, seed: 8 })).not.toEqual(first);
    });

    it('arrive late and out of order, none missing', async () => {
      for (const habits of [
        { delayMs: [0, 180_000] as const, seed: 3 },
        { shuffle: 0.5, seed: 3 },
      ]) {
        const told = await played(habits);
        expect(told).not.toEqual(inOrder);
        expect([...told].sort()).toEqual([...inOrder].sort());
      }
    });

    it('are not delivered before their delay', async () => {
      const site = sampleJira({ events: { delayMs: [60_000, 60_000] } });
      site.jira.createIssue({ by: 'customer', project: 'ITS', summary: 'a' });
      await site.clock.advanceBy(59_999);
      expect(site.events).toHaveLength(0);
      await site.clock.advanceBy(1);
      expect(site.events).toHaveLength(1);
    });

    it('lose their changelog, or themselves', async () => {
      const bare = await played({ dropChangelogShare: 0.5, seed: 5 });
      expect(bare).toHaveLength(41);
      expect(bare.filter((one) => one === '-').length).toBeGreaterThan(10);
      const lost = await played({ loseShare: 0.5, seed: 5 });
      expect(lost.length).toBeLessThan(30);
      expect(lost.every((one) => inOrder.includes(one))).toBe(true);
    });
  });
});
