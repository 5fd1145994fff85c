import type { CreditsView } from '../contract/money';
import type { Exclusion } from '../engine/agreement';
import { AGREEMENT, appOnSampleSite, HOUR, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

const verbs = async () => ({
  ...(await import('./migrate')),
  ...(await import('./read-credits')),
  ...(await import('./refresh-timers')),
});

const PRICED = `${AGREEMENT}
consequences:
  fee: { amount: 12400, currency: EUR }
  credits:
    - measure: time-to-first-response
      tiers: [{ below: 95%, credit: 5% }, { below: 60%, credit: 10% }]
    - measure: time-to-resolution
      perBreach: { amount: 100, per: 1h, free: 30m }
report: { every: week, by: Ana Ruiz, to: [Sam Reed] }
`.replace(
  'provider: { name: Northwind,',
  'provider: { name: Northwind, representatives: [{ name: Ana Ruiz }, { name: Sam Reed }],',
);

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);

jest.setTimeout(30_000);

describe('Credits', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await verbs()).migrate);
    expect(await app.publish(PRICED)).toMatchObject({ ok: true });
  });
  afterEach(() => app.dispose());

  const refresh = async (...issueIds: readonly string[]) => {
    for (const issueId of issueIds)
      await app.asApp(async () =>
        (await verbs()).refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()),
      );
  };
  const credits = async (accountId = 'agent', agreementId = 'acme') =>
    app.asUser(accountId, async () =>
      (await verbs()).readCredits({ projectId: PROJECT, agreementId }, app.now()),
    );
  const view = async () => {
    const result = await credits();
    if (!result.ok) throw new Error(result.message);
    return result.value;
  };

  it('are those of each period, and what is owed if nothing moves', async () => {
    // Monday, 09:00. Answered in time, resolved two hours and a half late.
    const first = app.issue();
    await app.clock.advanceBy(HOUR / 2);
    app.jira.comment(first, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(10 * HOUR);
    app.jira.transition(first, { by: 'agent', to: 'Resolve' });
    // Nobody answers this one: in an hour its response is late, in eight its resolution.
    const second = app.issue();
    await refresh(first, second);
    const { currency, decimals, periods, exposure } = await view();
    expect([currency, decimals]).toEqual(['EUR', 2]);
    expect(periods[0]).toMatchObject({ current: true, feeMinor: 1_240_000, owedMinor: 20_000 });
    expect(periods[0]?.measures).toMatchObject([
      { name: 'Time to first response', counts: { met: 1, breached: 0 }, target: 0.95, amountMinor: 0 },
      { name: 'Time to resolution', counts: { met: 0, breached: 1 }, amountMinor: 20_000 },
    ]);
    expect(periods[0]?.lines.at(-1)).toMatchObject({ kind: 'owed', amountMinor: 20_000 });
    expect(exposure).toMatchObject({
      nowMinor: 20_000,
      steps: [
        // One of two answered in time is below 60 %.
        { at: at('23T20:30'), owedMinor: 144_000, tickets: [{ measureName: 'Time to first response' }] },
        // Since 03:30 it is late, of which half an hour is free: twenty hours at midnight, forty-four the next day.
        { at: at('25T00:00'), owedMinor: 344_000, tickets: [{ measureName: 'Time to resolution' }] },
        { at: at('26T00:00'), owedMinor: 584_000, tickets: [] },
        { at: at('27T00:00'), owedMinor: 824_000 },
        { at: at('28T00:00'), owedMinor: 1_064_000 },
        // Never more than the fee.
        { at: at('29T00:00'), owedMinor: 1_240_000 },
      ],
      endOfWeek: at('30T00:00'),
      endOfWeekMinor: 1_240_000,
      endOfPeriod: at('30T00:00'),
      sentence: 'If nothing moves, €12,400.00 by Saturday.',
    });
    expect(exposure?.steps[0]?.tickets[0]?.issueKey).toBe(app.jira.issue(second).key);
  });

  it.each(['in the agreement', 'beside it'])(
    'foresee no late time in maintenance that comes back, agreed %s',
    async (place) => {
      // Two of each day's hours; the next version, of today, has them.
      const nights = `${PRICED.replace('version: 1', 'version: 2')
        .replace('2026-01-01', '2026-11-23')
        .replace(
          'measures:',
          "  - { id: nights, name: Nights, timeZone: UTC, hours: { mon-sun: '02:00-04:00' } }\nmeasures:",
        )}exclusions:
  - { id: nights, clause: 4.2 Maintenance, effect: time, reason: Updates, during: nights }
`;
      const beside = {
        id: 'nights',
        clause: '4.2 Maintenance',
        agreementId: 'acme',
        effect: 'time',
        measures: ['time-to-resolution'],
        windows: null,
        during: {
          id: 'nights',
          name: 'Nights',
          timeZone: 'UTC',
          weekly: Object.fromEntries(
            ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['02:00', '04:00']]]),
          ),
          dates: {},
          breaks: {},
          holidays: [],
        },
        when: { op: 'always' },
      } as const;
      if (place === 'beside it') await app.agreeExclusion(beside as unknown as Exclusion, null);
      else expect(await app.publish(nights)).toMatchObject({ ok: true });
      const late = app.issue();
      app.jira.comment(late, { by: 'agent', text: 'On it' });
      await app.clock.advanceBy(9 * HOUR);
      const open = app.issue();
      app.jira.comment(open, { by: 'agent', text: 'On it' });
      await refresh(late, open);
      // Monday, 18:00: one is late by an hour, the other one will be at two in the morning.
      const { exposure } = await view();
      const owed = (...hours: readonly number[]) => hours.reduce((sum, one) => sum + (one - 0.5) * 10_000, 0);
      expect(exposure?.nowMinor).toBe(owed(1));
      expect(exposure?.steps.slice(0, 5).map(({ at: when, owedMinor }) => [when, owedMinor])).toEqual([
        [at('24T00:00'), owed(7)],
        [at('24T02:00'), owed(9)],
        [at('25T00:00'), owed(29, 20)],
        [at('26T00:00'), owed(51, 42)],
        [at('27T00:00'), 1_240_000],
      ]);
      // What comes true is what was foreseen.
      await app.clock.advanceTo(at('26T00:00'));
      await refresh(late, open);
      expect((await view()).periods[0]?.owedMinor).toBe(owed(51) + owed(42));
    },
  );

  it('charge a late ticket that goes on up to now, in the period in which its goal was passed', async () => {
    const open = app.issue();
    app.jira.comment(open, { by: 'agent', text: 'On it' });
    await refresh(open);
    // Its goal is used up on Monday at 17:00.
    await app.clock.advanceBy(8 * HOUR + 1);
    await refresh(open);
    await app.clock.advanceTo(at('24T09:30'));
    const owed = async () => (await view()).periods.map(({ owedMinor }) => owedMinor);
    // Nothing was written since: 16.5 hours late, 16 of them charged.
    expect((await owed())[0]).toBe(160_000);
    await app.clock.advanceTo(at('30T09:30'));
    const [current, last] = await owed();
    expect([current, last]).toEqual([0, 1_240_000]);
    app.jira.transition(open, { by: 'agent', to: 'Waiting for customer' });
    await refresh(open);
    await app.clock.advanceBy(24 * HOUR);
    expect((await view()).periods[0]).toMatchObject({ current: true, owedMinor: 0 });
  });

  it.each([
    ['30m', 20_000],
    ['no', 25_000],
    ['3h', 0],
  ])('charge what is late beyond %s of free time, by the figures of the day', async (free, owedMinor) => {
    const terms = PRICED.replace(', free: 30m', free === 'no' ? '' : `, free: ${free}`);
    const next = terms.replace('version: 1', 'version: 2').replace('2026-01-01', '2026-11-30');
    expect(await app.publish(next)).toMatchObject({ ok: true });
    await app.clock.advanceTo(at('30T09:00'));
    const done = app.issue();
    app.jira.comment(done, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(10.5 * HOUR);
    app.jira.transition(done, { by: 'agent', to: 'Resolve' });
    await refresh(done);
    await app.clock.advanceTo(Date.parse('2026-12-07T12:00Z'));
    expect((await view()).periods.map((period) => period.owedMinor).slice(0, 2)).toEqual([0, owedMinor]);
  });

  it('stand still while a late ticket waits for the customer', async () => {
    const open = app.issue();
    app.jira.comment(open, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(9.5 * HOUR);
    app.jira.transition(open, { by: 'agent', to: 'Waiting for customer' });
    await refresh(open);
    await app.clock.advanceBy(5 * HOUR);
    const { periods, exposure } = await view();
    expect(periods[0]?.owedMinor).toBe(10_000);
    expect(exposure).toMatchObject({ nowMinor: 10_000, steps: [], endOfPeriodMinor: 10_000 });
    expect(exposure?.sentence).toBe(
      'If nothing moves, it stays at €100.00 until the period ends on 29 November.',
    );
  });

  it('are reckoned by the terms in force when a period began', async () => {
    const late = app.issue();
    await app.clock.advanceBy(2 * HOUR);
    await refresh(late);
    const dearer = PRICED.replace('amount: 12400', 'amount: 24800').replace('version: 1', 'version: 2');
    const effective = dearer.replace('effectiveFrom: 2026-01-01', 'effectiveFrom: 2026-11-25');
    expect(await app.publish(effective)).toMatchObject({ ok: true });
    await app.clock.advanceTo(at('26T12:00'));
    expect((await view()).periods[0]).toMatchObject({ feeMinor: 1_240_000, owedMinor: 124_000 });
    await app.clock.advanceTo(Date.parse('2026-12-01T12:00Z'));
    const { periods } = await view();
    expect(periods.slice(0, 3).map(({ feeMinor }) => feeMinor)).toEqual([2_480_000, 1_240_000, 1_240_000]);
    expect(periods).toHaveLength(13);
  });

  it('keep the interval that was in force when a period began, and the fee in part of one that is cut off', async () => {
    const monthly = PRICED.replace('every: week', 'every: month').replace('version: 1', 'version: 2');
    const effective = monthly.replace('effectiveFrom: 2026-01-01', 'effectiveFrom: 2026-11-25');
    expect(await app.publish(effective)).toMatchObject({ ok: true });
    await app.clock.advanceTo(Date.parse('2026-12-10T12:00Z'));
    const { periods } = await view();
    const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
    expect(periods.slice(0, 4).map(({ start, end, feeMinor }) => [day(start), day(end), feeMinor])).toEqual([
      ['2026-12-01', '2027-01-01', 1_240_000],
      ['2026-11-30', '2026-12-01', 41_333],
      ['2026-11-23', '2026-11-30', 1_240_000],
      ['2026-11-16', '2026-11-23', 1_240_000],
    ]);
  });

  const reckoned = (most: number) =>
    app.asUser('agent', async () => {
      const { agreementsOfProject } = await import('../storage/agreement-version');
      const scope = { projectId: PROJECT, agreementId: 'acme', levels: [''] };
      return (await verbs()).creditsView(scope, await agreementsOfProject(PROJECT), app.now(), most);
    });

  it('foresee the breaches of this period however many earlier ones are late, and say where they leave any out', async () => {
    const old = [app.issue(), app.issue(), app.issue()];
    await app.clock.advanceTo(at('30T09:00'));
    await refresh(...old);
    const fresh = app.issue();
    await refresh(fresh);
    // Three resolutions are late; this week there is a response to come, and a resolution.
    const [all, some, first] = [await reckoned(3), await reckoned(2), await reckoned(1)];
    expect(all).toMatchObject({ onlyFirst: null, exposure: { steps: expect.any(Array) } });
    expect(some).toMatchObject({ onlyFirst: 2, exposure: all?.exposure });
    expect(first?.exposure?.steps[0]?.tickets).toEqual([
      { issueKey: app.jira.issue(fresh).key, measureName: 'Time to first response' },
    ]);
  });

  it('leave out no clock where those that are too many cost nothing more', async () => {
    const open = [app.issue(), app.issue()];
    await app.clock.advanceBy(2 * HOUR);
    await refresh(...open);
    const fresh = app.issue();
    await refresh(fresh);
    // Two late responses are paid for by their number. A response and three resolutions are to come.
    const [all, some] = [await reckoned(4), await reckoned(3)];
    expect(all).toMatchObject({ onlyFirst: null, exposure: { nowMinor: 124_000 } });
    expect(some).toMatchObject({ onlyFirst: 3 });
  });

  describe('of tickets that only staff may see', () => {
    const FIRST = 'Time to first response';
    const as = async (accountId: string) => {
      const result = await credits(accountId);
      if (!result.ok) throw new Error(result.message);
      return result.value;
    };
    const sums = ({ periods: [current] }: CreditsView) => ({
      owedMinor: current?.owedMinor,
      counts: current?.measures.map(({ counts: { met, breached } }) => [met, breached]),
    });
    const forStaff = () => {
      const made = { by: 'customer', project: 'ITS', requestType: 'Report a fault', summary: 'Salaries' };
      return app.jira.createIssue({ ...made, fields: { security: 'Staff' } }).id;
    };

    it('count only for staff, in statements and in what will be owed', async () => {
      const [open, secret] = [app.issue(), forStaff()];
      app.jira.comment(open, { by: 'agent', text: 'On it' });
      app.jira.transition(open, { by: 'agent', to: 'Resolve' });
      // Answered two hours late; and not resolved on Monday at 17:00.
      await app.clock.advanceBy(3 * HOUR);
      app.jira.comment(secret, { by: 'agent', text: 'On it' });
      await app.clock.advanceBy(8 * HOUR);
      await refresh(open, secret);
      const [staff, others] = [await as('agent'), await as('manager')];
      // One of two answered in time: 10 % of the fee; and two and a half hours, charged at 100 an hour.
      expect(sums(staff)).toEqual({ owedMinor: 124_000 + 25_000, counts: [[1, 1], [1, 1]] }); // prettier-ignore
      expect(sums(others)).toEqual({ owedMinor: 0, counts: [[1, 0], [1, 0]] }); // prettier-ignore
      expect(staff.exposure).toMatchObject({ nowMinor: 149_000, endOfPeriodMinor: 1_240_000 });
      expect(others.exposure).toMatchObject({ nowMinor: 0, steps: [], endOfPeriodMinor: 0 });
    });

    it('are named only to staff where they will break, and not where Jira hides them meanwhile', async () => {
      const secret = forStaff();
      await refresh(secret);
      const { key } = app.jira.issue(secret);
      const named = async (accountId: string) =>
        (await as(accountId)).exposure?.steps[0]?.tickets.map(({ measureName, issueKey }) => [
          measureName,
          issueKey,
        ]);
      expect(await named('agent')).toEqual([[FIRST, key]]);
      expect(await named('manager')).toBeUndefined();
      expect(JSON.stringify(await as('manager'))).not.toContain(key);
      app.jira.edit(secret, { by: 'lead', fields: { security: 'Personnel' } });
      expect(await named('agent')).toEqual([[FIRST, null]]);
      expect(JSON.stringify(await as('agent'))).not.toContain(key);
    });
  });

  it('are not told to who may not see the project, nor of an agreement that is not there', async () => {
    expect(await credits('outsider')).toMatchObject({ ok: false, code: 'not-found' });
    expect(await credits('agent', 'globex')).toMatchObject({ ok: false, code: 'not-found' });
  });
});
