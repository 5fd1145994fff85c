import {
  AGREEMENT,
  appOnSampleSite,
  HOUR,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from './testing/app-on-sample-site';

const verbs = async () => ({
  ...(await import('./migrate')),
  ...(await import('./refresh-timers')),
});
const store = async () => ({
  ...(await import('../storage/cycle-fact')),
  ...(await import('../storage/issue-fact')),
  ...(await import('../storage/rollup-dirty')),
});

/** Monday, 23 November 2026, in days since 1970-01-01. */
const MONDAY = 20_780;

jest.setTimeout(30_000);

describe('What reports count of a ticket', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await verbs()).migrate);
    expect(await app.publish(AGREEMENT)).toMatchObject({ ok: true });
  });
  afterEach(() => app.dispose());

  const refresh = async (issueId: string) =>
    app.asApp(async () =>
      (await verbs()).refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()),
    );
  const facts = (issueId: string) => app.asApp(async () => (await store()).cycleFactsOfIssue(issueId));
  const fact = (issueId: string) => app.asApp(async () => (await store()).readIssueFact(issueId));
  const dirty = () => app.asApp(async () => (await store()).dirtyDays(PROJECT, 0, 30_000));

  it('is nothing until a verdict falls, then the day and hour on which it fell', async () => {
    const issueId = app.issue();
    await refresh(issueId);
    expect(await facts(issueId)).toEqual([]);
    expect(await dirty()).toEqual([]);
    app.jira.edit(issueId, { by: 'agent', fields: { assignee: 'agent' } });
    await app.clock.advanceBy(10 * MINUTE);
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await refresh(issueId);
    expect(await facts(issueId)).toMatchObject([
      {
        measureId: 'time-to-first-response',
        decidedDay: MONDAY,
        decidedHour: 9,
        verdict: 'met',
        grossVerdict: 'met',
        elapsedMs: 10 * MINUTE,
        goalMs: HOUR,
        lateMs: 0,
        assigneeId: 'agent',
        holders: `a:agent=${10 * MINUTE}`,
        excluded: '',
      },
    ]);
    expect(await dirty()).toEqual([MONDAY]);
  });

  it('is late from the breach on and stays in its day, however long it goes on', async () => {
    const issueId = app.issue();
    await app.clock.advanceBy(2 * HOUR);
    await refresh(issueId);
    const late = { verdict: 'breached', decidedHour: 10, decidedDay: MONDAY };
    const [first] = await facts(issueId);
    expect(first).toMatchObject({
      ...late,
      stoppedAt: null,
      elapsedMs: null,
      lateMs: 0,
      holders: `u:=${HOUR}`,
    });
    await app.clock.advanceBy(30 * HOUR);
    await refresh(issueId);
    expect((await facts(issueId))[0]).toEqual(first);
    app.jira.comment(issueId, { by: 'agent', text: 'Sorry' });
    await refresh(issueId);
    expect((await facts(issueId))[0]).toMatchObject({
      ...late,
      stoppedAt: app.now(),
      elapsedMs: 32 * HOUR,
      lateMs: 31 * HOUR,
      holders: `u:=${32 * HOUR}`,
    });
  });

  it('bears the values of the ticket as it is now', async () => {
    const issueId = app.issue();
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await refresh(issueId);
    const [before] = await facts(issueId);
    app.jira.edit(issueId, { by: 'agent', fields: { priority: 'High' } });
    expect(await refresh(issueId)).toBe('written');
    const [after] = await facts(issueId);
    expect(after?.priorityId).not.toBe(before?.priorityId);
    expect(after).toEqual({ ...before, priorityId: after?.priorityId, stratum: `${after?.priorityId}|in` });
    expect(after?.requestTypeId).not.toBe('');
    expect(await fact(issueId)).toMatchObject({
      priorityId: after?.priorityId,
      requestTypeId: after?.requestTypeId,
      resolvedAt: null,
      reopened: 0,
    });
  });

  it('knows when it was resolved, and how often that was taken back', async () => {
    const issueId = app.issue();
    app.jira.transition(issueId, { by: 'agent', to: 'Start work' });
    app.jira.transition(issueId, { by: 'agent', to: 'Resolve' });
    await app.clock.advanceBy(HOUR);
    app.jira.transition(issueId, { by: 'agent', to: 'Reopen' });
    await refresh(issueId);
    expect(await fact(issueId)).toMatchObject({ resolvedAt: null, reopened: 1 });
    await app.clock.advanceBy(HOUR);
    app.jira.transition(issueId, { by: 'agent', to: 'Start work' });
    app.jira.transition(issueId, { by: 'agent', to: 'Resolve' });
    await refresh(issueId);
    expect(await fact(issueId)).toMatchObject({ resolvedAt: app.now(), reopened: 1 });
  });

  it('goes with it: a deleted ticket counts nowhere, and its days are counted anew', async () => {
    const issueId = app.issue();
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await refresh(issueId);
    await app.asApp(async () => {
      const { clearMark, daysToRollUp } = await store();
      for (const day of await daysToRollUp(PROJECT, app.now(), 9)) await clearMark(day);
    });
    app.jira.deleteIssue(issueId, { by: 'lead' });
    expect(await refresh(issueId)).toBe('removed');
    expect([await facts(issueId), await fact(issueId), await dirty()]).toEqual([[], null, [MONDAY]]);
  });
});
