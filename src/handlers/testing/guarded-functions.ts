import { NEW_PROJECT, type GuardedSite, type ModuleName, type Role } from './guarded-site';
import { PROJECT } from '../../app/testing/app-on-sample-site';

/** What a function answers: `ok`, or the code of its failure. */
export type Codes = Readonly<Record<Role, string>>;

/** One function of one module: how it is called, and what everybody is answered. */
export interface GuardedFunction {
  readonly module: ModuleName;
  readonly name: string;
  readonly extension: unknown;
  readonly payload: unknown;
  readonly codes: Codes;
  /** Who is answered, for trying forged ids. */
  readonly by: Role;
}

const STRANGERS = {
  otherLead: 'not-found',
  otherAgent: 'not-found',
  outsider: 'not-found',
  customer: 'not-found',
  customer2: 'not-found',
  otherCustomer: 'not-found',
  unlicensed: 'not-found',
  anonymous: 'forbidden',
  nobody: 'forbidden',
} as const;

/** Who administers the project is served, who sees it is told that they may not; for others it is not there. */
const ADMINS: Codes = {
  lead: 'ok',
  agent: 'forbidden',
  agent2: 'forbidden',
  manager: 'forbidden',
  ...STRANGERS,
};
/** Who may see the project in Jira is served. */
const VIEWERS: Codes = { lead: 'ok', agent: 'ok', agent2: 'ok', manager: 'ok', ...STRANGERS };
/** Who works on the project's tickets is served. */
const AGENTS: Codes = { ...VIEWERS, manager: 'forbidden' };
/** The provider's representatives are served: an administrator is none. */
const PROVIDERS: Codes = { ...VIEWERS, lead: 'forbidden', agent2: 'forbidden' };
/** In the portal: representatives of either side; whom nothing binds learns of nothing. */
const SIGNERS: Codes = {
  lead: 'not-found',
  agent: 'ok',
  agent2: 'not-found',
  manager: 'ok',
  ...STRANGERS,
  customer: 'ok',
};

const settings = (name: string, payload?: unknown, codes = ADMINS, by: Role = 'lead') =>
  ({
    module: 'settings-resolver',
    name,
    extension: { project: { id: PROJECT } },
    payload,
    codes,
    by,
  }) as const;

/** Every function there is, with a call that would succeed for whoever may. */
export function guardedFunctions(site: GuardedSite): readonly GuardedFunction[] {
  const { issue, incident, proposal, exclusion, draft, run, report, aProposal } = site;
  const text = draft.text;
  const planned = { agreementId: 'planned' };
  const { revision } = draft;
  const { hash } = proposal;
  const calendar = { id: 'always', name: 'Always', timeZone: 'UTC', hours: 'always' };
  const onPage = { project: { id: PROJECT } };
  const onIssue = { issue: { id: issue.id }, ...onPage };
  const inPanel = (name: string, payload: unknown, codes: Codes, by: Role, extension: unknown = onIssue) =>
    ({ module: 'panel-resolver', name, extension, payload, codes, by }) as const;
  const onRequest = { request: { key: issue.key } };

  const onCompliance = (name: string, payload?: unknown, codes: Codes = VIEWERS, by: Role = 'agent') =>
    ({ module: 'project-page-resolver', name, extension: onPage, payload, codes, by }) as const;
  const query = { from: '2026-11-01', to: '2026-11-30', agreementId: 'acme' };

  const signing = (place: { readonly projectId?: string }) => ({
    signAgreement: { ...place, agreementId: 'acme', hash },
    declineAgreement: { ...place, agreementId: 'acme', hash, reason: 'Too slow' },
    proposeExclusion: { ...place, proposal: aProposal() },
    // The provider has agreed to it already.
    decideExclusion: {
      ...place,
      exclusionId: exclusion.exclusionId,
      hash: exclusion.hash,
      decision: 'agree',
    },
  });
  // Of the provider, who agreed may say so again.
  const deciders: Codes = { ...PROVIDERS, manager: 'conflict' };
  const inJira = (
    module: ModuleName,
    extension: unknown,
    place: { readonly projectId?: string },
  ): readonly GuardedFunction[] => {
    const { signAgreement, declineAgreement, proposeExclusion, decideExclusion } = signing(place);
    const at = { module, extension };
    const proposers: Codes = { ...AGENTS, manager: 'ok' };
    return [
      { ...at, name: 'signAgreement', payload: signAgreement, codes: PROVIDERS, by: 'agent' },
      { ...at, name: 'declineAgreement', payload: declineAgreement, codes: PROVIDERS, by: 'agent' },
      { ...at, name: 'proposeExclusion', payload: proposeExclusion, codes: proposers, by: 'agent' },
      { ...at, name: 'decideExclusion', payload: decideExclusion, codes: deciders, by: 'agent' },
      {
        ...at,
        name: 'previewExclusion',
        payload: { ...place, proposal: aProposal() },
        codes: VIEWERS,
        by: 'agent',
      },
    ];
  };
  const reading = (module: ModuleName): readonly GuardedFunction[] => {
    const at = { module, extension: onPage, codes: VIEWERS, by: 'agent' } as const;
    return [
      { ...at, name: 'listAgreements', payload: undefined },
      { ...at, name: 'readAgreement', payload: { agreementId: 'acme', version: 1 } },
      { ...at, name: 'exportAgreement', payload: { agreementId: 'acme', version: 1 } },
      { ...at, name: 'printAgreement', payload: { agreementId: 'acme', version: 1 } },
      { ...at, name: 'listExclusions', payload: { agreementId: 'acme' } },
    ];
  };
  const inPortal = (module: ModuleName, extension: unknown): readonly GuardedFunction[] => {
    const { signAgreement, declineAgreement, proposeExclusion, decideExclusion } = signing({
      projectId: PROJECT,
    });
    const at = { module, extension, by: 'customer' } as const;
    // Whom the agreement binds knows of it.
    const bound = { lead: 'forbidden', agent2: 'forbidden', customer2: 'forbidden' };
    return [
      { ...at, name: 'signAgreement', payload: signAgreement, codes: SIGNERS },
      { ...at, name: 'declineAgreement', payload: declineAgreement, codes: SIGNERS },
      {
        ...at,
        name: 'proposeExclusion',
        payload: proposeExclusion,
        codes: { ...SIGNERS, ...bound, lead: 'ok', agent2: 'ok' },
      },
      {
        ...at,
        name: 'decideExclusion',
        payload: decideExclusion,
        codes: { ...SIGNERS, ...bound, manager: 'conflict' },
      },
    ];
  };

  const aReport = {
    agreementId: 'acme',
    periodStart: report.periodStart,
    hash: report.hash,
    kind: 'comment',
    text: 'Read with care',
  };
  const inReports = (): readonly GuardedFunction[] => {
    const at = { module: 'project-page-resolver', extension: onPage, payload: aReport, by: 'agent' } as const;
    return [
      { ...at, name: 'listReports', payload: undefined, codes: VIEWERS },
      { ...at, name: 'readReport', codes: VIEWERS },
      { ...at, name: 'printReport', codes: VIEWERS },
      { ...at, name: 'signReport', codes: PROVIDERS },
      { ...at, name: 'writeReportNote', codes: VIEWERS },
      { ...at, name: 'draftReport', codes: ADMINS, by: 'lead' },
      { ...at, name: 'reproduceReport', codes: VIEWERS },
    ];
  };

  return [
    inPanel('readIssuePanel', undefined, VIEWERS, 'agent'),
    inPanel('installStarterAgreement', { projectId: NEW_PROJECT }, ADMINS, 'lead'),
    inPanel(
      'declareIncident',
      { agreementId: 'acme', clause: '4.1', reason: 'Dark', from: 1, to: 2, rowVersion: null },
      AGENTS,
      'agent',
    ),
    inPanel('revokeIncident', { rowVersion: site.incidentView.rowVersion }, AGENTS, 'agent', {
      issue: { id: incident.id },
      ...onPage,
    }),
    ...inJira('panel-resolver', onIssue, { projectId: PROJECT }),

    ...reading('settings-resolver'),
    ...inJira('settings-resolver', onPage, {}),
    settings('readCreationChoices'),
    settings('createAgreement', { source: { from: 'copy', projectId: PROJECT, agreementId: 'acme' } }),
    settings('readDraft', planned),
    settings('saveDraft', { ...planned, revision, content: { text: `${text}\n# more` } }),
    settings('deleteDraft', { ...planned, revision }),
    settings('exportDraft', planned),
    settings('checkDraft', { ...planned, content: { text } }),
    settings('measureQuality', { ...planned, content: { text } }),
    settings('readProjectFacts'),
    settings('findPeople', { query: 'c' }),
    settings('countTickets', { jql: 'priority = High' }),
    settings('tryCalendar', { calendar, start: '2026-12-24T15:30', within: '8h' }),
    settings('proposeAgreement', { ...planned, revision }),
    settings('withdrawProposal', { agreementId: 'acme', hash }),
    settings('restoreVersion', { agreementId: 'basic', version: 1, effectiveFrom: '2026-12-01' }),
    settings('retireAgreement', { agreementId: 'basic', from: '2026-12-01' }),
    settings('readSettings'),
    settings('saveSettings', { settings: { rowVersion: 0, approval: 'provider', hiddenInPortal: [] } }),
    settings('readAudit'),
    settings('verifyAudit'),
    settings('startWhatIf', { ...planned, days: 30 }),
    settings('readWhatIf'),
    settings('cancelWhatIf', { runId: run.runId }),
    settings('readWhatIfChanges', { runId: run.runId }),
    settings('readWhatIfTicket', { runId: run.runId, issueId: issue.id }),

    ...inReports(),
    ...reading('project-page-resolver'),
    ...inJira('project-page-resolver', onPage, {}),

    onCompliance('readComplianceChoices'),
    onCompliance('readCompliance', { query, grain: 'week' }),
    onCompliance('readMeasureReport', {
      query: { ...query, measureId: 'time-to-resolution' },
      grain: 'week',
    }),
    onCompliance('listTickets', { query, drill: { verdict: 'breached' } }),
    onCompliance('listResolved', { query, of: 'reopened' }),
    onCompliance('listAtRisk', { query }),
    onCompliance('checkRollups', undefined, ADMINS, 'lead'),
    onCompliance('rebuildRollups', undefined, ADMINS, 'lead'),
    onCompliance('readCredits', { agreementId: 'acme' }),
    onCompliance('listEscalations', {}),
    onCompliance('compareProviders', { from: '2026-11-01', to: '2026-11-30' }),

    {
      module: 'portal-request-resolver',
      name: 'readPortalRequest',
      extension: onRequest,
      payload: undefined,
      codes: { ...VIEWERS, customer: 'ok', customer2: 'ok' },
      by: 'customer',
    },
    ...inPortal('portal-request-resolver', onRequest),

    {
      module: 'portal-page-resolver',
      name: 'readMyAgreements',
      extension: {},
      payload: undefined,
      // Everybody's own: of nothing, whom nothing binds.
      codes: { ...mapped('ok'), anonymous: 'forbidden', nobody: 'forbidden' },
      by: 'customer',
    },
    {
      module: 'portal-page-resolver',
      name: 'readPortalAgreement',
      extension: {},
      payload: { projectId: PROJECT, agreementId: 'acme' },
      codes: {
        ...mapped('not-found'),
        agent: 'ok',
        manager: 'ok',
        customer: 'ok',
        customer2: 'ok',
        anonymous: 'forbidden',
        nobody: 'forbidden',
      },
      by: 'customer',
    },
    ...inPortal('portal-page-resolver', {}),

    {
      module: 'gadget-resolver',
      name: 'readGadgetChoices',
      extension: {},
      payload: undefined,
      // Everybody's own: of nothing, whom Jira shows no project.
      codes: { ...mapped('ok'), anonymous: 'forbidden', nobody: 'forbidden' },
      by: 'agent',
    },
    {
      module: 'gadget-resolver',
      name: 'readGadget',
      extension: {},
      payload: { kind: 'attainment', configuration: { projectId: PROJECT, agreementId: 'acme' } },
      codes: VIEWERS,
      by: 'agent',
    },
    {
      module: 'portal-page-resolver',
      name: 'listReports',
      extension: {},
      payload: undefined,
      // Everybody's own: of nothing, who signs nothing.
      codes: { ...mapped('ok'), anonymous: 'forbidden', nobody: 'forbidden' },
      by: 'customer',
    },
    ...(['readReport', 'printReport', 'signReport', 'writeReportNote'] as const).map((name) => ({
      module: 'portal-page-resolver' as const,
      name,
      extension: {},
      payload: { ...aReport, projectId: PROJECT },
      codes: SIGNERS,
      by: 'customer' as const,
    })),
  ];
}

function mapped(code: string): Codes {
  return { ...Object.fromEntries(Object.keys({ ...ADMINS }).map((role) => [role, code])) } as Codes;
}
