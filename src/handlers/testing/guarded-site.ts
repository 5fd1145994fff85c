import type { Result } from '../../contract';
import type { ProposalView } from '../../contract/agreement';
import type { DraftView } from '../../contract/draft';
import type { ExclusionProposal, ExclusionView, IncidentView } from '../../contract/exclusion';
import type { WhatIfView } from '../../contract/what-if';
import { SIGNABLE } from '../../app/testing/agreement-texts';
import { appOnSampleSite, HOUR, PROJECT, type AppUnderTest } from '../../app/testing/app-on-sample-site';
import { sampleSite } from '../../../host/jira/sample-site';

/** Everybody who may come to a screen of Accord, by account id; null = the platform knows nobody. */
export const ROLES = {
  /** Administers the project. */
  lead: 'lead',
  /** Works in it and represents the provider. */
  agent: 'agent',
  /** Works in it, and represents nobody. */
  agent2: 'agent2',
  /** May look at it in Jira. */
  manager: 'manager',
  /** Administers another project, and may not see this one. */
  otherLead: 'other-lead',
  /** Works in the other project, and represents its provider. */
  otherAgent: 'other-agent',
  /** Has Jira, but nothing in it. */
  outsider: 'outsider',
  /** On the request, and represents the customer. */
  customer: 'customer',
  /** On the request and of the customer's organization, but represents nobody. */
  customer2: 'customer2',
  /** A customer of the other project: another organization, not on the request. */
  otherCustomer: 'other-customer',
  /** Logged in for Jira, without a licence for it. */
  unlicensed: 'unlicensed',
  anonymous: 'unidentified',
  nobody: null,
} as const;

export type Role = keyof typeof ROLES;

export const OTHER_PROJECT = '10002';
/** Like the project, but nothing of Accord is in it yet. */
export const NEW_PROJECT = '10003';
/** Of nothing at all. */
export const MISSING_PROJECT = '19999';

/** Words of the provider's own, which no customer and no stranger may read anywhere. */
export const INTERNAL = ['Ana Agent', 'Abe Agent', 'Lena Lead', 'Mia Manager'];

/** Of the other organization and its project. */
export const SECRETS = ['Globex', 'globex', 'Secret', 'HRS', 'Oda Agent', 'hidden-plan'];

/** All modules with a resolver. */
export const MODULES = {
  'panel-resolver': () => import('../panel-resolver'),
  'settings-resolver': () => import('../settings-resolver'),
  'project-page-resolver': () => import('../project-page-resolver'),
  'portal-request-resolver': () => import('../portal-request-resolver'),
  'portal-page-resolver': () => import('../portal-page-resolver'),
  'gadget-resolver': () => import('../gadget-resolver'),
} as const;

export type ModuleName = keyof typeof MODULES;

/** The functions that a module serves. */
export async function functionsOf(name: ModuleName): Promise<readonly string[]> {
  return Object.keys((await MODULES[name]()).functions);
}

/** What is known of a site on which everything there is has been put to use. */
export interface GuardedSite {
  readonly app: AppUnderTest;
  /** The request of the customer, which customer2 takes part in, and the incident. */
  readonly issue: { readonly id: string; readonly key: string };
  readonly incident: { readonly id: string; readonly key: string };
  /** Somebody else's, in the same project. */
  readonly neighbour: { readonly id: string; readonly key: string };
  /** In the other project, with its own customer. */
  readonly foreign: { readonly id: string; readonly key: string };
  /** Waits for both sides. */
  readonly proposal: ProposalView;
  /** Of the customer's ticket; the provider has signed. */
  readonly exclusion: ExclusionView;
  readonly foreignExclusion: ExclusionView;
  /** Of an agreement that is only a draft. */
  readonly draft: DraftView;
  readonly incidentView: IncidentView;
  readonly run: WhatIfView;
  readonly foreignRun: WhatIfView;
  /** Frozen and delivered, of the week before. */
  readonly report: { readonly periodStart: number; readonly hash: string };
  /** Calls a function as Forge does: the account from the platform, everything else from the browser. */
  call<T = unknown>(
    role: Role,
    module: ModuleName,
    functionKey: string,
    extension: unknown,
    payload?: unknown,
  ): Promise<Result<T>>;
  /** What was asked, in order, since the last `trace()`: `jira` or `sql`. */
  trace(): readonly string[];
  /** Puts every table back to what it was when the site was made. */
  reset(): Promise<void>;
  aProposal(given?: Partial<ExclusionProposal>): ExclusionProposal;
}

const text = (id: string, name: string) =>
  SIGNABLE.replace('id: acme', `id: ${id}`).replace('name: IT support for Acme', `name: ${name}`);

export const EDITED = SIGNABLE.replace('within: 2h', 'within: 3h');
const GLOBEX = text('globex', 'Secret support for Globex')
  .replace('    name: Acme\n', '    name: Globex\n')
  .replace('[{ name: Acme, id: "900" }]', '[{ name: Globex, id: "901" }]')
  .replace('{ name: Ana Agent, accountId: agent }', '{ name: Oda Agent, accountId: other-agent }')
  .replace('      - { name: Mia Manager, accountId: manager }\n', '')
  .replace('{ name: Carl Customer, accountId: customer }', '{ name: Gus Globex, accountId: other-customer }');

/**
 * Two projects with agreements in every state, proposals, exclusions, an incident and what-ifs, all made by
 * the functions that are tested.
 */
export async function guardedSite(): Promise<GuardedSite> {
  const app = await appOnSampleSite();
  jest.spyOn(Date, 'now').mockImplementation(() => app.now());
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await app.asApp((await import('../../app/migrate')).migrate);
  addPeopleAndProjects(app);

  const traced: string[] = [];
  const changed = new Set<string>();
  const execute = app.sql.execute.bind(app.sql);
  jest.spyOn(app.sql, 'execute').mockImplementation((query, params, kind) => {
    traced.push('sql');
    const table = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+(\w+)/i.exec(query)?.[1];
    if (table !== undefined) changed.add(table);
    return execute(query, params, kind);
  });
  app.afterJira = async () => void traced.push('jira');

  const call: GuardedSite['call'] = async (role, module, functionKey, extension, payload) => {
    const loaded = await MODULES[module]();
    const resolver = Object.values(loaded).find((one) => typeof one === 'function') as (
      request: unknown,
      platform: unknown,
    ) => Promise<unknown>;
    const accountId = ROLES[role];
    const request = { call: { functionKey, payload }, context: { extension } };
    const work = () => resolver(request, { principal: accountId === null ? undefined : { accountId } });
    const known = accountId === null || accountId === 'unidentified' ? null : accountId;
    return (known === null ? app.asApp(work) : app.asUser(known, work)) as never;
  };
  const made = async <T>(...asked: Parameters<GuardedSite['call']>): Promise<T> => {
    const result = await call<T>(...asked);
    if (!result.ok)
      throw new Error(`${asked[2]}: ${result.code} ${result.message} ${JSON.stringify(result.faults)}`);
    return result.value;
  };

  const aProposal = (given: Partial<ExclusionProposal> = {}): ExclusionProposal => ({
    agreementId: 'acme',
    kind: 'third-party',
    clause: '4.2 Outage of a supplier',
    effect: 'time',
    measures: [],
    when: null,
    windows: [{ from: app.now() - 10 * HOUR, to: app.now() - HOUR }],
    during: null,
    issueKey: null,
    reason: 'The line was cut',
    evidence: [{ kind: 'link', url: 'https://status.example.com/7', title: 'Status page' }],
    ...given,
  });

  const its = { project: { id: PROJECT } };
  const other = { project: { id: OTHER_PROJECT } };
  const start = async (admin: Role, where: object, source: string) =>
    made<DraftView>(admin, 'settings-resolver', 'createAgreement', where, {
      source: { from: 'text', text: source },
    });
  const propose = (
    admin: Role,
    where: object,
    { agreementId, revision }: DraftView,
    effectiveFrom?: string,
  ) =>
    made<ProposalView>(admin, 'settings-resolver', 'proposeAgreement', where, {
      agreementId,
      revision,
      effectiveFrom,
      note: 'As we said',
    });
  const sign = (by: Role, projectId: string, { agreementId, hash }: ProposalView) =>
    made<ProposalView>(by, 'portal-page-resolver', 'signAgreement', {}, { projectId, agreementId, hash });
  const publish = async (admin: Role, agent: Role, customer: Role, where: typeof its, source: string) => {
    const proposal = await propose(admin, where, await start(admin, where, source));
    await sign(agent, where.project.id, proposal);
    await sign(customer, where.project.id, proposal);
  };

  await publish('lead', 'agent', 'customer', its, SIGNABLE);
  await publish('lead', 'agent', 'customer', its, text('basic', 'Basic support'));
  await publish('otherLead', 'otherAgent', 'otherCustomer', other, GLOBEX);
  const again = await made<DraftView>('lead', 'settings-resolver', 'readDraft', its, { agreementId: 'acme' });
  const saving = { agreementId: 'acme', revision: again.revision, content: { text: EDITED } };
  const edited = await made<DraftView>('lead', 'settings-resolver', 'saveDraft', its, saving);
  const proposal = await propose('lead', its, edited, '2026-12-01');
  const draft = await start('lead', its, text('planned', 'Planned support'));
  await start('otherLead', other, text('hidden-plan', 'Hidden plan'));

  const create = (by: string, project: string, summary: string) =>
    app.jira.createIssue({ by, project, requestType: 'Report a fault', summary });
  const issue = create('customer', 'ITS', 'The till is down');
  app.jira.edit(issue.id, { by: 'agent', fields: { 'Request participants': ['customer2'] } });
  const incident = create('agent', 'ITS', 'The data centre is dark');
  const neighbour = create('other-customer', 'ITS', 'The Globex merger');
  const foreign = create('other-customer', 'HRS', 'The Globex payroll');
  await app.clock.advanceBy(20 * HOUR);
  app.jira.refreshIndex();

  const proposeExclusion = (by: Role, projectId: string, given: Partial<ExclusionProposal>) =>
    made<ExclusionView>(
      by,
      'panel-resolver',
      'proposeExclusion',
      {},
      { projectId, proposal: aProposal(given) },
    );
  const exclusion = await proposeExclusion('agent', PROJECT, { issueKey: issue.key });
  const foreignExclusion = await proposeExclusion('otherLead', OTHER_PROJECT, { agreementId: 'globex' });
  const incidentView = await made<IncidentView>(
    'agent',
    'panel-resolver',
    'declareIncident',
    { issue: { id: incident.id }, ...its },
    {
      agreementId: 'acme',
      clause: '4.1',
      reason: 'No power',
      from: app.now() - 9 * HOUR,
      to: app.now() - HOUR,
      rowVersion: null,
    },
  );
  const tryOut = async (by: Role, where: object, agreementId: string) => {
    await made(by, 'settings-resolver', 'startWhatIf', where, { agreementId, days: 30 });
    await work(app);
    const run = await made<WhatIfView | null>(by, 'settings-resolver', 'readWhatIf', where);
    if (run?.state !== 'done') throw new Error(`The what-if is ${String(run?.state)}`);
    return run;
  };
  const run = await tryOut('lead', its, 'planned');
  await tryOut('otherLead', other, 'hidden-plan');
  const foreignRun = await tryOut('otherLead', other, 'hidden-plan');

  const periodStart = app.now() - 10 * 24 * HOUR;
  const { hash } = await app.asApp(async () =>
    (await import('../../app/testing/behind-the-screens')).addFrozenReport(
      periodStart,
      periodStart + 7 * 24 * HOUR,
    ),
  );

  const kept = new Map<string, readonly Record<string, unknown>[]>();
  const tables = [...new Set([...changed, 'project_setting', 'timer', 'verdict_change', 'issue_refresh'])];
  for (const table of tables) {
    const { rows } = await execute(`SELECT * FROM ${table}`, [], 'dml');
    kept.set(table, rows as readonly Record<string, unknown>[]);
  }
  changed.clear();
  traced.length = 0;
  return {
    app,
    issue,
    incident,
    neighbour,
    foreign,
    proposal,
    exclusion,
    foreignExclusion,
    draft,
    incidentView,
    run,
    foreignRun,
    report: { periodStart, hash },
    call,
    trace: () => traced.splice(0),
    aProposal,
    async reset() {
      for (const table of changed) {
        await execute(`DELETE FROM ${table}`, [], 'dml');
        for (const row of kept.get(table) ?? []) {
          const columns = Object.keys(row);
          const places = columns.map(() => '?').join(', ');
          const values = Object.values(row) as string[];
          await execute(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, values, 'dml');
        }
      }
      changed.clear();
      (app.runtime.queued as unknown[]).length = 0;
    },
  };
}

/** Works through the queue until nothing waits. */
async function work(app: AppUnderTest): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const queued = (app.runtime.queued as unknown as { readonly body: unknown }[]).splice(0);
    if (queued.length === 0) return;
    for (const { body } of queued)
      await app.asApp(async () => {
        const event = {
          queueName: 'refresh',
          jobId: 'j',
          eventId: 'e',
          body,
          retryContext: { retryCount: 0 },
        };
        await (await import('../refresh-consumer')).refreshConsumer(event as never);
      });
  }
  throw new Error('The queue never empties');
}

function addPeopleAndProjects({ jira }: AppUnderTest): void {
  const person = (accountId: string, displayName: string, accountType: 'atlassian' | 'customer') => ({
    accountId,
    displayName,
    accountType,
  });
  jira.addUsers([
    person('other-lead', 'Olga Lead', 'atlassian'),
    person('other-agent', 'Oda Agent', 'atlassian'),
    person('unlicensed', 'Uri Unlicensed', 'atlassian'),
    person('other-customer', 'Gus Globex', 'customer'),
  ]);
  jira.addOrganizations([{ id: '901', name: 'Globex', memberAccountIds: ['other-customer'] }]);
  const [desk] = sampleSite.projects;
  if (!desk) throw new Error('The sample site has no service desk');
  jira.addProject({
    ...desk,
    id: OTHER_PROJECT,
    key: 'HRS',
    name: 'Human resources',
    serviceDeskId: '2',
    components: [],
    requestTypes: [{ id: '81', name: 'Report a fault', issueTypeId: '10010' }],
    roles: { admin: ['other-lead'], agent: ['other-agent'], manager: [], customer: ['other-customer'] },
  });
  jira.addProject({
    ...desk,
    id: NEW_PROJECT,
    key: 'NEW',
    name: 'Brand new',
    serviceDeskId: '3',
    components: [],
    requestTypes: [{ id: '91', name: 'Report a fault', issueTypeId: '10010' }],
  });
}
