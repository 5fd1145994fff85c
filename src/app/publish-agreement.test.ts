import { AGREEMENT, appOnSampleSite, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

// The verbs are imported once the runtime is there: @forge/kvs looks for it as it is loaded.
const verbs = async () => ({ ...(await import('./migrate')), ...(await import('./publish-agreement')) });

jest.setTimeout(60_000);

describe('Publishing', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await verbs()).migrate);
  });
  afterEach(() => app.dispose());

  const publish = (document: string) =>
    app.asUser('lead', async () =>
      (await verbs()).publishAgreement(
        { projectId: PROJECT, document, publishedBy: 'lead' },
        app.push,
        app.now(),
      ),
    );
  /** A short document that is long once its conditions have been worked out. */
  const withMeasures = (count: number, version = 1, year = 2026) => {
    const head = AGREEMENT.slice(0, AGREEMENT.indexOf('measures:'))
      .replace('version: 1', `version: ${version}`)
      .replace('2026-01-01', `${year}-01-01`);
    const measures = Array.from(
      { length: count },
      (_, n) =>
        `  - { preset: time-to-resolution, id: m${n}, pauseWhile: [{ name: W, when: statusCategory != Done }], goals: [{ name: All, within: 8h }] }`,
    );
    return `${head}measures:\n${measures.join('\n')}`;
  };

  it('refuses what one statement cannot store', async () => {
    expect(await publish(withMeasures(1_400))).toMatchObject({
      ok: false,
      code: 'invalid',
      faults: [{ path: '', message: 'The agreement is too large to be stored.' }],
    });
  });

  it('refuses one version more than can be read at once: the ones before it stay readable', async () => {
    let version = 0;
    let result;
    do {
      version++;
      result = await publish(withMeasures(1_000, version, version === 1 ? 2026 : 2027 + version));
    } while (result.ok && version < 20);
    expect(version).toBeGreaterThan(2);
    expect(result).toMatchObject({ ok: false, code: 'invalid', faults: [{ path: '' }] });
    expect(await app.agreements(PROJECT)).toHaveLength(version - 1);
  });
});
