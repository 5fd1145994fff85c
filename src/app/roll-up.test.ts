import { AGREEMENT, appOnSampleSite, MINUTE, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

const verbs = async () => ({
  ...(await import('./check-rollups')),
  ...(await import('./migrate')),
  ...(await import('./refresh-timers')),
  ...(await import('./roll-up')),
});
const store = async () => ({
  ...(await import('../storage/felt-figures')),
  ...(await import('../storage/report-figures')),
  ...(await import('../storage/rollup-dirty')),
  ...(await import('../storage/statement')),
  ...(await import('../storage/report-value')),
});
const DAY = 20_780;
const SCOPE = { projectId: PROJECT, fromDay: DAY, toDay: DAY, levels: [''], filter: {} };

jest.setTimeout(30_000);

describe('Roll-ups', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await verbs()).migrate);
    await app.publish(AGREEMENT);
  });
  afterEach(() => app.dispose());

  const answer = async () => {
    const issueId = app.issue();
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await app.asApp(async () =>
      (await verbs()).refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()),
    );
    return issueId;
  };
  const figures = () => app.asApp(async () => (await store()).dayFigures(SCOPE));
  const rollUp = () => app.asApp(async () => (await verbs()).rollUp(PROJECT, app.push, app.now()));
  const check = (as = 'lead') => app.asUser(as, async () => (await verbs()).checkRollups(PROJECT));

  it('are made once a day has been quiet; figures are the same before, meanwhile and after', async () => {
    await answer();
    const live = await figures();
    expect(live).toMatchObject({ rows: [{ met: 1 }], liveDays: 1 });
    expect(await app.asApp(async () => (await verbs()).rollUpJobs(app.now()))).toEqual([]);
    expect(await rollUp()).toBe(0);
    await app.clock.advanceBy(MINUTE);
    expect(await app.asApp(async () => (await verbs()).rollUpJobs(app.now()))).toEqual([
      { job: { v: 1, kind: 'roll-up', projectId: PROJECT }, delayMs: 0 },
    ]);
    expect(await rollUp()).toBe(1);
    expect(await figures()).toEqual({ rows: live.rows, liveDays: 0 });
    await answer();
    expect(await figures()).toMatchObject({ rows: [{ met: 2 }], liveDays: 1 });
    await app.clock.advanceBy(MINUTE);
    await rollUp();
    expect(await figures()).toMatchObject({ rows: [{ met: 2 }], liveDays: 0 });
    expect(await check()).toEqual({ ok: true, value: { days: 1, differences: [], waiting: 0 } });
  });

  it('that do not hold are found out, and made anew on demand; administrators only', async () => {
    await answer();
    await app.clock.advanceBy(MINUTE);
    await rollUp();
    await app.asApp(async () => {
      const { write } = await store();
      await write(`UPDATE day_rollup SET met = 7`, []);
      await write(`UPDATE report_cells SET priority = 'BB'`, []);
      await write(`UPDATE report_cells SET hour_sum = 'BBBBAB'`, []);
    });
    expect(await check('agent')).toMatchObject({ ok: false, code: 'forbidden' });
    const found = await check();
    expect(found).toMatchObject({ ok: true, value: { days: 1, waiting: 0 } });
    const texts = found.ok ? found.value.differences.map(({ day, what }) => `${day}: ${what}`) : [];
    const place = '2026-11-23: acme, time-to-first-response';
    expect(texts).toEqual([
      `${place}: counts otherwise than the rows`,
      `${place}: priority differs from the rows`,
      `${place}: hour-sum differs from the rows`,
    ]);
    await app.asApp(async () =>
      (await store()).write(`DELETE FROM report_cells WHERE dimension = 'assignee'`, []),
    );
    const split = await check();
    expect(split.ok && split.value.differences.map(({ what }) => what)).toEqual([
      'acme, time-to-first-response: counts otherwise than the rows',
      'acme, time-to-first-response: split by value differs from the rows',
    ]);
    const rebuild = (as: string) =>
      app.asUser(as, async () => (await verbs()).rebuildRollups(PROJECT, app.push, app.now()));
    expect(await rebuild('agent')).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await rebuild('lead')).toMatchObject({ ok: true, value: { waiting: 1 } });
    expect(app.pushed.at(-1)).toEqual({
      job: { v: 1, kind: 'roll-up', projectId: PROJECT },
      delayMs: 30_000,
    });
    expect(await figures()).toMatchObject({ rows: [{ met: 1 }], liveDays: 1 });
    await app.clock.advanceBy(30_000);
    await rollUp();
    expect(await check()).toMatchObject({ ok: true, value: { differences: [] } });
  });

  it('of resolved tickets follow what becomes of them', async () => {
    const felt = () =>
      app.asApp(async () =>
        (await store()).feltFigures(
          { projectId: PROJECT, levels: [''], filter: {} },
          { start: DAY * 86_400_000, end: (DAY + 2) * 86_400_000 },
        ),
      );
    const rolledUp = async () => {
      await app.clock.advanceBy(MINUTE);
      await rollUp();
      expect(await check()).toMatchObject({ ok: true, value: { differences: [], waiting: 0 } });
      return felt();
    };
    const issueId = await answer();
    const then = async (change: () => void) => {
      change();
      await app.asApp(async () =>
        (await verbs()).refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()),
      );
      const live = await felt();
      expect(await rolledUp()).toEqual(live);
      return live;
    };
    const to = (step: string) => () => app.jira.transition(issueId, { by: 'agent', to: step });
    expect(await then(to('Resolve'))).toEqual({ resolved: 1, reopened: 0, rated: 0, stars: 0 });
    const rate = () => app.jira.edit(issueId, { by: 'customer', fields: { Satisfaction: '2' } });
    expect(await then(rate)).toEqual({ resolved: 1, reopened: 0, rated: 1, stars: 2 });
    expect(await then(to('Reopen'))).toEqual({ resolved: 0, reopened: 0, rated: 0, stars: 0 });
    await app.clock.advanceBy(24 * 60 * MINUTE);
    expect(await then(to('Resolve'))).toEqual({ resolved: 1, reopened: 1, rated: 1, stars: 2 });
    await app.asApp(async () => {
      const { forgetFacts } = await import('./write-facts');
      await forgetFacts([issueId], app.now());
    });
    expect(await rolledUp()).toEqual({ resolved: 0, reopened: 0, rated: 0, stars: 0 });
  });

  it('made by a job that was overtaken are made again', async () => {
    await answer();
    await app.clock.advanceBy(MINUTE);
    await app.asApp(async () => {
      const { clearMark, daysToRollUp, dirtyDays, ValueCodes } = await store();
      const [mark] = await daysToRollUp(PROJECT, app.now(), 1);
      if (!mark) throw new Error('no mark');
      // Another job has been at it meanwhile, and cleared the mark.
      const { rollUpOne } = await verbs();
      await clearMark(mark);
      await rollUpOne(mark, await ValueCodes.of(PROJECT), app.now());
      expect(await dirtyDays(PROJECT, DAY, DAY)).toEqual([DAY]);
    });
  });
});
