import {
  AGREEMENT,
  appOnSampleSite,
  HOUR,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from '../../app/testing/app-on-sample-site';
import type { Result } from '../../contract';
import type {
  CalendarTrial,
  DraftCheck,
  MeasureQuality,
  PersonFact,
  ProjectFacts,
  TicketCount,
} from '../../contract/draft';

jest.setTimeout(120_000);

const OFFICE = {
  id: 'office',
  name: 'Office hours',
  timeZone: 'Europe/London',
  hours: { 'mon-fri': '09:00-17:00' },
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
};

describe('What the editor asks', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    // The local clock is the app's too.
    jest.spyOn(Date, 'now').mockImplementation(() => app.now());
    await app.asApp((await import('../../app/migrate')).migrate);
    // What is kept for a minute must not be that of the test before.
    await app.clock.advanceBy(MINUTE);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.dispose();
  });

  const invoke = async <T>(
    accountId: string,
    functionKey: string,
    payload?: unknown,
    projectId = PROJECT,
  ) => {
    const { settingsResolver } = await import('../settings-resolver');
    const call = { functionKey, payload };
    const context = { extension: { project: { id: projectId } } };
    const work = () => settingsResolver({ call, context } as never, { principal: { accountId } });
    return app.asUser(accountId, work) as Promise<Result<T>>;
  };
  const asLead = async <T>(functionKey: string, payload?: unknown): Promise<T> => {
    const result = await invoke<T>('lead', functionKey, payload);
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.value;
  };
  const check = (text: string) =>
    asLead<DraftCheck>('checkDraft', { agreementId: 'acme', content: { text } });

  const EVERY: readonly (readonly [string, unknown])[] = [
    ['checkDraft', { agreementId: 'acme', content: { text: AGREEMENT } }],
    ['measureQuality', { agreementId: 'acme', content: { text: AGREEMENT } }],
    ['readProjectFacts', undefined],
    ['findPeople', { query: 'carl' }],
    ['countTickets', { jql: 'priority = High' }],
    ['tryCalendar', { calendar: OFFICE, start: '2026-12-24T15:30', within: '8h' }],
  ];
  it.each(EVERY)('answers %s to administrators of the project only', async (functionKey, payload) => {
    const answers: Record<string, string> = {};
    for (const accountId of ['lead', 'agent', 'manager', 'customer', 'outsider']) {
      const before = app.runtime.log.length;
      const result = await invoke(accountId, functionKey, payload);
      answers[accountId] = result.ok ? 'ok' : result.code;
      // Nothing of storage is read before Jira has said yes.
      const stored = app.runtime.log.slice(before).filter((line) => line.startsWith('SQL '));
      if (accountId !== 'lead') expect(stored).toEqual([]);
    }
    expect(answers).toEqual({
      lead: 'ok',
      agent: 'forbidden',
      manager: 'forbidden',
      customer: 'not-found',
      outsider: 'not-found',
    });
    const forged = await invoke('lead', functionKey, payload, '99999');
    expect(forged).toMatchObject({ ok: false, code: 'not-found' });
  });

  describe('checking a draft', () => {
    it('tells faults, findings, sentences and the text in one answer', async () => {
      const { faults, findings, sentences, text } = await check(AGREEMENT);
      expect(faults).toEqual([]);
      expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
        ['no-representative', 'parties.provider.representatives'],
        ['no-representative', 'parties.customer.representatives'],
        ['no-consequence', 'consequences'],
        ['no-report', 'report'],
      ]);
      expect(sentences).toMatchObject({
        scope: 'Every ticket of the project.',
        'measures[0].start[0]': 'Starts when the ticket is created.',
        'measures[1].pauseWhile[0]': 'Stands still while status is Waiting for customer.',
        'measures[1].goals[0]': 'While priority is High: within 2 hours.',
        'measures[1].goals[1]': 'Every other ticket: within 8 hours.',
      });
      expect(text?.title).toBe('IT support for Acme');
    });

    it('still reads sentences where there are faults, and makes no finding', async () => {
      const { faults, findings, sentences, text } = await check(
        AGREEMENT.replace('within: 2h', 'within: soon'),
      );
      expect(faults.map(({ path }) => path)).toEqual(['measures[1].goals[0].within']);
      expect([findings, text]).toEqual([[], null]);
      expect(sentences['measures[1].goals[0]']).toBe('While priority is High.');
    });

    it.each([
      ['no YAML', 'a: [', /Line 1/],
      ['a list', '- a\n- b\n', /./],
      ['more than 240 KB', `# ${'x'.repeat(245_760)}`, /the limit is 245760/],
    ])('says what is wrong with %s', async (_, text, message) => {
      const { faults } = await check(text);
      expect(faults[0]?.message).toMatch(message);
    });

    it('says with a ticket why a goal is never reached', async () => {
      const text = AGREEMENT.replace(
        'when: priority = High, within: 2h',
        'when: "priority in (Highest, High)", within: 2h',
      ).replace(
        '- { name: Everything else',
        '- { name: Never, when: priority = High, within: 1h }\n      - { name: Everything else',
      );
      const { findings } = await check(text);
      expect(findings.find(({ rule }) => rule === 'unreachable-goal')).toMatchObject({
        severity: 'error',
        path: 'measures[1].goals[1]',
        counterExample: 'A ticket with priority “High” goes to “High”.',
      });
    });

    it('asks Jira for the names of the site once a minute', async () => {
      await check(AGREEMENT);
      const costs = async () => {
        const before = app.runtime.log.length;
        await check(AGREEMENT);
        return app.runtime.log.slice(before).filter((line) => !line.startsWith('SQL ')).length;
      };
      expect(await costs()).toBe(2);
      await app.clock.advanceBy(MINUTE);
      expect(await costs()).toBeGreaterThan(10);
    });
  });

  it('lists what rules can be picked from', async () => {
    const facts = await asLead<ProjectFacts>('readProjectFacts');
    expect(facts).toMatchObject({
      projectId: PROJECT,
      projectKey: 'ITS',
      timeZone: 'Asia/Tokyo',
      now: app.now(),
      priorities: [{ name: 'Highest' }, { name: 'High' }, { name: 'Medium' }, { name: 'Low' }],
      requestTypes: [{ name: 'Report a fault' }, { name: 'Ask a question' }],
      components: [{ name: 'Till' }, { name: 'Network' }],
      organizations: [{ id: '900', name: 'Acme' }],
    });
    expect(facts.statuses.map(({ name, category }) => `${name} ${category}`)).toContain('Open new');
    expect(facts.fields).toContainEqual({ id: 'customfield_10015', name: 'Affected users', type: 'number' });
    expect(facts.fields.map(({ id }) => id)).not.toContain('updated');
  });

  it('finds people of the site and members of organizations, each once', async () => {
    const find = (query: string) => asLead<readonly PersonFact[]>('findPeople', { query });
    expect(await find('Ana A')).toEqual([{ accountId: 'agent', name: 'Ana Agent', kind: 'jira' }]);
    const customers = await find('customer');
    expect(customers.map(({ accountId, kind }) => `${accountId} ${kind}`).sort()).toEqual([
      'customer customer',
      'customer2 customer',
    ]);
    expect(await find('gone')).toEqual([]);
    expect((await find('')).map(({ kind }) => kind)).toEqual(['customer', 'customer']);
  });

  describe('counting tickets', () => {
    const count = (jql: string) => asLead<TicketCount>('countTickets', { jql });

    it('counts those of the project that match', async () => {
      app.issue('The till is down');
      app.issue('The printer is down');
      app.jira.createIssue({ by: 'agent', project: 'DEV', issueType: 'Bug', summary: 'The till crashes' });
      app.jira.refreshIndex();
      expect(await count('summary ~ till')).toEqual({ count: 1, faults: [] });
      expect(await count('')).toEqual({ count: 2, faults: [] });
    });

    it.each([
      ['priority = High ORDER BY created'],
      ['priority = High) OR (project = DEV'],
      ['project = DEV) OR project in (DEV'],
      ['priority = "Hi'],
      ['issue in linkedIssues(ITS-1)'],
      ['priority = Nonsense'],
    ])('lets %j not reach Jira', async (jql) => {
      const before = app.runtime.log.length;
      const { count: found, faults } = await count(jql);
      expect(found).toBeNull();
      expect(faults.length).toBeGreaterThan(0);
      for (const { start, end } of faults) expect(start).toBeLessThanOrEqual(end);
      expect(app.runtime.log.slice(before).filter((line) => line.includes('count'))).toEqual([]);
    });

    it('cannot be led out of the project', async () => {
      app.jira.createIssue({ by: 'agent', project: 'DEV', issueType: 'Bug', summary: 'The till crashes' });
      app.jira.refreshIndex();
      expect(await count('summary ~ till OR project = DEV')).toEqual({ count: 0, faults: [] });
    });
  });

  describe('trying a calendar', () => {
    const attempt = (rest: object = {}) =>
      invoke<CalendarTrial>('lead', 'tryCalendar', {
        calendar: OFFICE,
        start: '2026-12-24T15:30',
        within: '8h',
        ...rest,
      });

    it('says when it is due and why, with every stretch', async () => {
      const result = await attempt();
      if (!result.ok) throw new Error(result.message);
      const { start, due, reason, stretches } = result.value;
      expect([start, due]).toEqual([Date.parse('2026-12-24T15:30Z'), Date.parse('2026-12-28T15:30Z')]);
      expect(reason).toBe(
        'Due on 28 December 2026, 15:30 (Europe/London): 8 hours of “Office hours” from 24 December 2026, 15:30 (Europe/London) on; it stands still outside hours and on Christmas Day.',
      );
      expect(stretches.map(({ kind }) => kind)).toEqual([
        'running',
        'outside-hours',
        'holiday',
        'outside-hours',
        'running',
      ]);
      const counted = stretches
        .filter(({ kind }) => kind === 'running')
        .reduce((sum, s) => sum + s.end - s.start, 0);
      expect(counted).toBe(8 * HOUR);
      stretches.forEach((stretch, index) => expect(stretch.start).toBe(stretches[index - 1]?.end ?? start));
    });

    it('says so where it never opens', async () => {
      const result = await attempt({ calendar: { ...OFFICE, hours: {} } });
      expect(result).toMatchObject({ ok: true, value: { due: null, stretches: [] } });
      if (result.ok) expect(result.value.reason).toMatch(/^Never: /);
    });

    it.each<[object, readonly string[]]>([
      [{ within: 'soon' }, ['within']],
      [{ within: 'none' }, ['within']],
      [{ start: 'tomorrow' }, ['start']],
      [{ start: '2026-02-30T09:00' }, ['start']],
      [{ calendar: { ...OFFICE, timeZone: 'Mars' } }, ['timeZone']],
      [
        { calendar: { ...OFFICE, hours: { mon: '09:00-17:00', 'mon-fri': '09:00-12:00' } } },
        ['hours["mon-fri"]'],
      ],
      [{ calendar: 'office', within: 'soon' }, ['', 'within']],
    ])('tells the faults of %j', async (rest, paths) => {
      const result = await attempt(rest);
      if (result.ok) throw new Error('It was taken.');
      expect([result.code, result.faults?.map(({ path }) => path)]).toEqual(['invalid', paths]);
    });
  });

  describe('the quality of the measures', () => {
    const quality = (text = AGREEMENT) =>
      asLead<MeasureQuality>('measureQuality', { agreementId: 'acme', content: { text } });

    /** Twelve tickets: an hour of work, then two with the customer, then solved; the customer's turn is not paused. */
    const fill = async () => {
      for (let n = 0; n < 12; n++) {
        const id = app.issue(`Ticket ${n}`);
        await app.clock.advanceBy(HOUR);
        app.jira.transition(id, { by: 'agent', to: 'Waiting for customer' });
        await app.clock.advanceBy((2 + n / 10) * HOUR);
        app.jira.transition(id, { by: 'agent', to: 'Resolved' });
      }
      app.jira.refreshIndex();
    };

    it('tells how long others had the ticket, whether the facts exist, and what tells the same', async () => {
      await fill();
      const text = AGREEMENT.replace(/    pauseWhile:\n.*\n/, '').replace(
        'when: priority = High',
        'when: Region = EMEA',
      );
      const { tickets, measures, findings } = await quality(text);
      expect(tickets).toBe(12);
      const resolution = measures.find(({ measureId }) => measureId === 'time-to-resolution');
      expect(resolution).toMatchObject({ cycles: 12, collectable: 0 });
      expect(resolution?.withOthers).toBeCloseTo(2.55 / 3.55, 3);
      expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
        ['not-controllable', 'measures[0]'],
        ['not-controllable', 'measures[1]'],
        ['hard-to-collect', 'measures[1]'],
        ['redundant-by-correlation', 'measures[1]'],
      ]);
      expect(findings.at(-1)?.message).toContain('correlation of 1.00');
    });

    it('counts nothing against a measure that pauses for others', async () => {
      await fill();
      const { measures } = await quality();
      expect(measures.find(({ measureId }) => measureId === 'time-to-resolution')).toMatchObject({
        withOthers: 0,
        collectable: 1,
      });
    });

    it('asks for no control where nothing is promised, and for no comment that nobody had to write', async () => {
      await fill();
      const text = AGREEMENT.replace(
        /(\n *)- preset: time-to-resolution/,
        '$1- preset: customer-wait$1  runWhile: { name: Waiting, when: status = "Waiting for customer" }' +
          '$1- { preset: next-response, goals: [{ name: Every message, within: 4h }], target: 90% }$&',
      );
      const { measures, findings } = await quality(text);
      const of = (id: string) => measures.find(({ measureId }) => measureId === id);
      expect(of('customer-wait')).toMatchObject({ cycles: 12, withOthers: 1 });
      expect(of('next-response')).toMatchObject({ cycles: 0, collectable: null });
      expect(findings.map(({ rule }) => rule)).not.toContain('hard-to-collect');
      const atWait = findings.filter(
        ({ path }) => path === `measures[${measures.indexOf(of('customer-wait')!)}]`,
      );
      expect(atWait.map(({ rule }) => rule)).not.toContain('not-controllable');
    });

    it('says nothing of a project without tickets', async () => {
      expect(await quality()).toMatchObject({
        tickets: 0,
        measures: [{ withOthers: null, collectable: null }, {}],
        findings: [],
      });
    });

    it('refuses a draft with faults, with the faults', async () => {
      const result = await invoke('lead', 'measureQuality', {
        agreementId: 'acme',
        content: { text: AGREEMENT.replace('within: 2h', 'within: soon') },
      });
      expect(result).toMatchObject({
        ok: false,
        code: 'invalid',
        faults: [{ path: 'measures[1].goals[0].within' }],
      });
    });
  });
});
