import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../src/contract';
import type { ExclusionView } from '../../src/contract/exclusion';
import type { PortalAgreements } from '../../src/contract/portal';
import { openLocalSite, type LocalSite } from '../local-site';
import { StateFolder } from '../state-folder';
import { seedSite } from './seed-site';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'accord-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundled = existsSync(join(root, 'dist/app.cjs')) ? describe : describe.skip;
bundled('what the demo leaves to be signed (needs npm run build)', () => {
  let site: LocalSite;
  beforeAll(async () => {
    const nothing = (): void => undefined;
    site = await openLocalSite({
      appFolder: root,
      folder: new StateFolder(folder),
      sql: null,
      paused: true,
      seed: () => seedSite(root, null, nothing, nothing),
      warn: (sentence) => {
        throw new Error(sentence);
      },
    });
  }, 120_000);
  afterAll(() => site.close());

  /** What the portal's page of agreements shows this customer. */
  async function inPortal(accountId: string): Promise<PortalAgreements> {
    const call = { moduleKey: 'portal-agreements', functionKey: 'readMyAgreements', payload: undefined };
    const result = (await site.forge.invoke({
      ...call,
      accountId,
      accountType: 'customer',
      extension: {},
    })) as Result<PortalAgreements>;
    if (!result.ok) throw new Error(result.message);
    return result.value;
  }

  async function exclusionsOf(projectKey: string, accountId: string): Promise<readonly ExclusionView[]> {
    const project = site.jira.projects().find(({ key }) => key === projectKey)!;
    const result = (await site.forge.invoke({
      moduleKey: 'agreements-page',
      functionKey: 'listExclusions',
      payload: {},
      accountId,
      accountType: 'licensed',
      extension: { project: { id: project.id, key: project.key, type: project.type } },
    })) as Result<readonly ExclusionView[]>;
    if (!result.ok) throw new Error(result.message);
    return result.value.filter(({ standing }) => !standing);
  }

  test('Globex finds version 2 of its agreement, signed by the provider', async () => {
    const { agreements } = await inPortal('mei-lin-tan');
    expect(agreements.map(({ name, state, version }) => ({ name, state, version }))).toEqual([
      { name: 'Operations desk for Globex', state: 'active', version: 1 },
    ]);
    const proposal = agreements[0]?.proposal;
    expect(proposal).toMatchObject({ version: 2, state: 'proposed', maySign: 'customer' });
    expect(proposal?.signatures.map(({ side }) => side)).toEqual(['provider']);
  });

  test('Globex finds what Accord proposed for the ticket that a major incident has caused', async () => {
    const { waiting } = await inPortal('mei-lin-tan');
    expect(waiting).toMatchObject([{ origin: 'incident', state: 'proposed', mayDecide: 'customer' }]);
    expect(waiting[0]?.reason).toMatch(/^Major incident GLBX-\d+: /);
    expect(await exclusionsOf('GLBX', 'ana-ruiz')).toMatchObject([{ mayDecide: 'provider', signatures: [] }]);
  });

  test('the provider finds what a representative of Acme has proposed and signed', async () => {
    expect((await inPortal('sam-reed')).waiting).toEqual([]);
    expect(await exclusionsOf('ACME', 'ana-ruiz')).toMatchObject([
      {
        origin: 'person',
        proposedBy: 'Sam Reed',
        state: 'proposed',
        mayDecide: 'provider',
        signatures: [{ side: 'customer', decision: 'signed', place: 'portal-page' }],
      },
    ]);
  });

  test('nobody else is asked', async () => {
    const { agreements, waiting } = await inPortal('rosa-dekker');
    expect(agreements.map(({ proposal }) => proposal?.maySign)).toEqual([null]);
    expect(waiting).toEqual([]);
  });
});
