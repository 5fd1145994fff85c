import { AGREEMENT, appOnSampleSite, HOUR, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';
import type { GadgetConfiguration, GadgetView } from '../contract/gadget';
import type { Result } from '../contract';

jest.setTimeout(60_000);

describe('a gadget', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await import('./migrate')).migrate);
    await app.publish(AGREEMENT);
  });
  afterEach(() => app.dispose());

  const read = (
    kind: GadgetView['kind'],
    configuration: GadgetConfiguration,
    as = 'agent',
  ): Promise<Result<GadgetView>> =>
    app.asUser(as, async () => (await import('./read-gadget')).readGadget(kind, configuration, app.now()));

  /** A request of the customer that is answered and resolved after so many hours. */
  async function resolved(hours: number): Promise<void> {
    const id = app.issue();
    app.jira.comment(id, { by: 'agent', text: 'We look into it' });
    await app.clock.advanceTo(app.now() + hours * HOUR);
    app.jira.transition(id, { by: 'agent', to: 'Resolve' });
    await app.asApp(async () =>
      (await import('./refresh-timers')).refreshTimers(
        { issueId: id, projectId: PROJECT },
        app.push,
        app.now(),
      ),
    );
  }

  it('counts what the compliance page counts', async () => {
    await resolved(1);
    await resolved(9);
    const configuration = { projectId: PROJECT, period: '7d' } as const;
    const gadget = await read('attainment', configuration);
    if (!gadget.ok || gadget.value.kind !== 'attainment') throw new Error(JSON.stringify(gadget));
    const { title, projectKey, query, measures } = gadget.value;
    expect([title, projectKey]).toEqual(['IT support', 'ITS']);
    const page = await app.asUser('agent', async () =>
      (await import('./read-compliance')).readCompliance(PROJECT, { query, grain: 'week' }, app.now()),
    );
    expect(page.ok && page.value.measures).toEqual(measures);
    expect(measures.map(({ measureId, net }) => [measureId, net.met, net.breached])).toEqual([
      ['time-to-first-response', 2, 0],
      ['time-to-resolution', 1, 1],
    ]);
  });

  it('lists open tickets as the compliance page does, least slack first', async () => {
    const late = app.issue('Late');
    await app.clock.advanceTo(app.now() + 9 * HOUR);
    const young = app.issue('Young');
    for (const issueId of [late, young])
      await app.asApp(async () =>
        (await import('./refresh-timers')).refreshTimers(
          { issueId, projectId: PROJECT },
          app.push,
          app.now(),
        ),
      );
    const gadget = await read('at-risk', { projectId: PROJECT, measureId: 'time-to-resolution' });
    if (!gadget.ok || gadget.value.kind !== 'at-risk') throw new Error(JSON.stringify(gadget));
    const { page, query } = gadget.value;
    expect(page.tickets.map(({ summary, state, remainingMs }) => [summary, state, remainingMs])).toEqual([
      ['Late', 'breached', -HOUR],
      ['Young', 'running', 8 * HOUR],
    ]);
    // Each page counts on by itself within these stretches.
    expect(page.tickets.map(({ upcoming }) => upcoming[0]?.start)).toEqual([page.asOf, page.asOf]);
    expect(page.tickets[1]?.atRiskTime).toBeLessThan(page.tickets[1]?.breachAt ?? 0);
    const listed = await app.asUser('agent', async () =>
      (await import('./list-at-risk')).listAtRisk(PROJECT, { query }, app.now()),
    );
    expect(listed.ok && listed.value.tickets).toEqual(page.tickets);
  });

  it('compares providers as the compliance page does, of what the person may see', async () => {
    await resolved(1);
    const configuration = { measureId: 'time-to-resolution', period: '7d' } as const;
    const gadget = await read('providers', configuration);
    if (!gadget.ok || gadget.value.kind !== 'providers') throw new Error(JSON.stringify(gadget));
    const { comparison, query, projectKey, title } = gadget.value;
    expect([title, projectKey]).toEqual(['Time to resolution', null]);
    const { from, to } = query;
    const page = await app.asUser('agent', async () =>
      (await import('./compare-providers')).compareProviders(
        PROJECT,
        { measureId: 'time-to-resolution', from, to },
        app.now(),
      ),
    );
    expect(page.ok && page.value).toEqual(comparison);
    expect(comparison.providers.map(({ agreementId, cases }) => [agreementId, cases])).toEqual([['acme', 1]]);
    const stranger = await read('providers', configuration, 'outsider');
    expect(stranger).toMatchObject({ ok: true, value: { comparison: { providers: [] } } });
  });

  it('is named after what it was set to show', async () => {
    const gadget = await read('trend', {
      projectId: PROJECT,
      agreementId: 'acme',
      measureId: 'time-to-resolution',
      grain: 'month',
    });
    expect(gadget).toMatchObject({
      ok: true,
      value: { kind: 'trend', title: 'IT support for Acme: Time to resolution', grain: 'month' },
    });
  });

  it('counts its days by the provider’s clock', async () => {
    // A quarter past midnight in London's summer is still yesterday in UTC.
    await app.clock.advanceTo(Date.parse('2027-06-30T23:15Z'));
    const gadget = await read('attainment', { projectId: PROJECT, period: 'this-month' });
    expect(gadget).toMatchObject({ ok: true, value: { query: { from: '2027-07-01', to: '2027-07-01' } } });
  });

  it('is of nothing for whom Jira does not show the project, whatever the dashboard keeps', async () => {
    for (const as of ['outsider', 'customer'])
      expect(await read('attainment', { projectId: PROJECT }, as)).toMatchObject({ code: 'not-found' });
    expect(await read('attainment', { projectId: PROJECT, agreementId: 'gone' })).toMatchObject({
      code: 'not-found',
    });
    expect(await read('attainment', {})).toMatchObject({ code: 'invalid' });
  });
});
