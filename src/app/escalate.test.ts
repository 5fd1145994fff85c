import {
  AGREEMENT,
  appOnSampleSite,
  HOUR,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from './testing/app-on-sample-site';

// The verbs are imported once the runtime is there: @forge/kvs looks for it as it is loaded.
const verbs = async () => ({
  ...(await import('./migrate')),
  ...(await import('./refresh-timers')),
  ...(await import('./sweep')),
});
const store = async () => ({
  ...(await import('../storage/audit-entry')),
  ...(await import('../storage/escalation-firing')),
});

/** On the sample agreement: 8 h to resolve, 2 h for High, around the clock. Monday, 09:00. */
const escalating = (escalations: string, from = AGREEMENT): string =>
  `${from}consequences:\n  escalations:\n${escalations.replace(/^/gm, '    ')}\n`;

const WARN = `- id: warn
  name: Two hours left
  measures: [time-to-resolution]
  when: 2h before breach
  do:
    - comment: Please look at this.
    - notify: { roles: [assignee, Service Desk Team], people: [lead], subject: Two hours left }`;

jest.setTimeout(30_000);

describe('An escalation', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await verbs()).migrate);
  });
  afterEach(() => app.dispose());

  const publish = async (document: string) => expect(await app.publish(document)).toMatchObject({ ok: true });
  const refresh = async (issueId: string) =>
    app.asApp(async () =>
      (await verbs()).refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()),
    );
  const firings = async (issueId: string) =>
    [...(await app.asApp(async () => (await store()).firingsOfIssue(issueId)))].sort((a, b) =>
      a.escalationId < b.escalationId ? -1 : 1,
    );
  const issueOf = async (issueId: string) => {
    const answer = await app.jira.fetch({
      identity: { as: 'app' },
      method: 'GET',
      path: `/rest/api/3/issue/${issueId}`,
      headers: {},
      body: undefined,
    });
    return ((await answer.json()) as { fields: Record<string, unknown> }).fields;
  };
  const comments = async (issueId: string) => {
    const { comment } = (await issueOf(issueId)) as {
      comment: { comments: { jsdPublic: boolean; body: unknown; author: { accountId: string } }[] };
    };
    return comment.comments;
  };

  it('happens at its instant, not before, and once', async () => {
    await publish(escalating(WARN));
    const issueId = app.issue();
    await refresh(issueId);
    await app.clock.advanceBy(6 * HOUR - 1);
    await refresh(issueId);
    expect(await firings(issueId)).toEqual([]);
    expect(app.jira.mailbox()).toEqual([]);

    await app.clock.advanceBy(1);
    await refresh(issueId);
    expect(await firings(issueId)).toMatchObject([
      {
        escalationId: 'warn',
        measureId: 'time-to-resolution',
        cycleNumber: 1,
        state: 'done',
        thresholdAt: Date.parse('2026-11-23T15:00:00Z'),
        firedAt: Date.parse('2026-11-23T15:00:00Z'),
        outcome: [
          { action: 'comment', ok: true, text: 'Commented internally.' },
          { action: 'notify', ok: true, text: 'Mailed by Jira.' },
        ],
      },
    ]);
    const [comment] = await comments(issueId);
    expect(comment).toMatchObject({ jsdPublic: false, author: { accountId: 'app' } });
    expect(JSON.stringify(comment?.body)).toContain('is missed after 23 November 2026, 17:00 (UTC)');
    expect(app.jira.mailbox()).toMatchObject([
      { to: ['lead', 'agent', 'agent2'], subject: 'Two hours left' },
    ]);

    for (const hours of [1, 5, 30]) {
      await app.clock.advanceBy(hours * HOUR);
      await refresh(issueId);
    }
    expect(await comments(issueId)).toHaveLength(1);
    expect(app.jira.mailbox()).toHaveLength(1);
  });

  it('is written into the log of the project', async () => {
    await publish(escalating(WARN));
    const issueId = app.issue();
    await app.clock.advanceBy(6 * HOUR);
    await refresh(issueId);
    const [entry] = await app.asApp(async () => (await store()).auditEntriesBefore(PROJECT, null, 1));
    expect(entry).toMatchObject({ actor: 'accord', action: 'ticket-escalated', subject: `issue:${issueId}` });
    expect(entry?.detail).toContain('“Two hours left” of “Time to resolution”, 2h before breach');
  });

  it('wakes the ticket: the sweep queues it for the very second', async () => {
    await publish(escalating(WARN));
    const issueId = app.issue();
    await app.clock.advanceBy(90 * MINUTE);
    await refresh(issueId);
    await app.clock.advanceBy(4.5 * HOUR - 2 * MINUTE);
    app.pushed.length = 0;
    await app.asApp(async () => (await verbs()).sweep(app.push, app.now()));
    expect(app.pushed).toContainEqual({
      job: { v: 1, kind: 'refresh', issues: [{ issueId }] },
      delayMs: 2 * MINUTE,
    });
  });

  it('is done once by two replays at the same time', async () => {
    await publish(escalating(WARN));
    const issueId = app.issue();
    await refresh(issueId);
    await app.clock.advanceBy(6 * HOUR);
    await Promise.all([refresh(issueId), refresh(issueId), refresh(issueId)]);
    expect(await comments(issueId)).toHaveLength(1);
    expect(app.jira.mailbox()).toHaveLength(1);
  });

  it('happens again in the next cycle', async () => {
    await publish(escalating(WARN));
    const issueId = app.issue();
    await app.clock.advanceBy(6 * HOUR);
    await refresh(issueId);
    app.jira.transition(issueId, { by: 'agent', to: 'Resolve' });
    await app.clock.advanceBy(HOUR);
    app.jira.transition(issueId, { by: 'agent', to: 'Reopen' });
    await app.clock.advanceBy(6 * HOUR);
    await refresh(issueId);
    expect((await firings(issueId)).map(({ cycleNumber, state }) => [cycleNumber, state])).toEqual([
      [1, 'done'],
      [2, 'done'],
    ]);
  });

  describe('of each reply', () => {
    const REPLIES = AGREEMENT.replace(
      'measures:\n',
      'measures:\n  - preset: next-response\n    goals: [{ name: Every reply, within: 4h }]\n    target: 95%\n',
    );
    const HALFWAY = `- id: halfway
  name: Two hours left
  measures: [next-response]
  when: 2h before breach
  do: [{ comment: Please reply. }]`;
    const asked = async (issueId: string) => {
      await app.clock.advanceBy(MINUTE);
      return app.jira.comment(issueId, { by: 'customer', text: 'And now?' }).id;
    };
    const replied = async (issueId: string, afterMs: number) => {
      await app.clock.advanceBy(afterMs);
      await refresh(issueId);
      app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    };
    const acted = async (issueId: string) =>
      (await firings(issueId)).map(({ state, firedAt }) => [state, (firedAt - app.now()) / HOUR]);
    beforeEach(() => publish(escalating(HALFWAY, REPLIES)));

    it('happens in a cycle that takes the number of one whose comment was deleted', async () => {
      const issueId = app.issue();
      await replied(issueId, MINUTE);
      const question = await asked(issueId);
      await replied(issueId, 2 * HOUR);
      await asked(issueId);
      app.jira.deleteComment(issueId, question, { by: 'customer' });
      await app.clock.advanceBy(2 * HOUR);
      await refresh(issueId);
      expect((await acted(issueId)).map(([state]) => state)).toEqual(['done', 'done']);
    });

    it('happens once in a cycle that is numbered anew by a deleted comment', async () => {
      const issueId = app.issue();
      await replied(issueId, MINUTE);
      const question = await asked(issueId);
      await replied(issueId, HOUR);
      await asked(issueId);
      await app.clock.advanceBy(2 * HOUR);
      await refresh(issueId);
      app.jira.deleteComment(issueId, question, { by: 'customer' });
      await app.clock.advanceBy(MINUTE);
      await refresh(issueId);
      expect(await acted(issueId)).toEqual([['done', -1 / 60]]);
    });

    it('that was noted by number, before, stays noted', async () => {
      const issueId = app.issue();
      await replied(issueId, MINUTE);
      await asked(issueId);
      await app.clock.advanceBy(2 * HOUR);
      await refresh(issueId);
      await app.asApp(async () => (await import('./testing/behind-the-screens')).forgetBeginnings());
      await app.clock.advanceBy(MINUTE);
      await refresh(issueId);
      expect(await acted(issueId)).toHaveLength(1);
    });
  });

  it('raises no storm when an agreement attaches to tickets that are late already', async () => {
    const late = Array.from({ length: 5 }, () => app.issue());
    await app.clock.advanceBy(30 * MINUTE);
    const soon = app.issue();
    // Six hours and ten minutes later the five are 10 minutes behind the threshold: too new to be “long ago”.
    await app.clock.advanceBy(5 * HOUR + 40 * MINUTE);
    await publish(escalating(WARN));
    for (const issueId of [...late, soon]) await refresh(issueId);
    for (const issueId of late)
      expect(await firings(issueId)).toMatchObject([
        { state: 'skipped', because: 'not-in-force', outcome: [] },
      ]);
    expect(app.jira.mailbox()).toEqual([]);
    // The one whose threshold is still ahead is told of.
    await app.clock.advanceBy(20 * MINUTE);
    await refresh(soon);
    expect(await firings(soon)).toMatchObject([{ state: 'done' }]);
    for (const issueId of late) await refresh(issueId);
    expect(app.jira.mailbox()).toHaveLength(1);
  });

  it('is not made up for when nobody looked for more than an hour', async () => {
    await publish(escalating(WARN));
    const [inTime, tooLate] = [app.issue(), app.issue()];
    await app.clock.advanceBy(7 * HOUR);
    await refresh(inTime);
    await app.clock.advanceBy(1);
    await refresh(tooLate);
    expect(await firings(inTime)).toMatchObject([{ state: 'done' }]);
    expect(await firings(tooLate)).toMatchObject([{ state: 'skipped', because: 'too-late' }]);
  });

  it('waits for the morning, unless it may come at any hour', async () => {
    const office = '  - { id: office, name: Office, timeZone: UTC, hours: { mon-fri: 09:00-17:00 } }\n';
    const rules = AGREEMENT.replace('calendars:\n', `calendars:\n${office}`).replaceAll(
      'within: 8h',
      'within: 8h, calendar: always',
    );
    const late = (id: string, rest: string) =>
      `- id: ${id}\n  name: ${id}\n  measures: [time-to-resolution]\n  when: at breach\n${rest}  do: [{ comment: ${id} }]`;
    await publish(escalating(`${late('by-day', '')}\n${late('by-night', '  anyHour: true\n')}`, rules));
    await app.clock.advanceBy(5 * HOUR); // 14:00, so the goal ends at 22:00
    const issueId = app.issue();
    await app.clock.advanceBy(8 * HOUR);
    await refresh(issueId);
    expect(await firings(issueId)).toEqual([]);
    await app.clock.advanceBy(1);
    await refresh(issueId);
    expect(await firings(issueId)).toMatchObject([{ escalationId: 'by-night', state: 'done' }]);
    await app.clock.advanceBy(11 * HOUR - 2);
    await refresh(issueId);
    expect(await firings(issueId)).toHaveLength(1);
    await app.clock.advanceBy(1);
    await refresh(issueId);
    expect(await firings(issueId)).toMatchObject([
      {
        escalationId: 'by-day',
        state: 'done',
        thresholdAt: Date.parse('2026-11-23T22:00:00.001Z'),
        firedAt: Date.parse('2026-11-24T09:00:00Z'),
      },
      { escalationId: 'by-night' },
    ]);
  });

  it('changes the ticket, and looks at it again by itself', async () => {
    await publish(
      escalating(`- id: late
  name: Late
  measures: [time-to-resolution]
  when: at breach
  do:
    - assign: lead
    - raisePriority: next
    - label: sla-late
    - transition: start WORK
    - set: { field: Region, value: EMEA }
    - set: { field: Affected users, value: 12 }`),
    );
    const issueId = app.issue();
    app.jira.edit(issueId, { by: 'agent', fields: { priority: 'Medium' } });
    await app.clock.advanceBy(8 * HOUR + 1);
    app.pushed.length = 0;
    await refresh(issueId);
    const [firing] = await firings(issueId);
    expect(firing?.outcome.filter(({ ok }) => !ok)).toEqual([]);
    expect(firing).toMatchObject({ state: 'done' });
    const fields = await issueOf(issueId);
    expect(fields).toMatchObject({
      assignee: { accountId: 'lead' },
      priority: { name: 'High' },
      labels: ['sla-late'],
      status: { name: 'In Progress' },
    });
    expect(JSON.stringify(fields)).toContain('EMEA');
    expect(app.pushed).toContainEqual({
      job: { v: 1, kind: 'refresh', issues: [{ issueId, projectId: PROJECT }] },
      delayMs: 0,
    });
    // The shorter goal of High, long past, is of the same cycle: nothing happens twice.
    await refresh(issueId);
    expect(await firings(issueId)).toHaveLength(1);
  });

  it('notes what Jira refuses, and does the rest', async () => {
    await publish(
      escalating(`- id: late
  name: Late
  measures: [time-to-resolution]
  when: at breach
  do:
    - transition: Fly away
    - assign: gone
    - raisePriority: Low
    - notify: { roles: [assignee, Astronauts] }
    - label: sla-late`),
    );
    const issueId = app.issue();
    await app.clock.advanceBy(8 * HOUR + 1);
    await refresh(issueId);
    expect(await firings(issueId)).toMatchObject([
      {
        state: 'failed',
        outcome: [
          { ok: false, text: 'The status of the ticket has no transition “Fly away”.' },
          { ok: false, text: expect.stringContaining('cannot be assigned') },
          { ok: true, text: expect.stringContaining('already') },
          { ok: false, text: expect.stringContaining('No recipients') },
          { ok: true, text: 'Labelled “sla-late”.' },
        ],
      },
    ]);
  });

  it('is given back when Jira lets nothing be done, and done by the next replay', async () => {
    await publish(escalating(WARN));
    const issueId = app.issue();
    await refresh(issueId);
    await app.clock.advanceBy(6 * HOUR);
    app.jira.failNext({ match: /^POST .*\/comment$/, status: 429, headers: { 'Retry-After': '60' } });
    await expect(refresh(issueId)).rejects.toMatchObject({ code: 'busy' });
    expect(await firings(issueId)).toEqual([]);
    await app.clock.advanceBy(MINUTE);
    await refresh(issueId);
    expect(await firings(issueId)).toMatchObject([{ state: 'done' }]);
    expect(await comments(issueId)).toHaveLength(1);
  });

  it('is forgotten with its ticket', async () => {
    await publish(escalating(WARN));
    const issueId = app.issue();
    await app.clock.advanceBy(6 * HOUR);
    await refresh(issueId);
    app.jira.deleteIssue(issueId, { by: 'lead' });
    app.pushed.length = 0;
    for (let looks = 0; looks < 6; looks++) {
      await refresh(issueId);
      await app.clock.advanceBy(15 * MINUTE);
    }
    expect(await firings(issueId)).toEqual([]);
    // As long as it could be done again, it is looked at again.
    expect(app.pushed.map(({ delayMs }) => delayMs)).toEqual(Array(5).fill(15 * MINUTE));
  });

  it('happens once although Jira hides the ticket from the app for a while', async () => {
    await publish(escalating(WARN));
    const issueId = app.issue();
    await refresh(issueId);
    await app.clock.advanceBy(6 * HOUR);
    await refresh(issueId);
    const done = app.jira.issue(issueId).comments.length;
    app.jira.failNext({ match: `GET /rest/api/3/issue/${issueId}`, status: 404 });
    await refresh(issueId);
    expect(await app.timers(issueId)).toEqual([]);
    await app.clock.advanceBy(20 * MINUTE);
    await refresh(issueId);
    expect(await app.timers(issueId)).not.toEqual([]);
    expect(done).toBe(1);
    expect(app.jira.issue(issueId).comments).toHaveLength(1);
  });

  describe('that was done', () => {
    const list = async (by: string, after: string | null = null) =>
      app.asUser(by, async () =>
        (await import('./list-escalations')).listEscalations({ projectId: PROJECT, after }, app.now()),
      );

    it('is listed for those who may see the ticket, newest first, and for nobody else', async () => {
      await publish(escalating(WARN));
      const first = app.issue('Till 1');
      await app.clock.advanceBy(MINUTE);
      const secret = app.issue('Salary of the director');
      app.jira.edit(secret, { by: 'lead', fields: { security: 'Personnel' } });
      await app.clock.advanceBy(6 * HOUR);
      await refresh(first);
      await refresh(secret);
      const ofLead = await list('lead');
      expect(ofLead).toMatchObject({
        ok: true,
        value: {
          next: null,
          hidden: 0,
          jql: 'key in (ITS-1, ITS-2) order by key',
          tickets: [
            { issueKey: 'ITS-1', summary: 'Till 1', name: 'Two hours left', when: '2h before breach' },
            { issueKey: 'ITS-2', state: 'done', measureName: 'Time to resolution' },
          ],
        },
      });
      const ofAgent = await list('agent');
      expect(ofAgent).toMatchObject({ ok: true, value: { hidden: 0, tickets: [{ issueKey: 'ITS-1' }] } });
      expect(JSON.stringify(ofAgent)).not.toMatch(/Salary|ITS-2/);
      expect(await list('outsider')).toMatchObject({ ok: false, code: 'not-found' });
    });

    it('comes in pages that lose and double nothing, also of one instant', async () => {
      const at = app.now();
      const row = (n: number) => ({
        issueId: app.issue(`Ticket ${n}`),
        agreementId: 'acme',
        measureId: 'time-to-resolution',
        cycleNumber: 1,
        begunAt: at - 6 * HOUR,
        escalationId: 'warn',
        projectId: PROJECT,
        issueKey: `ITS-${n}`,
        agreementVersion: 1,
        thresholdAt: at,
        firedAt: at - (n > 20 && n <= 110 ? 0 : n),
        state: 'done' as const,
        outcome: [],
        because: null,
      });
      const rows = Array.from({ length: 130 }, (_, index) => row(index + 1));
      await app.asApp(async () => (await store()).recordFirings(rows));
      const seen: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 5; page++) {
        const answer = await list('agent', after);
        if (!answer.ok) throw new Error(answer.message);
        seen.push(...answer.value.tickets.map(({ issueId }) => issueId));
        after = answer.value.next;
        if (after === null) break;
      }
      expect(seen).toHaveLength(130);
      expect(new Set(seen).size).toBe(130);
    });

    it('counts tickets that Jira hides, but none on a security level that is not the viewer’s', async () => {
      await publish(escalating(WARN));
      const [moved, secret] = [app.issue(), app.issue()];
      app.jira.edit(secret, { by: 'lead', fields: { security: 'Personnel' } });
      await app.clock.advanceBy(6 * HOUR);
      await refresh(moved);
      await refresh(secret);
      // Hidden since its facts were written.
      app.jira.edit(moved, { by: 'lead', fields: { security: 'Personnel' } });
      expect(await list('agent')).toMatchObject({ value: { tickets: [], hidden: 1 } });
      expect(await list('lead')).toMatchObject({ value: { tickets: [{}, {}], hidden: 0 } });
    });

    it('is told as broken off when it did not end within minutes', async () => {
      const issueId = app.issue();
      const claim = {
        ...{ issueId, agreementId: 'acme', measureId: 'time-to-resolution', cycleNumber: 1 },
        ...{ escalationId: 'warn', projectId: PROJECT, issueKey: 'ITS-1', agreementVersion: 1 },
        begunAt: app.now() - 6 * HOUR,
        ...{
          thresholdAt: app.now(),
          firedAt: app.now(),
          state: 'claimed' as const,
          outcome: [],
          because: null,
        },
      };
      await app.asApp(async () => (await store()).claimFiring(claim));
      expect(await list('agent')).toMatchObject({ value: { tickets: [], hidden: 0 } });
      await app.clock.advanceBy(6 * MINUTE);
      expect(await list('agent')).toMatchObject({ value: { tickets: [{ state: 'interrupted' }] } });
    });
  });
});
