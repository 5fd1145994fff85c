import {
  OTHER_PROJECT,
  MISSING_PROJECT,
  functionsOf,
  guardedSite,
  INTERNAL,
  MODULES,
  ROLES,
  SECRETS,
  type GuardedSite,
  type ModuleName,
  type Role,
} from './testing/guarded-site';
import { guardedFunctions, type GuardedFunction } from './testing/guarded-functions';
import type { Result } from '../contract';
import type { PortalAgreementView } from '../contract/portal';
import { PROJECT } from '../app/testing/app-on-sample-site';

jest.setTimeout(240_000);

const roles = Object.keys(ROLES) as Role[];

let site: GuardedSite;
let table: readonly GuardedFunction[];
let errors: jest.SpyInstance;
beforeAll(async () => {
  site = await guardedSite();
  table = guardedFunctions(site);
  errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  // Nothing that anybody can send is an error of the app.
  expect(errors.mock.calls).toEqual([]);
  errors.mockClear();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await site.app.dispose();
});

/** What somebody is answered, and in what order Jira and the store were asked; the site is as before. */
async function answerOf(
  role: Role,
  { module, name, extension, payload }: Omit<GuardedFunction, 'codes' | 'by'>,
) {
  site.trace();
  const result = await site.call(role, module, name, extension, payload);
  const asked = site.trace();
  await site.reset();
  return { result, asked };
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);
const nameOf = ({ module, name }: Pick<GuardedFunction, 'module' | 'name'>) => `${module} ${name}`;

describe('Every function of every screen', () => {
  it('stands in the table, and nothing else does', async () => {
    const served = await Promise.all(
      (Object.keys(MODULES) as ModuleName[]).map(async (module) =>
        (await functionsOf(module)).map((name) => nameOf({ module, name })),
      ),
    );
    expect(table.map(nameOf).sort()).toEqual(served.flat().sort());
  });

  it('is served on the page for everybody, unless it is for administrators only', async () => {
    const page = new Set(await functionsOf('project-page-resolver'));
    const others = table.filter(
      ({ module, codes }) => module === 'settings-resolver' && [codes.agent, codes.manager].includes('ok'),
    );
    expect(others.map(({ name }) => name).filter((name) => !page.has(name))).toEqual([]);
    const inSettings = new Set(await functionsOf('settings-resolver'));
    const shared = [...page].filter((name) => inSettings.has(name));
    expect(shared.sort()).toEqual(others.map(({ name }) => name).sort());
  });

  it.each(roles)('answers %s as the table says, and asks Jira before the store', async (role) => {
    const answered: string[] = [];
    for (const row of table) {
      const { result, asked } = await answerOf(role, row);
      answered.push(`${nameOf(row)}: ${codeOf(result)}`);
      if (result.ok) continue;
      // A refusal says nothing of what it keeps.
      const text = JSON.stringify(result);
      for (const word of [...SECRETS, ...INTERNAL]) expect(text).not.toContain(word);
      expect(asked[0] ?? 'jira').toBe('jira');
      // Whom Jira shows nothing is told so without a look into the store; the portal looks up who is bound.
      if (!row.module.startsWith('portal') && row.codes[role] === 'not-found')
        expect(asked).not.toContain('sql');
      if (ROLES[role] === null || ROLES[role] === 'unidentified') expect(asked).toEqual([]);
    }
    expect(answered).toEqual(table.map((row) => `${nameOf(row)}: ${row.codes[role]}`));
  });
});

/** Nothing that an id could be. */
const FORGED: readonly unknown[] = [
  '1 OR 1=1',
  "1' OR '1'='1",
  '../x',
  '..%2f..%2fmyself',
  '',
  ' ',
  '0',
  '010000',
  '10000\u0000',
  '9'.repeat(400),
  'x'.repeat(70_000),
  '\u202e00001',
  '🙂',
  '__proto__',
  0,
  -1,
  1.5,
  12345678901234567890,
  null,
  true,
  {},
  [],
  ['10000'],
  { id: '10000' },
];

/** What a call does not look at: whatever stands there, it does the same for the same person. */
const UNUSED: readonly string[] = [
  ...['readIssuePanel', 'installStarterAgreement', 'declareIncident', 'revokeIncident'].map(
    (name) => `panel-resolver ${name} extension.project.id`,
  ),
  ...['signAgreement', 'declineAgreement', 'proposeExclusion', 'decideExclusion'].flatMap((name) => [
    `panel-resolver ${name} extension.issue.id`,
    `panel-resolver ${name} extension.project.id`,
    `portal-request-resolver ${name} extension.request.key`,
  ]),
  'panel-resolver previewExclusion extension.issue.id',
  'panel-resolver previewExclusion extension.project.id',
  'panel-resolver installStarterAgreement extension.issue.id',
  // They look at the text that comes along.
  'settings-resolver checkDraft payload.agreementId',
  'settings-resolver measureQuality payload.agreementId',
];

type Path = readonly string[];

/** Where a call names something by its id. */
function idsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return isId(path) ? [path] : [];
  return Object.entries(value).flatMap(([key, inner]) => idsIn(inner, [...path, key]));
}
function isId(path: Path): boolean {
  const name = path.at(-1) ?? '';
  if (path.includes('calendar') || path.includes('document')) return false;
  return [
    'projectId',
    'agreementId',
    'exclusionId',
    'runId',
    'issueId',
    'issueKey',
    'id',
    'key',
    'version',
  ].includes(name);
}
function kindOf(path: Path): string {
  const name = path.at(-1) ?? '';
  if (name === 'id') return path.includes('project') ? 'projectId' : 'issueId';
  return name === 'key' ? 'issueKey' : name;
}
function withValue(value: unknown, path: Path, given: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return given;
  const inner = value as Record<string, unknown>;
  return { ...inner, [first]: withValue(inner[first], rest, given) };
}
/** Well-formed: of nothing, and of the other project. */
function others(kind: string): readonly [unknown, unknown] {
  switch (kind) {
    case 'projectId':
      return [MISSING_PROJECT, OTHER_PROJECT];
    case 'agreementId':
      return ['nothing', 'globex'];
    case 'exclusionId':
      return ['f'.repeat(32), site.foreignExclusion.exclusionId];
    case 'runId':
      return ['run-99', site.foreignRun.runId];
    case 'issueId':
      return ['99999', site.foreign.id];
    case 'issueKey':
      return ['ITS-9999', site.foreign.key];
    default:
      return [99, 98];
  }
}

describe('A forged id', () => {
  it('is told from a missing one by nobody, and reaches the store never before Jira was asked', async () => {
    const odd: string[] = [];
    const unused: string[] = [];
    for (const row of table) {
      const call = { extension: row.extension, payload: row.payload };
      for (const path of idsIn(call)) {
        const kind = kindOf(path);
        const forge = async (given: unknown) =>
          answerOf(row.by, { ...row, ...(withValue(call, path, given) as typeof call) });
        const [missing, foreign] = others(kind);
        const { result: reference } = await forge(missing);
        const where = `${nameOf(row)} ${path.join('.')}`;
        if (reference.ok) {
          unused.push(where);
          continue;
        }
        if (reference.code !== 'not-found') odd.push(`${where}: missing is ${reference.code}`);
        for (const given of [foreign, ...FORGED]) {
          // null is the absence of a ticket.
          if (kind === 'issueKey' && given === null) continue;
          const { result, asked } = await forge(given);
          const same = JSON.stringify(result) === JSON.stringify(reference);
          const malformed = !result.ok && result.code === 'invalid' && given !== foreign;
          if (!same && !malformed)
            odd.push(
              `${where} = ${JSON.stringify(given).slice(0, 40)}: ${JSON.stringify(result).slice(0, 120)}`,
            );
          if (asked[0] === 'sql')
            odd.push(`${where} = ${JSON.stringify(given).slice(0, 40)}: the store first`);
          if (malformed && asked.length > 0 && kind !== 'issueKey')
            odd.push(`${where} = ${JSON.stringify(given).slice(0, 40)}: invalid after ${asked.join()}`);
        }
      }
    }
    expect(odd).toEqual([]);
    expect(unused.sort()).toEqual([...UNUSED].sort());
  });
});

describe('A customer', () => {
  const portal = () => table.filter(({ module }) => module.startsWith('portal'));
  // The agreement itself names Ana Agent and Mia Manager, who sign it for the provider.
  const staff = ['Lena Lead', 'Abe Agent', '"agent', '"lead"', '"manager"'];

  it.each<[Role, readonly string[]]>([
    ['customer', [...staff, ...SECRETS, 'ITS-3', 'merger']],
    ['customer2', [...staff, ...SECRETS, 'ITS-3', 'merger']],
    ['otherCustomer', [...staff, 'acme', 'Acme', 'basic', 'planned', 'ITS-1', 'Carl Customer']],
  ])(
    'reads in the portal nothing of staff, other organizations and their tickets: %s',
    async (role, hidden) => {
      let read = 0;
      for (const row of portal()) {
        const { result } = await answerOf(role, row);
        const text = JSON.stringify(result);
        for (const word of hidden) expect([nameOf(row), text.includes(word) ? word : '']).toEqual([nameOf(row), '']); // prettier-ignore
        if (result.ok) read++;
      }
      expect(read).toBeGreaterThan(0);
    },
  );

  it('learns of an exclusion for a single ticket only as representative, or on the ticket', async () => {
    const asked = ['portal-page-resolver', 'readPortalAgreement', {}, { projectId: PROJECT, agreementId: 'acme' }] as const; // prettier-ignore
    const tickets = async (role: Role) => {
      const result = await site.call<PortalAgreementView>(role, ...asked);
      return result.ok ? result.value.exclusions.map(({ issueKey }) => issueKey) : null;
    };
    expect(await tickets('customer')).toContain(site.issue.key);
    expect(await tickets('customer2')).not.toContain(site.issue.key);
  });

  it('tries no exclusion on the provider’s tickets', async () => {
    for (const module of Object.keys(MODULES) as ModuleName[]) {
      const payload = { projectId: PROJECT, proposal: site.aProposal() };
      const row = { module, name: 'previewExclusion', extension: { project: { id: PROJECT } }, payload };
      if (!(await functionsOf(module)).includes(row.name)) continue;
      expect(codeOf((await answerOf('customer', row)).result)).toBe('not-found');
    }
  });
});

describe('A request that comes twice', () => {
  it('does no more than one that comes once', async () => {
    const twice = table.filter(
      ({ name }) =>
      ['signAgreement', 'declineAgreement', 'decideExclusion', 'saveDraft', 'deleteDraft', 'saveSettings', 'proposeAgreement', 'withdrawProposal', 'revokeIncident', 'declareIncident', 'installStarterAgreement', 'startWhatIf', 'cancelWhatIf'].includes(name), // prettier-ignore
    );
    for (const { module, name, extension, payload, by } of twice) {
      const first = await site.call(by, module, name, extension, payload);
      const before = await rowsOf();
      const second = await site.call(by, module, name, extension, payload);
      expect([name, codeOf(first)]).toEqual([name, 'ok']);
      expect([name, ['ok', 'conflict', 'not-found'].includes(codeOf(second))]).toEqual([name, true]);
      expect([name, await rowsOf()]).toEqual([name, before]);
      await site.reset();
    }
  });

  it('takes back nothing when it names a declaration that was changed', async () => {
    const { incident, app } = site;
    app.jira.link(site.issue.id, { by: 'agent', to: incident.id });
    const { proposeForLinks } = await import('../app/propose-for-links');
    await app.asApp(() => proposeForLinks([incident.id], app.now()));
    const before = await rowsOf();
    const extension = { issue: { id: incident.id }, project: { id: PROJECT } };
    const stale = { rowVersion: site.incidentView.rowVersion + 1 };
    const result = await site.call('agent', 'panel-resolver', 'revokeIncident', extension, stale);
    expect(codeOf(result)).toBe('conflict');
    expect(await rowsOf()).toEqual(before);
    await site.reset();
  });

  /** What stands in the store about agreements, exclusions and incidents. */
  async function rowsOf(): Promise<unknown> {
    const tables = ['agreement_draft', 'agreement_proposal', 'agreement_version', 'signature', 'exclusion', 'incident_window', 'what_if_run', 'audit_entry', 'project_setting']; // prettier-ignore
    const found: unknown[] = [];
    for (const one of tables) found.push((await site.app.sql.execute(`SELECT * FROM ${one}`, [], 'dml')).rows); // prettier-ignore
    return found;
  }
});
