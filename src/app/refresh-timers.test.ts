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
});
const store = async () => ({
  ...(await import('../storage/issue-refresh')),
  ...(await import('../storage/verdict-change')),
});

jest.setTimeout(30_000);

describe('A refresh', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await verbs()).migrate);
    expect(await app.publish(AGREEMENT)).toMatchObject({ ok: true });
  });
  afterEach(() => app.dispose());

  const refresh = async (issueId: string, now = app.now()) =>
    app.asApp(async () => (await verbs()).refreshTimers({ issueId, projectId: PROJECT }, app.push, now));
  const timers = (issueId: string) => app.timers(issueId);
  const property = async (issueId: string) => {
    const answer = await app.jira.fetch({
      identity: { as: 'app' },
      method: 'GET',
      path: `/rest/api/3/issue/${issueId}/properties/sla`,
      headers: {},
      body: undefined,
    });
    return answer.status === 404 ? null : ((await answer.json()) as { value: unknown }).value;
  };
  /** Everything a replay determines: the same however often and in whatever order it was written. */
  const rows = async (issueId: string) =>
    (await timers(issueId)).map(({ asOf: _asOf, ...timer }) => ({
      ...timer,
      ...(timer.stoppedAt === null && { elapsedMs: 0, grossElapsedMs: 0, remainingMs: 0 }),
    }));

  it('writes a row per cycle and the property JQL searches', async () => {
    const issueId = app.issue();
    await app.clock.advanceBy(10 * MINUTE);
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(20 * MINUTE);
    expect(await refresh(issueId)).toBe('written');
    expect(await timers(issueId)).toMatchObject([
      { measureId: 'time-to-first-response', state: 'met', elapsedMs: 10 * MINUTE, goalMs: HOUR },
      { measureId: 'time-to-resolution', state: 'running', elapsedMs: 30 * MINUTE, goalMs: 8 * HOUR },
    ]);
    expect(await property(issueId)).toEqual({
      v: 1,
      state: 'running',
      nextBreach: '2026-11-23T17:00Z',
      measures: {
        timeToFirstResponse: { state: 'met', breachTime: '2026-11-23T10:00Z', agreement: 'acme' },
        timeToResolution: { state: 'running', breachTime: '2026-11-23T17:00Z', agreement: 'acme' },
      },
    });
  });

  it('that finds nothing new costs two Jira calls and three SQL statements, and writes nothing', async () => {
    const issueId = app.issue();
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await refresh(issueId);
    const before = await timers(issueId);
    await app.clock.advanceBy(30 * MINUTE);
    let outcome = '';
    const cost = await app.costOf(async () => {
      outcome = await (await verbs()).refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now());
    });
    expect(outcome).toBe('unchanged');
    expect(cost.jira.length).toBeLessThanOrEqual(2);
    expect(cost.sql).toHaveLength(3);
    expect(
      [...cost.jira, ...cost.sql].filter((line) => /^(PUT|POST|DELETE)|SQL (?!SELECT)/.test(line)),
    ).toEqual([]);
    expect(await timers(issueId)).toEqual(before);
  });

  it('asks nothing of Jira where nothing is promised', async () => {
    const bug = app.jira.createIssue({ by: 'lead', project: 'DEV', summary: 'A bug' }).id;
    const cost = await app.costOf(async () =>
      (await verbs()).refreshTimers({ issueId: bug, projectId: '10001' }, app.push, app.now()),
    );
    expect(cost.jira).toEqual([]);
    expect(await timers(bug)).toEqual([]);
    expect(await property(bug)).toBeNull();
  });

  it('ends in the same rows, be it late, doubled or out of order', async () => {
    const steps: ((id: string) => void)[] = [
      (id) => app.jira.comment(id, { by: 'agent', text: 'On it' }),
      (id) => app.jira.transition(id, { by: 'agent', to: 'Waiting for customer' }),
      (id) => app.jira.edit(id, { by: 'agent', fields: { priority: 'High' } }),
      (id) => app.jira.comment(id, { by: 'customer', text: 'Here you are' }),
      (id) => app.jira.transition(id, { by: 'agent', to: 'Resume' }),
      (id) => app.jira.transition(id, { by: 'agent', to: 'Resolve' }),
      (id) => app.jira.transition(id, { by: 'agent', to: 'Reopen' }),
    ];
    const once = app.issue();
    const often = app.issue();
    const instants: number[] = [];
    for (const step of steps) {
      await app.clock.advanceBy(7 * MINUTE);
      for (const id of [once, often]) step(id);
      instants.push(app.now());
      await refresh(often);
      await refresh(often);
    }
    await refresh(once);
    // Late ones bring an old `now`: they were held up before they read Jira.
    for (const late of [instants[2], instants[0]]) if (late !== undefined) await refresh(often, late);
    const anonymous = (all: Awaited<ReturnType<typeof rows>>) =>
      all.map(({ issueId: _i, issueKey: _k, ...row }) => row);
    expect(anonymous(await rows(often))).toEqual(anonymous(await rows(once)));
    expect(JSON.stringify(await property(often))).toBe(JSON.stringify(await property(once)));
  });

  it('that was held up never overwrites a newer one', async () => {
    const issueId = app.issue();
    await refresh(issueId);
    app.jira.transition(issueId, { by: 'agent', to: 'Start work' });
    await app.clock.advanceBy(5 * MINUTE);
    app.jira.edit(issueId, { by: 'agent', fields: { priority: 'High' } });

    // The old one reads Jira now, and is held up on its way to the store.
    const { release, held } = holdNextAnswer(app);
    const old = refresh(issueId);
    await held;
    app.jira.transition(issueId, { by: 'agent', to: 'Resolve' });
    expect(await refresh(issueId)).toBe('written');
    const newest = await rows(issueId);
    release();
    // It loses its claim, reads Jira again, and finds that all is said.
    expect(await old).toBe('unchanged');
    expect(await rows(issueId)).toEqual(newest);
    expect(newest.find((timer) => timer.measureId === 'time-to-resolution')).toMatchObject({ state: 'met' });
  });

  it('sees what Jira logged by a clock that is ahead of ours', async () => {
    const issueId = app.issue();
    await refresh(issueId);
    const now = app.now();
    await app.clock.advanceBy(2_000);
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    expect(await refresh(issueId, now)).toBe('written');
    expect((await timers(issueId))[0]).toMatchObject({ state: 'met', elapsedMs: 2_000 });
  });

  it('repairs a property that somebody else changed', async () => {
    const issueId = app.issue();
    await refresh(issueId);
    const body = JSON.stringify({ v: 1, state: 'met', measures: {} });
    const path = `/rest/api/3/issue/${issueId}/properties/sla`;
    await app.jira.fetch({
      identity: { as: 'user', accountId: 'lead' },
      method: 'PUT',
      path,
      headers: {},
      body,
    });
    expect(await refresh(issueId)).toBe('written');
    expect(await property(issueId)).toMatchObject({ state: 'running' });
  });

  it('that died half way is made good by the next one', async () => {
    const issueId = app.issue();
    app.jira.failNext({ match: /^PUT .*\/properties\/sla/, status: 500 });
    await expect(refresh(issueId)).rejects.toThrow('500');
    expect(await property(issueId)).toBeNull();
    await app.clock.advanceBy(MINUTE);
    expect(await refresh(issueId)).toBe('written');
    expect(await property(issueId)).toMatchObject({ state: 'running' });
    expect(await refresh(issueId)).toBe('unchanged');
  });

  it('puts on record that a deleted comment changed a closed verdict', async () => {
    const issueId = app.issue();
    await app.clock.advanceBy(30 * MINUTE);
    const { id } = app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await refresh(issueId);
    await app.clock.advanceBy(2 * HOUR);
    app.jira.deleteComment(issueId, id, { by: 'lead' });
    expect(await refresh(issueId)).toBe('written');
    expect((await timers(issueId))[0]).toMatchObject({ measureId: 'time-to-first-response', state: 'breached', stoppedAt: null }); // prettier-ignore
    const changes = await app.asApp(async () => (await store()).verdictChangesOfIssue(issueId));
    expect(changes).toMatchObject([{ before: { outcome: 'met' }, after: { outcome: 'ongoing' } }]);
  });

  it('forgets an issue that was deleted', async () => {
    const issueId = app.issue();
    await refresh(issueId);
    app.jira.deleteIssue(issueId, { by: 'lead' });
    expect(await refresh(issueId)).toBe('removed');
    expect(await timers(issueId)).toEqual([]);
    expect(await app.asApp(async () => (await store()).readIssueRefresh(issueId))).toBeNull();
  });

  it('is due again when time alone changes a verdict', async () => {
    const issueId = app.issue();
    await refresh(issueId);
    const due = await app.asApp(async () => (await store()).issuesDueBy(app.now() + 100 * HOUR, 10));
    // First response within 1 h: at risk before that.
    expect(due).toEqual([{ issueId, dueAt: expect.any(Number) as number }]);
    expect(due[0]?.dueAt).toBeGreaterThan(app.now());
    expect(due[0]?.dueAt).toBeLessThan(app.now() + HOUR);
    await app.clock.advanceTo(due[0]?.dueAt ?? 0);
    expect(await refresh(issueId)).toBe('written');
    expect((await timers(issueId))[0]).toMatchObject({ state: 'at-risk', atRisk: true });
  });

  describe('of a ticket that is late and goes on', () => {
    const exclude = (from: number, to: number) =>
      app.agreeExclusion(
        {
          id: `maintenance-${from}`,
          clause: '4.2 Planned maintenance',
          agreementId: 'acme',
          effect: 'time',
          measures: ['time-to-resolution'],
          windows: [{ start: from, end: to }],
          during: null,
          when: { op: 'always' },
        },
        null,
      );
    /** Ten hours old, two hours late. */
    const late = async () => {
      const issueId = app.issue();
      app.jira.comment(issueId, { by: 'agent', text: 'On it' });
      await app.clock.advanceBy(10 * HOUR);
      expect(await refresh(issueId)).toBe('written');
      return issueId;
    };
    const remaining = async (issueId: string) =>
      (await timers(issueId)).find(({ measureId }) => measureId === 'time-to-resolution')?.remainingMs;

    it('finds an exclusion of hours that are over, signed since', async () => {
      const issueId = await late();
      await app.clock.advanceBy(6 * HOUR);
      expect(await refresh(issueId)).toBe('unchanged');
      await exclude(app.now() - 4 * HOUR, app.now() - HOUR);
      expect(await refresh(issueId)).toBe('written');
      expect(await remaining(issueId)).toBe(-5 * HOUR);
      expect(await refresh(issueId)).toBe('unchanged');
    });

    it('finds a pause that began and ended since', async () => {
      const issueId = await late();
      app.jira.transition(issueId, { by: 'agent', to: 'Waiting for customer' });
      await app.clock.advanceBy(2 * HOUR);
      app.jira.transition(issueId, { by: 'agent', to: 'Resume' });
      await app.clock.advanceBy(HOUR);
      expect(await refresh(issueId)).toBe('written');
      expect(await remaining(issueId)).toBe(-3 * HOUR);
    });

    it('writes nothing while an exclusion goes on, and is due at its end', async () => {
      const issueId = await late();
      const [from, end] = [app.now() + HOUR, app.now() + 5 * HOUR];
      await exclude(from, end);
      expect(await refresh(issueId)).toBe('written');
      const due = () => app.asApp(async () => (await store()).issuesDueBy(end, 10));
      expect(await due()).toEqual([{ issueId, dueAt: end }]);
      await app.clock.advanceTo(from + HOUR);
      await refresh(issueId);
      await app.clock.advanceTo(from + 2 * HOUR);
      expect(await refresh(issueId)).toBe('unchanged');
      await app.clock.advanceTo(end);
      expect(await refresh(issueId)).toBe('written');
      expect(await remaining(issueId)).toBe(-3 * HOUR);
      expect(await due()).toEqual([]);
    });
  });

  it('takes an issue along that moves to a project where nothing is promised', async () => {
    const issueId = app.issue();
    await refresh(issueId);
    app.jira.move(issueId, { by: 'lead', project: 'DEV' });
    await app.asApp(async () =>
      (await verbs()).refreshTimers({ issueId, projectId: '10001' }, app.push, app.now()),
    );
    expect(await timers(issueId)).toEqual([]);
    expect(await property(issueId)).toMatchObject({ state: 'none' });
  });
});

/** Holds up the app's next request of an issue, after Jira has answered it. */
function holdNextAnswer(app: AppUnderTest): { readonly release: () => void; readonly held: Promise<void> } {
  let release = (): void => undefined;
  let arrived = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrived = resolve));
  const go = new Promise<void>((resolve) => (release = resolve));
  app.afterJira = async () => {
    app.afterJira = async () => undefined;
    arrived();
    await go;
  };
  return { release, held };
}
