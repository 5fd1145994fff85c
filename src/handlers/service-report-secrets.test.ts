import type { Result } from '../contract';
import type { ExportedAgreement } from '../contract/agreement';
import type { ReportReproduction, ServiceReportList, ServiceReportView } from '../contract/service-report';
import { SIGNABLE } from '../app/testing/agreement-texts';
import { appOnSampleSite, HOUR, MINUTE, PROJECT, type AppUnderTest } from '../app/testing/app-on-sample-site';

jest.setTimeout(120_000);

/** The agreement is signed by an agent and a portal customer; the manager speaks for nobody. */
const REPORTED = `${SIGNABLE.replace('      - { name: Mia Manager, accountId: manager }\n', '')}
report: { every: week, to: [Carl Customer], by: Ana Agent }
`;
const WEEK_START = Date.parse('2026-11-23T00:00:00Z');
const WEEK_END = Date.parse('2026-11-30T00:00:00Z');
const WEEK = { agreementId: 'acme', periodStart: WEEK_START };
const FIRST = 'time-to-first-response';

const SUMMARY = 'Reorganization of the board';
const REASON = 'The chair was abroad to buy Globex';

/** Two tickets replied to too late: one for all, one that only staff may see, with an exclusion of its own. */
describe('Of a ticket with a security level, a service report', () => {
  let app: AppUnderTest;
  let open: string;
  let hidden: { readonly id: string; readonly key: string };
  let reply: string;

  beforeAll(async () => {
    app = await appOnSampleSite();
    jest.spyOn(Date, 'now').mockImplementation(() => app.now());
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await app.asApp((await import('../app/migrate')).migrate);
    await app.asApp(async () =>
      (await import('../app/testing/behind-the-screens')).putIntoForce(REPORTED, app.now()),
    );
    open = app.jira.issue(app.issue()).key;
    hidden = app.jira.createIssue({
      by: 'lead',
      project: 'ITS',
      requestType: 'Report a fault',
      summary: SUMMARY,
      fields: { security: 'Staff' },
    });
    await app.clock.advanceBy(3 * HOUR);
    app.jira.comment(open, { by: 'agent', text: 'On it' });
    reply = app.jira.comment(hidden.key, { by: 'agent', text: 'On it' }).id;
    const windows = [{ start: app.now() - HOUR, end: app.now() }];
    await app.agreeExclusion(
      {
        id: 'of-one-ticket',
        clause: '4.2 Waiting',
        agreementId: 'acme',
        effect: 'time',
        measures: [FIRST],
        windows,
        during: null,
        when: { op: 'always' },
      },
      hidden.id,
      { clause: '4.2 Waiting', reason: REASON },
    );
    await app.clock.advanceBy(WEEK_END + HOUR + 5 * MINUTE - app.now());
    app.jira.refreshIndex();
    await app.asApp(async () => (await import('./on-sweep')).onSweep());
    await runJobs();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await app.dispose();
  });

  const runJobs = async () => {
    const queued = app.runtime.queued as unknown as { readonly body: unknown }[];
    while (queued.length > 0)
      for (const { body } of queued.splice(0))
        await app.asApp(async () => {
          const event = {
            queueName: 'refresh',
            jobId: 'j',
            eventId: 'e',
            body,
            retryContext: { retryCount: 0 },
          };
          await (await import('./refresh-consumer')).refreshConsumer(event as never);
        });
  };
  const ask = async <T>(accountId: string, functionKey: string, payload?: unknown) => {
    const { projectPageResolver } = await import('./project-page-resolver');
    const context = { extension: { project: { id: PROJECT } } };
    const work = () =>
      projectPageResolver({ call: { functionKey, payload }, context } as never, { principal: { accountId } });
    return app.asUser(accountId, work) as Promise<Result<T>>;
  };
  const askInPortal = async <T>(accountId: string, functionKey: string, payload?: object) => {
    const { portalPageResolver } = await import('./portal-page-resolver');
    const call = { functionKey, payload: payload && { projectId: PROJECT, ...payload } };
    const work = () => portalPageResolver({ call, context: {} } as never, { principal: { accountId } });
    return app.asUser(accountId, work) as Promise<Result<T>>;
  };
  const valueOf = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(result.message);
    return result.value;
  };
  const breached = ({ content }: ServiceReportView) =>
    content?.breaches.map(({ issueKey }) => issueKey) ?? [];
  /** Everything somebody is told of the report in Jira, as they are told it. */
  const toldTo = async (accountId: string) =>
    JSON.stringify([
      valueOf(await ask<ServiceReportView>(accountId, 'readReport', WEEK)),
      valueOf(await ask<ExportedAgreement>(accountId, 'printReport', WEEK)),
      valueOf(await ask<ServiceReportList>(accountId, 'listReports')),
    ]);
  const secrets = () => [hidden.key, SUMMARY, REASON];

  it('names it and says why its time was excluded to those who may see it', async () => {
    const view = valueOf(await ask<ServiceReportView>('agent2', 'readReport', WEEK));
    expect(breached(view)).toEqual(expect.arrayContaining([open, hidden.key]));
    expect(view.hiddenBreaches).toBe(0);
    expect(view.content?.exclusions).toMatchObject([
      { clause: '4.2 Waiting', reason: REASON, excludedMs: HOUR },
    ]);
    expect(await toldTo('agent2')).toContain(REASON);
  });

  it('counts it for everybody: both see the account that one party gives the other, and sign its hash', async () => {
    const [agent, manager] = [
      valueOf(await ask<ServiceReportView>('agent2', 'readReport', WEEK)),
      valueOf(await ask<ServiceReportView>('manager', 'readReport', WEEK)),
    ];
    expect(manager.summary.hash).toBe(agent.summary.hash);
    expect(manager.content?.measures).toEqual(agent.content?.measures);
    expect(manager.content?.measures[0]?.net).toEqual({ met: 0, breached: 2, share: 0 });
  });

  it('tells nothing else of it to others, on screen, on paper or in the list', async () => {
    const view = valueOf(await ask<ServiceReportView>('manager', 'readReport', WEEK));
    expect(new Set(breached(view))).toEqual(new Set([open]));
    expect(view.hiddenBreaches).toBe(2);
    expect(view.content?.exclusions).toMatchObject([
      { clause: '4.2 Waiting', reason: 'It is about a ticket that you may not see.', excludedMs: HOUR },
    ]);
    const told = await toldTo('manager');
    expect(told).toContain(open);
    for (const secret of secrets()) expect(told).not.toContain(secret);
  });

  it('tells nothing of it in its work item and mail, nor of anybody who worked on tickets', () => {
    const item = app.jira.issues().find(({ fields }) => String(fields.summary).startsWith('Service report'));
    const mail = app.jira.mailbox();
    expect(mail).toHaveLength(1);
    const told = JSON.stringify([item?.fields, mail.map((one) => ({ ...one, to: null }))]);
    expect(told).toContain('0 of 2 kept');
    for (const secret of [...secrets(), open, 'Agent', 'Customer']) expect(told).not.toContain(secret);
  });

  it('names it in the portal to nobody whose request it is not; why time was excluded, to those who sign', async () => {
    const view = valueOf(await askInPortal<ServiceReportView>('customer', 'readReport', WEEK));
    const paper = valueOf(await askInPortal<ExportedAgreement>('customer', 'printReport', WEEK));
    expect(new Set(breached(view))).toEqual(new Set([open]));
    expect(JSON.stringify([view, paper])).not.toContain(hidden.key);
    expect(view.content?.exclusions).toMatchObject([{ reason: REASON }]);
  });

  it.each([
    ['readReport', WEEK],
    ['printReport', WEEK],
    ['draftReport', WEEK],
    ['reproduceReport', WEEK],
    ['signReport', { ...WEEK, hash: '0' }],
    ['writeReportNote', { ...WEEK, kind: 'comment', text: 'Hello' }],
    ['listReports', undefined],
  ])('is there for nobody who may not browse the project: %s', async (functionKey, payload) => {
    expect(await ask('outsider', functionKey, payload)).toMatchObject({ ok: false, code: 'not-found' });
    if (functionKey === 'draftReport' || functionKey === 'reproduceReport') return;
    const inPortal = await askInPortal<ServiceReportList>('customer2', functionKey, payload);
    if (functionKey === 'listReports') expect(valueOf(inPortal).reports).toEqual([]);
    else expect(inPortal).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('names it in no proof to those who may not see it, when its history has changed', async () => {
    app.jira.deleteComment(hidden.key, reply, { by: 'lead' });
    app.jira.refreshIndex();
    await ask('manager', 'reproduceReport', WEEK);
    await runJobs();
    const proof = async (accountId: string) =>
      valueOf(await ask<ReportReproduction>(accountId, 'reproduceReport', WEEK));
    const whole = await proof('agent2');
    const cut = await proof('manager');
    expect([whole.state, cut.state]).toEqual(['different', 'different']);
    expect(whole.differences.join('\n')).toContain(`breaches ${hidden.key} (${FIRST}, cycle 1), stopped`);
    for (const secret of secrets()) expect(JSON.stringify(cut)).not.toContain(secret);
    expect(cut.differences.at(-1)).toMatch(
      /^\d more are about tickets that are no longer there or that you may not see\.$/,
    );
    // Sums are everybody's.
    expect(cut.differences.length).toBeGreaterThan(1);
  });
});
