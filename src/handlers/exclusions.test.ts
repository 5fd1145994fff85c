import type { IssuePanelView, Result } from '../contract';
import type { ExclusionPreview, ExclusionProposal, ExclusionView, IncidentView } from '../contract/exclusion';
import type { PortalAgreements, PortalAgreementView, PortalRequestView } from '../contract/portal';
import {
  AGREEMENT,
  appOnSampleSite,
  HOUR,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from '../app/testing/app-on-sample-site';

jest.setTimeout(120_000);

/** Both parties have one representative with an account; the customer is an organization. */
const SIGNED = AGREEMENT.replace(
  'timeZone: Europe/London }',
  'timeZone: Europe/London, representatives: [{ name: Ana Agent, accountId: agent }] }',
).replace(
  'timeZone: America/New_York }',
  'timeZone: America/New_York, organizations: [{ name: Acme, id: "900" }], representatives: [{ name: Carl Customer, accountId: customer }] }',
);

type Screen = 'panel' | 'portal' | 'page';

describe('Exclusions', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    jest.spyOn(Date, 'now').mockImplementation(() => app.now());
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await app.asApp((await import('../app/migrate')).migrate);
    await app.asApp(async () => (await behind()).putIntoForce(SIGNED, app.now()));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.dispose();
  });

  const behind = () => import('../app/testing/behind-the-screens');

  /** As Forge calls it: the account from the platform, everything else from the browser. */
  const invoke = async <T>(
    accountId: string,
    screen: Screen,
    functionKey: string,
    extension: object,
    payload?: unknown,
  ): Promise<Result<T>> => {
    const { panelResolver } = await import('./panel-resolver');
    const { portalRequestResolver } = await import('./portal-request-resolver');
    const { portalPageResolver } = await import('./portal-page-resolver');
    const resolver = { panel: panelResolver, portal: portalRequestResolver, page: portalPageResolver }[
      screen
    ];
    const call = { functionKey, payload };
    const platform = { principal: { accountId } };
    const work = () => resolver({ call, context: { extension } } as never, platform);
    return app.asUser(accountId, work as never) as Promise<Result<T>>;
  };
  const valueOf = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(`${result.code}: ${result.message} ${JSON.stringify(result.faults)}`);
    return result.value;
  };
  const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);
  const onIssue = (issueId: string) => ({ issue: { id: issueId }, project: { id: PROJECT } });

  const aProposal = (given: Partial<ExclusionProposal> = {}): ExclusionProposal => ({
    agreementId: 'acme',
    kind: 'third-party',
    clause: '4.2 Outage of a supplier',
    effect: 'time',
    measures: [],
    when: null,
    windows: [{ from: app.now() - 10 * HOUR, to: app.now() - 2 * HOUR }],
    during: null,
    issueKey: null,
    reason: 'The line was cut',
    evidence: [{ kind: 'link', url: 'https://status.example.com/7', title: 'Status page' }],
    ...given,
  });
  const propose = (by: string, screen: Screen, proposal = aProposal()) =>
    invoke<ExclusionView>(by, screen, 'proposeExclusion', onIssue('10000'), { projectId: PROJECT, proposal });
  const decide = (
    by: string,
    screen: Screen,
    { exclusionId, hash }: Pick<ExclusionView, 'exclusionId' | 'hash'>,
    decision: 'agree' | 'decline' | 'withdraw',
    reason?: string,
  ) => {
    const payload = { projectId: PROJECT, exclusionId, hash, decision, reason };
    return invoke<ExclusionView>(by, screen, 'decideExclusion', onIssue('10000'), payload);
  };
  const panel = async (issueId: string, by = 'agent') =>
    valueOf(await invoke<IssuePanelView>(by, 'panel', 'readIssuePanel', onIssue(issueId)));
  const portal = (key: string, by = 'customer') =>
    invoke<PortalRequestView>(by, 'portal', 'readPortalRequest', { request: { key, typeId: '71' } });

  const consume = (body: unknown) =>
    app.asApp(async () => {
      const event = { queueName: 'refresh', jobId: 'j', eventId: 'e', body, retryContext: { retryCount: 0 } };
      await (await import('./refresh-consumer')).refreshConsumer(event as never);
    });
  /** Works through the queue until nothing waits. */
  const settle = async () => {
    for (let round = 0; round < 50; round++) {
      const queued = (app.runtime.queued as unknown as { readonly body: unknown }[]).splice(0);
      if (queued.length === 0) return;
      for (const { body } of queued) await consume(body);
    }
    throw new Error('The queue never empties');
  };
  const refresh = async (issueId: string) => {
    await consume({ v: 1, kind: 'refresh', issues: [{ issueId, projectId: PROJECT }] });
    await settle();
  };
  const resolutionOf = async (issueId: string) =>
    (await app.timers(issueId)).find(({ measureId }) => measureId === 'time-to-resolution');
  const changesOf = (issueId: string) =>
    app.asApp(async () => (await behind()).verdictChangesOfIssue(issueId));
  const listed = async (by = 'agent') =>
    valueOf(
      await app.asUser(by, async () =>
        (await import('../app/list-exclusions')).listExclusions(
          { projectId: PROJECT },
          { accountId: by, place: 'project-page' },
          app.now(),
        ),
      ),
    );

  /** Breached: resolved after ten hours of eight. */
  const breachedTicket = async () => {
    const issueId = app.issue();
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(10 * HOUR);
    app.jira.transition(issueId, { by: 'agent', to: 'Resolve' });
    await refresh(issueId);
    expect(await resolutionOf(issueId)).toMatchObject({ outcome: 'breached', elapsedMs: 10 * HOUR });
    return issueId;
  };

  it('agreed by both after the fact make a breached ticket met: in rows, property and record', async () => {
    const issueId = await breachedTicket();
    const proposed = valueOf(await propose('agent', 'panel'));
    expect(proposed).toMatchObject({ state: 'proposed', proposedBy: 'Ana Agent', mayDecide: null });
    expect(proposed.signatures).toMatchObject([{ side: 'provider', decision: 'signed' }]);
    expect(proposed.waitingFor).toEqual([{ side: 'customer', people: [expect.any(String)] }]);
    await settle();
    expect(await resolutionOf(issueId)).toMatchObject({ outcome: 'breached', elapsedMs: 10 * HOUR });

    const agreed = valueOf(await decide('customer', 'portal', proposed, 'agree'));
    expect(agreed).toMatchObject({ state: 'agreed', decidedAt: app.now(), waitingFor: [] });
    await settle();
    expect(await resolutionOf(issueId)).toMatchObject({
      outcome: 'met',
      elapsedMs: 2 * HOUR,
      grossElapsedMs: 10 * HOUR,
      grossBreached: true,
    });
    // The clause is said behind the minutes it takes out.
    const { timers } = await panel(issueId);
    expect(timers.find(({ measureId }) => measureId === 'time-to-resolution')?.current.excludedBy).toEqual([
      '4.2 Outage of a supplier',
    ]);
    const property = await app.jira.fetch({
      identity: { as: 'app' },
      method: 'GET',
      path: `/rest/api/3/issue/${issueId}/properties/sla`,
      headers: {},
      body: undefined,
    });
    expect(((await property.json()) as { value: unknown }).value).toMatchObject({
      measures: { timeToResolution: { state: 'met' } },
    });
    expect(await changesOf(issueId)).toMatchObject([
      { reason: 'exclusion', before: { outcome: 'breached' }, after: { outcome: 'met' } },
    ]);
    expect(await listed()).toMatchObject([{ state: 'agreed', origin: 'person', standing: false }]);
  });

  it('that are proposed are shown beside the clock, which runs on; a preview says what they would do', async () => {
    const issueId = await breachedTicket();
    const payload = { projectId: PROJECT, proposal: aProposal() };
    const preview = await invoke<ExclusionPreview>(
      'agent',
      'panel',
      'previewExclusion',
      onIssue(issueId),
      payload,
    );
    expect(valueOf(preview)).toMatchObject({ tickets: 1, more: false, concerned: 1, excludedMs: 8 * HOUR });
    expect(valueOf(preview).changes).toMatchObject([
      { issueKey: 'ITS-1', before: 'Breached', after: 'Met', elapsedAfterMs: 2 * HOUR },
    ]);
    await propose('agent', 'panel');
    const { proposed, timers, proposing } = await panel(issueId);
    expect(proposed).toMatchObject([
      {
        exclusion: { clause: '4.2 Outage of a supplier', state: 'proposed' },
        wouldExclude: [{ measureName: 'Time to resolution', ms: 8 * HOUR, leftOut: false }],
      },
    ]);
    expect(timers.map(({ current }) => current.outcome).sort()).toEqual(['breached', 'met']);
    expect(proposing).toMatchObject({
      agreements: [{ agreementId: 'acme', calendars: [{ calendarId: 'always' }] }],
      mayDeclare: true,
    });
  });

  it('for one ticket change that ticket only', async () => {
    const first = await breachedTicket();
    const second = app.issue('Another till');
    const proposal = aProposal({ kind: 'ticket', issueKey: 'ITS-1' });
    const proposed = valueOf(await propose('agent', 'panel', proposal));
    await decide('customer', 'portal', proposed, 'agree');
    await settle();
    await refresh(second);
    expect(await resolutionOf(first)).toMatchObject({ outcome: 'met' });
    expect((await resolutionOf(second))?.elapsedMs).toBe(0);
    expect(
      (await panel(second)).timers.every(({ current }) => current.net.elapsedMs === current.gross.elapsedMs),
    ).toBe(true);
  });

  it.each([
    ['declined', 'customer', 'portal', 'decline'],
    ['withdrawn', 'agent', 'panel', 'withdraw'],
  ] as const)(
    'that were %s stay in the record with the reason, and change nothing',
    async (state, by, screen, decision) => {
      const issueId = await breachedTicket();
      const proposed = valueOf(await propose('agent', 'panel'));
      expect(codeOf(await decide(by, screen, proposed, decision))).toBe('invalid');
      expect(valueOf(await decide(by, screen, proposed, decision, 'Not our fault'))).toMatchObject({ state });
      await settle();
      expect(await resolutionOf(issueId)).toMatchObject({ outcome: 'breached' });
      expect(await listed()).toMatchObject([{ state, decision: 'Not our fault' }]);
      expect(codeOf(await decide('customer', 'portal', proposed, 'agree'))).toBe('conflict');
    },
  );

  it('are decided by representatives for their own side only, and by their hash', async () => {
    const proposed = valueOf(await propose('lead', 'panel'));
    expect(proposed.signatures).toEqual([]);
    for (const [by, screen] of [
      ['lead', 'panel'],
      ['agent2', 'panel'],
      ['customer2', 'portal'],
    ] as const)
      expect(codeOf(await decide(by, screen, proposed, 'agree'))).toBe('forbidden');
    expect(codeOf(await decide('agent', 'panel', { ...proposed, hash: 'other' }, 'agree'))).toBe('conflict');
    // The provider's representative signs for the provider, however often.
    for (let time = 0; time < 2; time++)
      expect(valueOf(await decide('agent', 'panel', proposed, 'agree'))).toMatchObject({
        state: 'proposed',
        signatures: [{ side: 'provider', accountId: 'agent' }],
      });
    expect(codeOf(await decide('agent', 'panel', proposed, 'decline', 'No'))).toBe('conflict');
  });

  it('of a single ticket are listed for those who sign them or may see the ticket, and for nobody else', async () => {
    const issueId = await breachedTicket();
    const issueKey = app.jira.issue(issueId).key;
    valueOf(await propose('agent', 'panel', aProposal({ issueKey, reason: 'The director was away' })));
    expect((await listed('manager')).map((one) => one.issueKey)).toEqual([issueKey]);
    app.jira.edit(issueId, { by: 'lead', fields: { security: 'Personnel' } });
    expect(await listed('manager')).toEqual([]);
    // In the level, and the provider's representative.
    for (const by of ['lead', 'agent'])
      expect((await listed(by)).map((one) => one.issueKey)).toEqual([issueKey]);
  });

  it('cannot be proposed by customers who represent nobody', async () => {
    expect(codeOf(await propose('customer2', 'portal'))).toBe('forbidden');
    expect(valueOf(await propose('customer', 'portal'))).toMatchObject({
      signatures: [{ side: 'customer' }],
      proposedBy: 'Carl Customer',
    });
  });

  it('that are missing, foreign or forged are not found, whoever asks', async () => {
    const proposed = valueOf(await propose('agent', 'panel'));
    const refused = [
      await decide('agent', 'panel', { ...proposed, exclusionId: 'nonsense' }, 'agree'),
      await decide('outsider', 'panel', proposed, 'agree'),
    ];
    expect(refused[1]).toEqual(refused[0]);
    expect(codeOf(refused[0] as Result<unknown>)).toBe('not-found');
    expect(await propose('agent', 'panel', aProposal({ agreementId: 'nonsense' }))).toEqual(
      await propose('outsider', 'panel'),
    );
    expect(codeOf(await propose('agent', 'panel', aProposal({ issueKey: 'ITS-99' })))).toBe('not-found');
    const before = app.runtime.log.length;
    await propose('outsider', 'panel');
    const statements = app.runtime.log.slice(before).filter((line) => line.startsWith('SQL '));
    expect(statements.filter((line) => !line.includes('agreement_party'))).toEqual([]);
  });

  it('are refused with all faults at once', async () => {
    app.issue();
    const result = await propose(
      'agent',
      'panel',
      aProposal({
        clause: ' ',
        reason: '',
        measures: ['time-to-nothing'],
        during: 'nights',
        when: 'assignee = currentUser() AND',
        windows: [{ from: 2, to: 1 }],
        issueKey: 'ITS-1',
        evidence: [
          { kind: 'link', url: 'javascript:alert(1)', title: 'x' },
          { kind: 'attachment', attachmentId: '1', fileName: 'x', issueKey: 'ITS-1' },
        ],
      }),
    );
    if (result.ok) throw new Error('It was taken');
    expect(new Set(result.faults?.map(({ path }) => path))).toEqual(
      new Set([
        'clause',
        'reason',
        'measures[0]',
        'during',
        'when',
        'windows[0].to',
        'evidence[0].url',
        'evidence[1]',
      ]),
    );
    expect(await listed()).toEqual([]);
  });

  it('take an attachment of the ticket as evidence', async () => {
    const issueId = app.issue();
    const { id } = app.jira.attach(issueId, { by: 'agent', fileName: 'outage.pdf' });
    const evidence = {
      kind: 'attachment',
      attachmentId: id,
      fileName: 'outage.pdf',
      issueKey: 'ITS-1',
    } as const;
    const proposed = await propose('agent', 'panel', aProposal({ issueKey: 'ITS-1', evidence: [evidence] }));
    expect(valueOf(proposed).evidence).toEqual([evidence]);
    expect((await panel(issueId)).proposing.attachments).toEqual([
      { attachmentId: id, fileName: 'outage.pdf' },
    ]);
  });

  it('whose signer never came to the end are finished by the daily reconcile', async () => {
    const issueId = await breachedTicket();
    const proposed = valueOf(await propose('agent', 'panel'));
    await app.asApp(async () => (await behind()).signAndFail(proposed, app.now()));
    await consume({ v: 1, kind: 'reconcile-project', projectId: PROJECT });
    await settle();
    expect(await resolutionOf(issueId)).toMatchObject({ outcome: 'met' });
  });

  describe('because of a major incident', () => {
    const declare = (by: string, issueId: string, to: number | null, rowVersion: number | null = null) =>
      invoke<IncidentView>(by, 'panel', 'declareIncident', onIssue(issueId), {
        agreementId: 'acme',
        clause: '4.3 Major incident',
        reason: 'The data centre is dark',
        from: app.now() - 8 * HOUR,
        to,
        rowVersion,
      });
    const link = async (from: string, to: string) => {
      app.jira.link(from, { by: 'agent', to, type: 'Problem/Incident' });
      const { onIssueEvent } = await import('./on-issue-event');
      // The event comes doubled.
      const event = { eventType: 'avi:jira:created:issuelink', sourceIssueId: from, destinationIssueId: to };
      for (let time = 0; time < 2; time++) await app.asApp(() => onIssueEvent(event));
      await settle();
    };

    it('are proposed once for every ticket that is linked to it, and count once both have signed', async () => {
      const ticket = await breachedTicket();
      const incident = app.issue('The data centre is dark');
      expect(codeOf(await declare('manager', incident, app.now()))).toBe('forbidden');
      expect(codeOf(await declare('outsider', incident, app.now()))).toBe('not-found');
      valueOf(await declare('agent', incident, app.now()));
      await settle();
      await link(incident, ticket);
      const [proposed, ...others] = await listed();
      expect(others).toEqual([]);
      expect(proposed).toMatchObject({
        origin: 'incident',
        proposedBy: 'Accord',
        issueKey: 'ITS-1',
        clause: '4.3 Major incident',
        reason: 'Major incident ITS-2: The data centre is dark',
        mayDecide: 'provider',
      });
      if (!proposed) throw new Error('Nothing was proposed');
      expect((await panel(incident)).incident).toMatchObject({ issueKey: 'ITS-2', rowVersion: 1 });
      expect((await panel(ticket)).proposed).toHaveLength(1);
      valueOf(await decide('agent', 'panel', proposed, 'agree'));
      valueOf(await decide('customer', 'portal', proposed, 'agree'));
      await settle();
      expect(await resolutionOf(ticket)).toMatchObject({ outcome: 'met', elapsedMs: 2 * HOUR });
    });

    it('are proposed by the daily reconcile when the event was lost, and when the window gets its end', async () => {
      const ticket = await breachedTicket();
      const incident = app.issue('The data centre is dark');
      valueOf(await declare('agent', incident, null));
      app.jira.link(incident, { by: 'agent', to: ticket });
      await settle();
      await consume({ v: 1, kind: 'reconcile-project', projectId: PROJECT });
      await settle();
      // Nobody can say yet what would be signed.
      expect(await listed()).toEqual([]);
      valueOf(await declare('agent', incident, app.now(), 1));
      await settle();
      expect(await listed()).toMatchObject([{ issueKey: 'ITS-1', state: 'proposed' }]);
      expect(codeOf(await declare('agent', incident, app.now() + 1, 1))).toBe('conflict');
    });

    it('are withdrawn when the ticket is not linked any more, or the incident is revoked', async () => {
      const ticket = await breachedTicket();
      const incident = app.issue('The data centre is dark');
      valueOf(await declare('agent', incident, app.now()));
      await link(incident, ticket);
      const revoke = (rowVersion: number) =>
        invoke<null>('agent', 'panel', 'revokeIncident', onIssue(incident), { rowVersion });
      expect(codeOf(await revoke(7))).toBe('conflict');
      valueOf(await revoke(1));
      expect(await listed()).toMatchObject([{ state: 'withdrawn', origin: 'incident' }]);
      expect((await panel(incident)).incident).toBeNull();
    });
  });

  describe('and timers in the portal', () => {
    it('tell customers the state and nothing of how the provider works', async () => {
      const issueId = app.issue();
      app.jira.edit(issueId, { by: 'agent', fields: { 'Request participants': ['customer2'] } });
      await app.clock.advanceBy(MINUTE);
      app.jira.comment(issueId, { by: 'agent2', text: 'Driver, I think', internal: true });
      app.jira.transition(issueId, { by: 'agent2', to: 'Waiting for customer' });
      await app.clock.advanceBy(10 * HOUR);
      const when = 'status = "In Progress" OR status = Open';
      const windows = [{ from: app.now() - 11 * HOUR, to: app.now() }];
      await propose('lead', 'panel', aProposal({ when, windows }));
      const view = valueOf(await portal('ITS-1', 'customer2'));
      expect(view.timers.map(({ measureId }) => measureId).sort()).toEqual([
        'time-to-first-response',
        'time-to-resolution',
      ]);
      expect(view.agreements).toMatchObject([{ agreementId: 'acme', representative: false }]);
      expect(view.proposed).toMatchObject([{ exclusion: { proposedBy: 'Northwind', mayDecide: null } }]);
      for (const secret of ['Abe Agent', 'Lena Lead', 'In Progress', 'Waiting for customer', 'Driver'])
        expect(JSON.stringify(view)).not.toContain(secret);
    });

    it('are shown for the own requests only, and without what the project hides', async () => {
      app.issue();
      expect(codeOf(await portal('ITS-99'))).toBe('not-found');
      expect(await portal('ITS-1', 'outsider')).toEqual(await portal('ITS-99', 'outsider'));
      const hidden = ['acme/time-to-resolution'];
      await app.asApp(async () => (await behind()).hideInPortal(hidden, app.now()));
      const view = valueOf(await portal('ITS-1'));
      expect(view.timers.map(({ measureId }) => measureId)).toEqual(['time-to-first-response']);
      expect(JSON.stringify(view)).not.toContain('time-to-resolution');
      expect(view.agreements).toMatchObject([{ representative: true }]);
    });

    it('list the agreements that bind a customer, and what waits for their signature', async () => {
      const proposed = valueOf(await propose('agent', 'panel'));
      const mine = (by: string) => invoke<PortalAgreements>(by, 'page', 'readMyAgreements', {});
      expect(valueOf(await mine('customer'))).toMatchObject({
        agreements: [{ agreementId: 'acme', projectId: PROJECT, representative: true, draft: null }],
        waiting: [{ exclusionId: proposed.exclusionId, proposedBy: 'Northwind', mayDecide: 'customer' }],
      });
      expect(valueOf(await mine('customer2'))).toMatchObject({
        agreements: [{ agreementId: 'acme', representative: false }],
        waiting: [],
      });
      expect(valueOf(await mine('outsider'))).toEqual({ agreements: [], waiting: [] });
    });

    it('show an agreement to those whom it binds, and to nobody else', async () => {
      const read = (by: string, agreementId = 'acme') =>
        invoke<PortalAgreementView>(
          by,
          'page',
          'readPortalAgreement',
          {},
          { projectId: PROJECT, agreementId },
        );
      const view = valueOf(await read('customer2'));
      expect(view).toMatchObject({ agreementId: 'acme', state: 'active', representative: false });
      expect(view.text?.sections.length).toBeGreaterThan(3);
      expect(view.measureChoices.map(({ measureId }) => measureId)).toContain('time-to-resolution');
      expect(view.shown).toEqual({ what: 'version', version: 1 });
      expect(view.calendarChoices.length).toBeGreaterThan(0);
      expect(codeOf(await read('outsider'))).toBe('not-found');
      expect(await read('outsider')).toEqual(await read('customer', 'nonsense'));
    });
  });
});
