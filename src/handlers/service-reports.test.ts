import { timedOut } from '../../host/forge/sql/sql-fault';
import type { Result } from '../contract';
import { canonicalJson, sha256 } from '../app/canonical-json';
import type { ReportWork } from '../app/report-work';
import type { ExportedAgreement } from '../contract/agreement';
import type { ComplianceView } from '../contract/compliance';
import type { ExclusionView } from '../contract/exclusion';
import type { ReportReproduction, ServiceReportList, ServiceReportView } from '../contract/service-report';
import { SIGNABLE } from '../app/testing/agreement-texts';
import { appOnSampleSite, HOUR, MINUTE, PROJECT, type AppUnderTest } from '../app/testing/app-on-sample-site';

jest.setTimeout(60_000);

const REPORTED = `${SIGNABLE}
consequences:
  fee: { amount: 1000, currency: EUR }
  credits:
    - { measure: time-to-first-response, tiers: [{ below: 95%, credit: 10% }] }
report: { every: week, to: [Carl Customer], by: Ana Agent, within: 16h }
`;
/** The clock stands on Monday the 23rd at nine; weeks end at the midnight of London. */
const WEEK_START = Date.parse('2026-11-23T00:00:00Z');
const WEEK_END = Date.parse('2026-11-30T00:00:00Z');
const SITE = 'https://sample.atlassian.net';
const WEEK = { agreementId: 'acme', periodStart: WEEK_START };

describe('A service report', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    jest.spyOn(Date, 'now').mockImplementation(() => app.now());
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await app.asApp((await import('../app/migrate')).migrate);
    await app.asApp(async () =>
      (await import('../app/testing/behind-the-screens')).putIntoForce(REPORTED, app.now()),
    );
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.dispose();
  });

  const ask = async <T>(accountId: string, functionKey: string, payload?: unknown) => {
    const { projectPageResolver } = await import('./project-page-resolver');
    const context = { siteUrl: SITE, extension: { project: { id: PROJECT } } };
    const platform = { principal: { accountId } };
    const work = () => projectPageResolver({ call: { functionKey, payload }, context } as never, platform);
    return app.asUser(accountId, work) as Promise<Result<T>>;
  };
  const askInPortal = async <T>(accountId: string, functionKey: string, payload?: object) => {
    const { portalPageResolver } = await import('./portal-page-resolver');
    const call = { functionKey, payload: payload && { projectId: PROJECT, ...payload } };
    const context = { siteUrl: SITE };
    const work = () => portalPageResolver({ call, context } as never, { principal: { accountId } });
    return app.asUser(accountId, work) as Promise<Result<T>>;
  };
  const valueOf = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(result.message);
    return result.value;
  };
  const consume = (body: unknown, retryCount = 0) =>
    app.asApp(async () => {
      const { refreshConsumer } = await import('./refresh-consumer');
      const event = { queueName: 'refresh', jobId: 'j', eventId: 'e', body, retryContext: { retryCount } };
      return refreshConsumer(event as never);
    });
  const takeJobs = () =>
    (app.runtime.queued as unknown as { body: { kind: string } }[]).splice(0).map(({ body }) => body);
  /** Each job as often as told, as a queue may. */
  const runJobs = async (times = 1) => {
    for (let jobs = takeJobs(); jobs.length > 0; jobs = takeJobs())
      for (const job of jobs) for (let n = 0; n < times; n++) await consume(job);
  };
  const sweep = () => app.asApp(async () => (await import('./on-sweep')).onSweep());
  /** Replied to after so long. */
  const ticket = async (replyMs: number) => {
    const issueId = app.issue();
    await app.clock.advanceBy(replyMs);
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    return app.jira.issue(issueId).key;
  };
  const toNextWeek = async () => {
    await app.clock.advanceBy(WEEK_END + HOUR + 5 * MINUTE - app.now());
    app.jira.refreshIndex();
    takeJobs();
    await sweep();
  };
  const drafted = async () => {
    const late = await ticket(2 * HOUR);
    await ticket(20 * MINUTE);
    await toNextWeek();
    await runJobs();
    return late;
  };
  const tamper = (assignments: string) =>
    app.asApp(async () => (await import('../app/testing/behind-the-screens')).tamperWithReports(assignments));
  /** Of statements like this, so many time out once it is `time`. */
  const storeTimesOut = (statement: RegExp, times: number, time: () => boolean) => {
    const execute = app.sql.execute.bind(app.sql);
    let left = times;
    jest.spyOn(app.sql, 'execute').mockImplementation(async (query, ...rest) => {
      if (left === 0 || !statement.test(query) || !time()) return execute(query, ...rest);
      left--;
      throw timedOut(5_000);
    });
  };
  const read = async (accountId = 'lead') =>
    valueOf(await ask<ServiceReportView>(accountId, 'readReport', WEEK));
  const work = async () => {
    const { rows } = await app.sql.execute('SELECT work FROM service_report', [], 'dml');
    return (rows as readonly { work: string }[]).map((row) => JSON.parse(row.work) as ReportWork);
  };
  const workItems = () =>
    app.jira.issues().filter(({ fields }) => String(fields.summary).startsWith('Service report'));

  it('is drafted by itself when the week has ended, frozen, and delivered as a work item with a mail', async () => {
    const late = await drafted();
    const { summary, content } = await read();
    expect(summary).toMatchObject({
      state: 'delivered',
      start: WEEK_START,
      end: WEEK_END,
      late: false,
      problem: null,
    });
    expect(content).toMatchObject({
      projectKey: 'ITS',
      agreementVersion: 1,
      period: { start: WEEK_START, end: WEEK_END },
      watermelon: [],
      unreadableTickets: 0,
    });
    expect(content?.measures[0]).toMatchObject({
      measureId: 'time-to-first-response',
      target: 0.95,
      net: { met: 1, breached: 1, share: 0.5 },
      p50: 20 * MINUTE,
      p95: 2 * HOUR,
    });
    const missed = content?.breaches.find(({ measureId }) => measureId === 'time-to-first-response');
    expect(missed).toMatchObject({ issueKey: late, lateMs: HOUR, stopped: true });
    expect(missed?.reason).toBe(
      'It took 2 hours of working time against a goal of 1 hour. Longest without an assignee: 2 hours.',
    );
    expect(content?.credits).toMatchObject({ owedMinor: 10_000 });
    const [item, ...others] = workItems();
    expect(others).toEqual([]);
    expect(item?.key).toBe(summary.issueKey);
    // To its author and its reader, whom Jira leaves out for want of the right to see the work item; not to Mia.
    expect(app.jira.mailbox()).toMatchObject([{ issueKey: summary.issueKey, to: ['agent'] }]);
  });

  it('says for whom it is, and whether Jira mailed anybody', async () => {
    await ticket(2 * HOUR);
    await toNextWeek();
    app.jira.failNext({ match: /\/notify$/, status: 400 });
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await runJobs();
    expect((await read()).summary).toMatchObject({ to: ['Carl Customer'], mailed: false });
    await app.clock.advanceBy(7 * 24 * HOUR);
    app.jira.refreshIndex();
    await sweep();
    await runJobs();
    const next = { ...WEEK, periodStart: WEEK_END };
    const view = valueOf(await ask<ServiceReportView>('lead', 'readReport', next));
    expect(view.summary).toMatchObject({ state: 'delivered', to: ['Carl Customer'], mailed: true });
    const shown = valueOf(await askInPortal<ServiceReportView>('customer', 'readReport', next));
    expect(shown.summary).toMatchObject({ to: ['Carl Customer'], mailed: true });
  });

  it('promises nothing of its own work item, and does not count it', async () => {
    await drafted();
    const [item] = workItems();
    await consume({ v: 1, kind: 'refresh', issues: [{ issueId: String(item?.id), projectId: PROJECT }] });
    expect(await app.timers(String(item?.id))).toEqual([]);
    await app.clock.advanceBy(7 * 24 * HOUR);
    app.jira.refreshIndex();
    await sweep();
    await runJobs();
    const next = valueOf(
      await ask<ServiceReportView>('lead', 'readReport', { ...WEEK, periodStart: WEEK_END }),
    );
    expect(next.content?.measures.map(({ net }) => net.met + net.breached)).toEqual([0, 0]);
    expect(next.content?.measures[0]?.trend.at(-2)?.net).toEqual({ met: 1, breached: 1, share: 0.5 });
  });

  it('is not what somebody marks as one: a late ticket stays in the figures', async () => {
    await drafted();
    const issueId = app.issue();
    await app.clock.advanceBy(2 * HOUR);
    const [item] = workItems();
    const mark = item?.properties['accord-report'];
    expect(mark).toEqual({ id: `acme:${WEEK_START}`, project: PROJECT });
    for (const forged of [mark, 'x', { id: 'acme:0', project: PROJECT }, { id: `acme:${WEEK_START}` }]) {
      await app.jira.fetch({
        identity: { as: 'user', accountId: 'agent' },
        method: 'PUT',
        path: `/rest/api/3/issue/${issueId}/properties/accord-report`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(forged),
      });
      await consume({ v: 1, kind: 'refresh', issues: [{ issueId, projectId: PROJECT }] });
      expect((await app.timers(issueId)).map(({ state }) => state)).toEqual(['breached', 'running']);
    }
  });

  it('is mailed to all representatives of a party of which the agreement names nobody', async () => {
    const other = REPORTED.replace('id: acme', 'id: other').replace('by: Ana Agent', 'by: Carl Customer');
    await app.asApp(async () =>
      (await import('../app/testing/behind-the-screens')).putIntoForce(other, app.now()),
    );
    await drafted();
    expect(
      app.jira
        .mailbox()
        .map(({ to }) => to.join(' '))
        .sort(),
    ).toEqual(['agent', 'agent manager']);
  });

  it('tells what the agreement says that it tells, and nothing else', async () => {
    const other = REPORTED.replace('id: acme', 'id: other').replace(
      'within: 16h',
      'within: 16h, parts: [credits]',
    );
    await app.asApp(async () =>
      (await import('../app/testing/behind-the-screens')).putIntoForce(other, app.now()),
    );
    await drafted();
    const { content, text } = valueOf(
      await ask<ServiceReportView>('lead', 'readReport', { ...WEEK, agreementId: 'other' }),
    );
    expect(content).toMatchObject({
      parts: ['credits'],
      breaches: [],
      breachesOmitted: 0,
      exclusions: [],
      watermelon: [],
      credits: { owedMinor: 10_000 },
    });
    expect(content?.measures[0]).toMatchObject({ net: { met: 1, breached: 1 }, trend: [] });
    expect(text?.sections.map(({ id }) => id)).toEqual(['attainment', 'credits']);
    expect((await read()).text?.sections.map(({ id }) => id)).toEqual([
      'attainment',
      'trend',
      'breaches',
      'exclusions',
      'credits',
    ]);
  });

  it('comes to be once, whatever is queued twice', async () => {
    await ticket(2 * HOUR);
    await toNextWeek();
    await runJobs(2);
    await sweep();
    await runJobs(2);
    expect(workItems()).toHaveLength(1);
    expect(app.jira.mailbox()).toHaveLength(1);
  });

  it('goes on after a crash, and finds the work item that was created before it', async () => {
    await drafted();
    const { summary } = await read();
    // The function died after Jira had created the issue and before the row said so.
    await tamper(`state = 'drafted', running = 1, issue_key = NULL, delivered_at = NULL`);
    await app.clock.advanceBy(10 * MINUTE);
    await sweep();
    await runJobs();
    expect(workItems()).toHaveLength(1);
    expect((await read()).summary).toMatchObject({ state: 'delivered', issueKey: summary.issueKey });
  });

  it('sends its mail after a crash that came before it, and after Jira was busy, once', async () => {
    const died = jest.spyOn(console, 'warn').mockImplementation(() => {
      throw new Error('The function died');
    });
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    app.jira.failNext({ match: /\/notify$/, status: 400 });
    await ticket(2 * HOUR);
    await toNextWeek();
    await runJobs().catch(() => undefined);
    died.mockRestore();
    expect((await read()).summary).toMatchObject({ state: 'delivered', mailed: null });
    expect(app.jira.mailbox()).toEqual([]);
    for (const status of [429, 503]) {
      app.jira.failNext({ match: /\/notify$/, status });
      await app.clock.advanceBy(65 * MINUTE);
      await sweep();
      await runJobs(2);
      expect(app.jira.mailbox()).toEqual([]);
    }
    for (let n = 0; n < 2; n++) {
      await app.clock.advanceBy(65 * MINUTE);
      await sweep();
      await runJobs(2);
    }
    expect((await read()).summary).toMatchObject({ state: 'delivered', mailed: true });
    expect(app.jira.mailbox()).toHaveLength(1);
    expect(workItems()).toHaveLength(1);
  });

  it('is mailed once when the store then refuses, twice over, to write that down', async () => {
    storeTimesOut(/UPDATE service_report\s/, 2, () => app.jira.mailbox().length > 0);
    await drafted();
    expect((await read()).summary).toMatchObject({ state: 'delivered', problem: null, mailed: true });
    await app.clock.advanceBy(65 * MINUTE);
    await sweep();
    await runJobs();
    expect(app.jira.mailbox()).toHaveLength(1);
  });

  it('is mailed once when somebody asks for its next step while the mail is being sent', async () => {
    await ticket(2 * HOUR);
    await toNextWeek();
    let asked = 0;
    // Jira has taken the mail, and has not answered yet.
    app.afterJira = async ({ path }) => {
      if (!path.endsWith('/notify') || asked++ > 0) return;
      await app.clock.advanceBy(MINUTE);
      expect(await ask('agent', 'draftReport', WEEK)).toMatchObject({ ok: true });
      await sweep();
      await runJobs();
    };
    await runJobs();
    expect(asked).toBe(1);
    expect(app.jira.mailbox()).toHaveLength(1);
    expect((await read()).summary).toMatchObject({ state: 'delivered', mailed: true });
  });

  it('says that Jira asked to wait, and asks it again no earlier than it said', async () => {
    const headers = { 'Retry-After': '1800' };
    app.jira.failNext({ match: 'POST /rest/api/3/issue', status: 429, headers });
    app.jira.failNext({ match: /\/notify$/, status: 429, headers });
    await ticket(2 * HOUR);
    await toNextWeek();
    await runJobs();
    const standing = async () => {
      const { state, problem, mailed } = (await read()).summary;
      return { state, problem, mailed };
    };
    const problem = expect.stringContaining('asked Accord to wait') as string;
    for (const waits of [
      { state: 'drafted', problem, mailed: null },
      { state: 'delivered', problem, mailed: null },
    ]) {
      expect(await standing()).toEqual(waits);
      await app.clock.advanceBy(29 * MINUTE);
      await sweep();
      await ask('agent', 'draftReport', WEEK);
      await runJobs();
      expect(await standing()).toEqual(waits);
      await app.clock.advanceBy(5 * MINUTE);
      await sweep();
      await runJobs();
    }
    expect(await standing()).toEqual({ state: 'delivered', problem: null, mailed: true });
    expect(workItems()).toHaveLength(1);
  });

  it('replays a page no earlier than Jira said, though the queue brings it sooner', async () => {
    await ticket(2 * HOUR);
    await toNextWeek();
    const [begin] = takeJobs().filter(({ kind }) => kind === 'begin-reports');
    await consume(begin);
    const [page] = takeJobs();
    app.jira.failNext({ match: /\/search\/jql$/, status: 429, headers: { 'Retry-After': '1800' } });
    expect(await consume(page)).toMatchObject({ retryOptions: { retryAfter: 900 } });
    await app.clock.advanceBy(15 * MINUTE);
    expect((await app.costOf(() => consume(page, 1))).jira).toEqual([]);
    const problem = expect.stringContaining('asked Accord to wait') as string;
    expect((await read()).summary).toMatchObject({ state: 'drafting', problem });
    await app.clock.advanceBy(20 * MINUTE);
    await sweep();
    const [again] = takeJobs().filter(({ kind }) => kind === 'service-report');
    await consume(again);
    expect(await work()).toMatchObject([{ purpose: null, problem: null, notBefore: null }]);
    await runJobs();
    expect((await read()).summary).toMatchObject({ state: 'delivered', problem: null });
  });

  it('says that the store is busy, not Jira, and goes on when it is asked to', async () => {
    storeTimesOut(/FROM agreement_version\s.*version = \?/s, 1, () => workItems().length > 0);
    await drafted();
    expect((await read()).summary).toMatchObject({
      state: 'delivered',
      problem: 'Accord’s store is busy. It is tried again in a few minutes.',
      mailed: null,
    });
    expect(await ask('agent', 'draftReport', WEEK)).toMatchObject({ ok: true });
    await runJobs();
    expect((await read()).summary).toMatchObject({ state: 'delivered', problem: null, mailed: true });
  });

  it('says that something went wrong with its delivery, which is tried twice soon and then every hour', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const problem = (again: string) =>
      `Something went wrong. It has been written to the app’s log, and is tried again ${again}.`;
    // Answered as if it had been created, without its key.
    app.jira.failNext({ match: 'POST /rest/api/3/issue', status: 201, body: {}, times: 5 });
    await drafted();
    for (const [again, waits] of [
      ['in a few minutes', 10],
      ['in a few minutes', 10],
      ['every hour', 65],
      ['every hour', 65],
      ['every hour', 65],
    ] as const) {
      expect((await read()).summary).toMatchObject({ state: 'drafted', problem: problem(again) });
      await app.clock.advanceBy((waits - 5) * MINUTE);
      await sweep();
      expect(takeJobs().filter(({ kind }) => kind === 'service-report')).toEqual([]);
      await app.clock.advanceBy(5 * MINUTE);
      await sweep();
      await runJobs();
    }
    expect((await read()).summary).toMatchObject({ state: 'delivered', problem: null, mailed: true });
    expect(await work()).toMatchObject([{ failedTries: 0 }]);
    expect(workItems()).toHaveLength(1);
  });

  const SAID = { errorMessages: [], errors: { customfield_10040: 'Cost centre is required.' } };
  it.each([
    [403, {}, 'Accord may not create a work item in this project: Jira asks for the permissions to browse it and to create work items. It is tried again every hour.'], // prettier-ignore
    [401, {}, expect.stringContaining('may not create a work item')],
    [404, {}, expect.stringContaining('may not create a work item')],
    [400, SAID, 'Jira refuses the work item of this report. It is tried again every hour. Jira says: “customfield_10040: Cost centre is required.”'], // prettier-ignore
    [400, {}, 'Jira refuses the work item of this report. It is tried again every hour.'],
  ] as const)(
    'says why it cannot be delivered (%i, %j), and is delivered once it can',
    async (status, body, problem) => {
      jest.spyOn(console, 'error').mockImplementation(() => undefined);
      app.jira.failNext({ match: 'POST /rest/api/3/issue', status, body });
      await drafted();
      expect((await read()).summary).toMatchObject({ state: 'drafted', problem });
      await app.clock.advanceBy(55 * MINUTE);
      await sweep();
      await runJobs();
      expect((await read()).summary).toMatchObject({ state: 'drafted', problem });
      await app.clock.advanceBy(10 * MINUTE);
      await sweep();
      await runJobs();
      expect((await read()).summary).toMatchObject({ state: 'delivered', problem: null });
    },
  );

  it('keeps from customers what Jira says of its work item', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    app.jira.failNext({ match: 'POST /rest/api/3/issue', status: 400, body: SAID });
    await drafted();
    const { summary } = valueOf(await askInPortal<ServiceReportView>('customer', 'readReport', WEEK));
    expect(summary.problem).toBe('Jira refuses the work item of this report. It is tried again every hour.');
  });

  const JIRA_TROUBLE = 'Jira could not answer. It is tried again in a few minutes.';
  const afterMinutes = async (minutes: number) => {
    await app.clock.advanceBy(minutes * MINUTE);
    await sweep();
    await runJobs();
  };

  it('says that Jira could not answer, and asks it again within minutes, however often', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    app.jira.failNext({ match: 'POST /rest/api/3/issue', status: 500, times: 5 });
    await drafted();
    for (let tries = 1; tries <= 5; tries++) {
      expect((await read()).summary).toMatchObject({ state: 'drafted', problem: JIRA_TROUBLE });
      await afterMinutes(10);
    }
    expect((await read()).summary).toMatchObject({ state: 'delivered', problem: null, mailed: true });
    expect(workItems()).toHaveLength(1);
  });

  it('has one work item where Jira created it and its answer was lost', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let lost = 0;
    app.afterJira = async ({ method, path }) => {
      if (method !== 'POST' || path !== '/rest/api/3/issue' || lost++ > 0) return;
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
    };
    await drafted();
    expect((await read()).summary).toMatchObject({ state: 'drafted', problem: JIRA_TROUBLE });
    app.jira.refreshIndex();
    await afterMinutes(10);
    expect((await read()).summary).toMatchObject({ state: 'delivered', problem: null });
    expect(workItems()).toHaveLength(1);
    expect(lost).toBe(1);
  });

  it('says that nobody was mailed where Jira cannot answer three times: it may have mailed them', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    app.jira.failNext({ match: /\/notify$/, status: 500, times: 3 });
    await drafted();
    for (let tries = 1; tries <= 2; tries++) {
      expect((await read()).summary).toMatchObject({ mailed: null, problem: JIRA_TROUBLE });
      await afterMinutes(10);
    }
    expect((await read()).summary).toMatchObject({ state: 'delivered', mailed: false, problem: null });
    await afterMinutes(65);
    expect(app.jira.mailbox()).toEqual([]);
  });

  it('is the same bytes when it is replayed later, whatever has happened since', async () => {
    const late = await drafted();
    app.jira.comment(late, { by: 'agent', text: 'And again' });
    app.jira.transition(late, { by: 'agent', to: 'Resolve' });
    await ticket(3 * HOUR);
    await app.clock.advanceBy(40 * 24 * HOUR);
    app.jira.refreshIndex();
    const reproduce = async () => valueOf(await ask<ReportReproduction>('manager', 'reproduceReport', WEEK));
    expect(await reproduce()).toMatchObject({ state: 'running', replayedHash: null });
    await runJobs();
    const { summary } = await read();
    expect(await reproduce()).toEqual({
      state: 'same',
      progress: 1,
      frozenHash: summary.hash,
      replayedHash: summary.hash,
      differences: [],
    });
  });

  it('has the bytes that this history has always had: what is shown beside them changes no hash', async () => {
    await drafted();
    const { content, summary } = await read();
    expect(content?.format).toBe(3);
    // Another hash here would make every report that is frozen and signed look forged.
    expect(summary.hash).toBe('d79f5c45641e7b408daa8ae73ceadddaace2af105850e575a96ced0f5b0551f4');
    const hashOf = (format: number) => sha256(canonicalJson({ ...withoutHolders(content), format }));
    expect(hashOf(2)).toBe('1899f9a7a3dd57dc2222f3c676af897a8d6ae377ff7e4f02a814d375ef570bd3');
    expect(hashOf(1)).toBe('7478351781086381d407550a08668295892601ee74db768ced9636cf6ebf01d4');
  });

  /** As if pages had been tallied by a deployment that did not keep some of it. */
  const tallyAsBefore = (change: (tally: Record<string, unknown>) => void) =>
    app.asApp(async () => (await import('../app/testing/behind-the-screens')).rewriteReportParts(change));

  it.each([
    [2, 'before reasons told who had the ticket longest', ['heldLongest']],
    [1, 'before waiting was counted by who had the ticket', ['heldLongest', 'waiting', 'felt']],
  ])('is of format %i, and replayed so, where a page was tallied %s', async (format, _, missing) => {
    const late = await ticket(2 * HOUR);
    await reopened(10);
    await toNextWeek();
    const [begin] = takeJobs().filter(({ kind }) => kind === 'begin-reports');
    await consume(begin);
    // Of the week after; with them there is a second page.
    for (let n = 0; n < 200; n++) app.issue();
    app.jira.refreshIndex();
    const [first] = takeJobs();
    await consume(first);
    await tallyAsBefore((tally) => {
      for (const key of missing) delete tally[key];
      for (const breach of tally['breaches'] as Record<string, unknown>[]) delete breach['heldLongest'];
    });
    await runJobs();
    const { content, summary } = await read();
    expect(content?.format).toBe(format);
    expect(content?.breaches.map(({ issueKey }) => issueKey)).toContain(late);
    expect(JSON.stringify(content?.breaches)).not.toContain('Longest');
    await ask('lead', 'reproduceReport', WEEK);
    await runJobs();
    expect(valueOf(await ask<ReportReproduction>('lead', 'reproduceReport', WEEK))).toMatchObject({
      state: 'same',
      replayedHash: summary.hash,
      differences: [],
    });
  });

  it('stays as it was frozen, also where reasons did not tell who had the ticket longest', async () => {
    await drafted();
    const { content } = await read();
    await expectReplayedSame(canonicalJson({ ...withoutHolders(content), format: 2 }));
  });

  /** As if that had been frozen: a replay finds nothing else. */
  const expectReplayedSame = async (before: string) => {
    await tamper(`content = '${before}', content_hash = '${sha256(before)}'`);
    await ask('lead', 'reproduceReport', WEEK);
    await runJobs();
    expect(valueOf(await ask<ReportReproduction>('lead', 'reproduceReport', WEEK))).toMatchObject({
      state: 'same',
      differences: [],
    });
  };

  /** As formats before 3 had it. */
  const withoutHolders = (content: ServiceReportView['content']) => ({
    ...content,
    breaches: content?.breaches.map((breach) => ({
      ...breach,
      reason: breach.reason.replace(/ Longest [^.]*\.$/, ''),
    })),
  });

  /** Answered at once; resolved, opened again and resolved. */
  const reopened = async (count: number) => {
    for (let n = 0; n < count; n++) {
      const issueId = app.issue();
      app.jira.comment(issueId, { by: 'agent', text: 'On it' });
      for (const step of ['Resolve', 'Reopen', 'Resolve']) {
        await app.clock.advanceBy(MINUTE);
        app.jira.transition(issueId, { by: 'agent', to: step });
      }
      await consume({ v: 1, kind: 'refresh', issues: [{ issueId, projectId: PROJECT }] });
    }
  };

  it('warns of what customers felt in the words of the compliance page', async () => {
    await reopened(10);
    await toNextWeek();
    await runJobs();
    const { content } = await read();
    const query = { from: '2026-11-23', to: '2026-11-29', agreementId: 'acme' };
    const page = valueOf(await ask<ComplianceView>('lead', 'readCompliance', { query, grain: 'week' }));
    expect(content?.watermelon.map(({ text }) => text)).toEqual([
      '100% of 10 resolved tickets had been resolved before and were reopened; up to 10% is usual.',
    ]);
    expect(content?.watermelon).toEqual(page.watermelon);
  });

  it('stays as it was frozen, also where warnings were told otherwise then', async () => {
    await reopened(10);
    await toNextWeek();
    await runJobs();
    const { content } = await read();
    const sign = { kind: 'reopened', value: 1, limit: 0.1, cases: 10 };
    const text =
      '100% of 10 resolved tickets had been opened again; more than 10% says that work was not done when the clock stopped.';
    await expectReplayedSame(canonicalJson({ ...content, format: 1, watermelon: [{ ...sign, text }] }));
    expect((await read()).content?.watermelon).toEqual([{ ...sign, text }]);
  });

  it('says what differs when history itself has changed, but names no ticket that Jira no longer shows', async () => {
    const late = await drafted();
    app.jira.deleteIssue(late, { by: 'lead' });
    app.jira.refreshIndex();
    await ask('lead', 'reproduceReport', WEEK);
    await runJobs();
    const { state, differences } = valueOf(await ask<ReportReproduction>('lead', 'reproduceReport', WEEK));
    expect(state).toBe('different');
    expect(differences).toContain('measures time-to-first-response, net, breached: 1 in the report, 0 now.');
    expect(differences.join(' ')).not.toContain(late);
    expect(differences.at(-1)).toBe(
      '2 more are about tickets that are no longer there or that you may not see.',
    );
  });

  it('notices a text that somebody has changed in the store', async () => {
    await drafted();
    await tamper(`content = REPLACE(content, '"breached":1', '"breached":0')`);
    await ask('lead', 'reproduceReport', WEEK);
    await runJobs();
    const { state, differences } = valueOf(await ask<ReportReproduction>('lead', 'reproduceReport', WEEK));
    expect(state).toBe('different');
    expect(differences).toEqual(['The text that is kept is not the one that was frozen and signed.']);
  });

  it('is signed by a representative of each side, in Jira and in the portal, by its hash', async () => {
    await drafted();
    const { hash } = (await read()).summary;
    const signed = { ...WEEK, hash };
    expect(await ask('lead', 'signReport', signed)).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await ask('agent', 'signReport', { ...WEEK, hash: 'other' })).toMatchObject({ code: 'conflict' });
    expect(await ask('agent', 'signReport', signed)).toMatchObject({ ok: true });
    const inPortal = valueOf(await askInPortal<ServiceReportList>('customer', 'listReports'));
    expect(inPortal.reports).toMatchObject([
      { state: 'delivered', issueKey: null, signatures: [{ side: 'provider' }] },
    ]);
    expect(
      valueOf(await askInPortal<ServiceReportView>('customer', 'signReport', signed)).summary.state,
    ).toBe('signed');
    expect((await read()).summary).toMatchObject({
      state: 'signed',
      signatures: [{ side: 'customer' }, { side: 'provider' }],
    });
    expect(await askInPortal('customer2', 'readReport', WEEK)).toMatchObject({ code: 'not-found' });
  });

  it('names in the portal only the customer’s own requests, and nobody of the provider’s staff', async () => {
    const late = await drafted();
    const foreign = app.jira.createIssue({ by: 'lead', project: 'ITS', summary: 'Inside' }).key;
    const view = valueOf(await askInPortal<ServiceReportView>('customer', 'readReport', WEEK));
    expect(view.content?.breaches.map(({ issueKey }) => issueKey)).toContain(late);
    expect(JSON.stringify(view)).not.toContain(foreign);
    expect(JSON.stringify(view)).not.toContain('Lena Lead');
  });

  it('says why time of a single ticket was left out to those who sign and who may see the ticket', async () => {
    const issueKey = await ticket(2 * HOUR);
    const proposal = {
      ...{ agreementId: 'acme', kind: 'third-party', clause: '4.2 Outage', effect: 'time', measures: [] },
      ...{ when: null, windows: [{ from: app.now() - 2 * HOUR, to: app.now() - HOUR }], during: null },
      ...{ issueKey, reason: 'The director was away', evidence: [] },
    };
    const { exclusionId, hash } = valueOf(
      await ask<ExclusionView>('agent', 'proposeExclusion', { proposal }),
    );
    valueOf(await askInPortal('customer', 'decideExclusion', { exclusionId, hash, decision: 'agree' }));
    app.jira.edit(issueKey, { by: 'lead', fields: { security: 'Personnel' } });
    await toNextWeek();
    await runJobs();
    const reasonFor = async (accountId: string) =>
      (await read(accountId)).content?.exclusions.map(({ clause, reason }) => [clause, reason]);
    expect(await reasonFor('lead')).toEqual([['4.2 Outage', 'The director was away']]);
    expect(await reasonFor('agent')).toEqual([['4.2 Outage', 'The director was away']]);
    expect(await reasonFor('root')).toEqual([['4.2 Outage', 'It is about a ticket that you may not see.']]);
    expect(JSON.stringify(await read('root'))).not.toContain('director');
  });

  it('leads to each ticket where its reader finds it: in Jira, in the portal, and from paper', async () => {
    const late = await drafted();
    const linksOf = ({ text }: ServiceReportView) =>
      text?.sections
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
        .filter((cell) => typeof cell !== 'string');
    const inJira = { text: late, path: `/browse/${late}` };
    expect(linksOf(await read())).toContainEqual(inJira);
    const view = valueOf(await askInPortal<ServiceReportView>('customer', 'readReport', WEEK));
    const inPortal = { text: late, path: `/servicedesk/customer/portal/1/${late}` };
    expect(linksOf(view)).toContainEqual(inPortal);
    expect(linksOf(view)).not.toContainEqual(inJira);
    const print = valueOf(await ask<ExportedAgreement>('manager', 'printReport', WEEK));
    expect(print.text).toContain(`<a href="${SITE}/browse/${late}">${late}</a>`);
    const paper = valueOf(await askInPortal<ExportedAgreement>('customer', 'printReport', WEEK));
    expect(paper.text).toContain(`<a href="${SITE}${inPortal.path}">${late}</a>`);
  });

  it('shows how each measure went over the periods before, from what is frozen', async () => {
    await drafted();
    await app.clock.advanceBy(7 * 24 * HOUR);
    app.jira.refreshIndex();
    await sweep();
    await runJobs();
    const next = { ...WEEK, periodStart: WEEK_END };
    const { content, text } = valueOf(await ask<ServiceReportView>('lead', 'readReport', next));
    const trend = text?.sections.find(({ id }) => id === 'trend')?.blocks ?? [];
    expect(trend.filter(({ kind }) => kind === 'trend')).toHaveLength(content?.measures.length ?? 0);
    const first = trend.find((block) => block.kind === 'trend');
    expect(first).toMatchObject({ caption: 'Time to first response, kept (net) by period', target: 0.95 });
    expect(first?.points).toHaveLength(13);
    expect(first?.points.slice(-2)).toEqual([
      { from: '2026-11-23', net: { met: 1, breached: 1, share: 0.5 } },
      { from: '2026-11-30', net: { met: 0, breached: 0, share: null } },
    ]);
    const print = valueOf(await ask<ExportedAgreement>('lead', 'printReport', next));
    expect(print.text).toContain('<td>23 November 2026</td><td>50%</td><td>1</td><td>1</td>');
    expect(print.text.match(/<svg class="trend"/g)).toHaveLength(2);
  });

  it('keeps actions and comments beside what is signed', async () => {
    await drafted();
    const { hash } = (await read()).summary;
    const action = { ...WEEK, kind: 'action', text: 'Answer within the hour at night', owner: 'Ana Agent' };
    const written = valueOf(await ask<ServiceReportView>('agent', 'writeReportNote', action));
    const [note] = written.notes;
    expect(note).toMatchObject({ kind: 'action', side: 'provider', doneAt: null, rowVersion: 1 });
    const change = { ...action, noteId: note?.noteId, rowVersion: 1 };
    expect(await ask('manager', 'writeReportNote', { ...change, text: 'Never mind' })).toMatchObject({
      code: 'forbidden',
    });
    const done = valueOf(
      await ask<ServiceReportView>('manager', 'writeReportNote', { ...change, done: true }),
    );
    expect(done.notes[0]).toMatchObject({ doneAt: app.now(), rowVersion: 2 });
    expect(await ask('agent', 'writeReportNote', change)).toMatchObject({ code: 'conflict' });
    expect(done.summary.hash).toBe(hash);
    const print = valueOf(await ask<ExportedAgreement>('agent', 'printReport', WEEK));
    expect(print.text).toContain('Answer within the hour at night');
    expect(print).toEqual(valueOf(await ask<ExportedAgreement>('agent', 'printReport', WEEK)));
  });

  it('has actions with a day, which are overdue once it has passed and until they are done', async () => {
    await drafted();
    const dueAt = Date.parse('2026-12-03T00:00Z');
    const action = { ...WEEK, kind: 'action', text: 'Have someone on call', dueAt };
    const comment = { ...WEEK, kind: 'comment', text: 'See you then', dueAt };
    await ask('agent', 'writeReportNote', comment);
    await app.clock.advanceBy(MINUTE);
    const written = valueOf(await ask<ServiceReportView>('agent', 'writeReportNote', action));
    const note = written.notes.find(({ kind }) => kind === 'action');
    expect(written.notes).toMatchObject([{ dueAt: null }, { dueAt, overdue: false, mayChange: true }]);
    const print = async () => valueOf(await ask<ExportedAgreement>('lead', 'printReport', WEEK)).text;
    expect(await print()).toContain('Action: Have someone on call (due 2 December 2026) — Ana Agent');
    const overdue = async () => {
      const view = await read();
      const list = valueOf(await ask<ServiceReportList>('manager', 'listReports'));
      const inPortal = valueOf(await askInPortal<ServiceReportList>('customer', 'listReports'));
      return [
        view.notes.filter((one) => one.overdue).length,
        ...[view.summary, ...list.reports, ...inPortal.reports].map(({ overdueActions }) => overdueActions),
      ];
    };
    const before = await print();
    await app.clock.advanceTo(dueAt - 1);
    expect(await overdue()).toEqual([0, 0, 0, 0]);
    await app.clock.advanceTo(dueAt);
    expect(await overdue()).toEqual([1, 1, 1, 1]);
    // Paper says the same whenever it is printed.
    expect(await print()).toBe(before);
    const change = { ...action, noteId: note?.noteId, rowVersion: 1 };
    const others = await ask('lead', 'writeReportNote', { ...change, dueAt: dueAt + HOUR });
    expect(others).toMatchObject({ code: 'forbidden' });
    await ask('agent', 'writeReportNote', { ...change, dueAt: dueAt + 24 * HOUR });
    expect(await overdue()).toEqual([0, 0, 0, 0]);
    await app.clock.advanceTo(dueAt + 48 * HOUR);
    expect(await overdue()).toEqual([1, 1, 1, 1]);
    const done = { ...change, dueAt: dueAt + 24 * HOUR, rowVersion: 2, done: true };
    expect(await ask('manager', 'writeReportNote', done)).toMatchObject({ ok: true });
    expect(await overdue()).toEqual([0, 0, 0, 0]);
    expect(await print()).toContain('Action, done 5 December 2026: Have someone on call');
  });

  it('is late when it is not delivered in time: a promise like any other', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const list = async () => valueOf(await ask<ServiceReportList>('manager', 'listReports'));
    expect((await list()).agreements).toMatchObject([
      { id: 'acme', every: 'week', nextEnd: WEEK_END, mayDraft: false },
    ]);
    app.jira.failNext({ match: 'POST /rest/api/3/issue', status: 403, times: 99 });
    await drafted();
    // 16 hours around the clock.
    expect((await list()).reports[0]).toMatchObject({ dueAt: WEEK_END + 16 * HOUR, late: false });
    expect((await list()).timeliness).toEqual([
      { agreementId: 'acme', counts: { met: 0, breached: 0, share: null } },
    ]);
    await app.clock.advanceBy(16 * HOUR);
    expect((await list()).timeliness[0]?.counts).toEqual({ met: 0, breached: 1, share: 0 });
  });

  it('is late, too, when nobody ever began it', async () => {
    const counts = async () =>
      valueOf(await ask<ServiceReportList>('manager', 'listReports')).timeliness.map((one) => one.counts);
    await app.clock.advanceBy(WEEK_END + 16 * HOUR - app.now());
    // Periods that had ended before it was published are promised when somebody asks.
    expect(await counts()).toEqual([]);
    await app.clock.advanceBy(HOUR);
    expect(await counts()).toEqual([{ met: 0, breached: 1, share: 0 }]);
    app.jira.refreshIndex();
    await sweep();
    await runJobs();
    expect(await counts()).toEqual([{ met: 0, breached: 1, share: 0 }]);
  });

  it('covers each day once when its interval changes, and stays as it was frozen', async () => {
    const monthly = REPORTED.replace('every: week', 'every: month').replace('version: 1', 'version: 2');
    await app.asApp(async () =>
      (await import('../app/testing/behind-the-screens')).putIntoForce(
        monthly.replace(/effectiveFrom: \S+/, 'effectiveFrom: 2026-11-25'),
        app.now(),
        2,
      ),
    );
    await drafted();
    const reproduced = async (periodStart: number) => {
      const ofPeriod = { agreementId: 'acme', periodStart };
      await ask('lead', 'reproduceReport', ofPeriod);
      await runJobs();
      return valueOf(await ask<ReportReproduction>('lead', 'reproduceReport', ofPeriod)).state;
    };
    expect((await read()).content).toMatchObject({ period: { start: WEEK_START, end: WEEK_END } });
    const DAY = 24 * HOUR;
    for (const ends of [DAY, 32 * DAY]) {
      await app.clock.advanceBy(WEEK_END + ends + HOUR + 5 * MINUTE - app.now());
      app.jira.refreshIndex();
      await sweep();
      await runJobs();
    }
    const { reports, agreements } = valueOf(await ask<ServiceReportList>('lead', 'listReports'));
    expect(reports.map(({ start, end }) => [start, end])).toEqual([
      [WEEK_END + DAY, WEEK_END + 32 * DAY],
      [WEEK_END, WEEK_END + DAY],
      [WEEK_START, WEEK_END],
    ]);
    expect(agreements[0]).toMatchObject({ every: 'month', nextEnd: Date.parse('2027-02-01T00:00Z') });
    const cutOff = valueOf(
      await ask<ServiceReportView>('lead', 'readReport', { agreementId: 'acme', periodStart: WEEK_END }),
    );
    // One of the 30 days of November.
    expect(cutOff.content?.credits).toMatchObject({ feeMinor: 3_333 });
    expect(cutOff.content?.measures[0]?.trend.slice(-2).map(({ start }) => start)).toEqual([
      Date.parse('2026-11-01T00:00Z'),
      WEEK_END,
    ]);
    for (const start of [WEEK_START, WEEK_END, WEEK_END + DAY]) expect(await reproduced(start)).toBe('same');
  });

  it('of an earlier period is drafted only when its writer or an administrator asks', async () => {
    const before = { agreementId: 'acme', periodStart: WEEK_START - 7 * 24 * HOUR };
    expect(await ask('manager', 'draftReport', before)).toMatchObject({ code: 'forbidden' });
    expect(await ask('agent', 'draftReport', WEEK)).toMatchObject({ code: 'invalid' });
    expect(
      await ask('agent', 'draftReport', { ...before, periodStart: before.periodStart + 1 }),
    ).toMatchObject({ code: 'invalid' });
    await app.clock.advanceBy(5 * MINUTE);
    expect(await ask('agent', 'draftReport', before)).toMatchObject({
      ok: true,
      value: { summary: { state: 'drafting' } },
    });
    await runJobs();
    const view = valueOf(await ask<ServiceReportView>('lead', 'readReport', before));
    expect(view.summary).toMatchObject({ state: 'delivered', late: false });
  });

  it('is promised of periods in which the agreement was in force, and of none after its end', async () => {
    await app.asApp(async () =>
      (await import('../app/testing/behind-the-screens')).endFrom('acme', WEEK_START + 26 * HOUR, app.now()),
    );
    await drafted();
    expect(workItems()).toHaveLength(1);
    expect(valueOf(await ask<ServiceReportList>('lead', 'listReports')).agreements).toMatchObject([
      { id: 'acme', nextEnd: null },
    ]);
    await app.clock.advanceBy(7 * 24 * HOUR);
    await sweep();
    await runJobs();
    expect(workItems()).toHaveLength(1);
    const list = valueOf(await ask<ServiceReportList>('lead', 'listReports'));
    expect(list.agreements[0]?.open.map(({ start }) => start)).not.toContain(WEEK_END);
    const after = { agreementId: 'acme', periodStart: WEEK_END };
    expect(await ask('agent', 'draftReport', after)).toMatchObject({ code: 'invalid' });
  });
});
