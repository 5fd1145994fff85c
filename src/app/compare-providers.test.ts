import type { ProviderComparison } from '../contract/money';
import { aCycleFact, anIssueFact } from '../storage/testing/fact-fixture';
import { AGREEMENT, appOnSampleSite, HOUR, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';
import { publishDocument } from './testing/publish-document';

/** Lena leads both projects of the sample site; Ana works in both, Mia looks on in the first. */
const OTHER = '10001';
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
/** 10 November 2026, nine in London. */
const DECIDED = Date.UTC(2026, 10, 10, 9);
const DAY = Math.floor(DECIDED / (24 * HOUR));

const MONEY = `
consequences:
  fee: { amount: 3000, currency: EUR }
  credits:
    - measure: time-to-resolution
      tiers:
        - { below: 90%, credit: 10% }
`;
const OUTSOURCED = AGREEMENT.replace('id: acme', 'id: outsourced')
  .replace('name: Northwind', 'name: Meridian')
  .replace('IT support for Acme', 'Devices by Meridian')
  .replace('status = "Waiting for customer"', 'status = "In Progress"');

jest.setTimeout(30_000);

describe('comparing providers', () => {
  let app: AppUnderTest;
  let lastIssue = 0;
  beforeAll(async () => {
    app = await appOnSampleSite();
    await app.asApp(async () => (await import('./migrate')).migrate());
    expect(await app.publish(AGREEMENT + MONEY)).toMatchObject({ ok: true });
    const published = await app.asUser('lead', () =>
      publishDocument({ projectId: OTHER, document: OUTSOURCED, accountId: 'lead' }, app.push, app.now()),
    );
    expect(published).toMatchObject({ ok: true });
    // As the kidney stones: the outsourcer has the urgent ones and is better at both kinds.
    const mixes = [
      ['acme', '2|in', 81, 87],
      ['acme', '1|in', 192, 263],
      ['outsourced', '2|in', 234, 270],
      ['outsourced', '1|in', 55, 80],
    ] as const;
    for (const [agreementId, stratum, met, cases] of mixes) await resolved(agreementId, stratum, met, cases);
  });
  afterAll(() => app.dispose());

  /** Tickets resolved on the tenth: so many met in half an hour, the others breached after ten hours. */
  async function resolved(agreementId: string, stratum: string, met: number, cases: number, level = '') {
    const { saveCycleFacts } = await import('../storage/cycle-fact');
    const { saveIssueFact } = await import('../storage/issue-fact');
    const { markDirty } = await import('../storage/rollup-dirty');
    const projectId = agreementId === 'acme' ? PROJECT : OTHER;
    await app.asApp(async () => {
      const facts = Array.from({ length: cases }, (_, i) =>
        aCycleFact({
          issueId: String(50_000 + lastIssue++),
          projectId,
          agreementId,
          decidedAt: DECIDED,
          decidedDay: DAY,
          verdict: i < met ? 'met' : 'breached',
          elapsedMs: i < met ? HOUR / 2 : 10 * HOUR,
          stratum,
          securityLevelId: level,
        }),
      );
      await saveCycleFacts(facts, 1);
      await markDirty(projectId, [DAY], app.now());
      for (const { issueId } of facts)
        await saveIssueFact(
          anIssueFact({ issueId, projectId, securityLevelId: level, resolvedAt: DECIDED }),
          1,
        );
    });
  }

  const compare = async (accountId: string, question = {}): Promise<ProviderComparison> => {
    const { compareProviders } = await import('./compare-providers');
    const result = await app.asUser(accountId, () =>
      compareProviders(PROJECT, { ...NOVEMBER, measureId: 'time-to-resolution', ...question }, app.now()),
    );
    if (!result.ok) throw new Error(result.message);
    return result.value;
  };

  it('puts agreements of all projects side by side, adjusted for their mix of tickets', async () => {
    const { providers, adjustment, measureName, measures } = await compare('lead');
    expect(measureName).toBe('Time to resolution');
    expect(measures.map(({ id }) => id)).toEqual(['time-to-first-response', 'time-to-resolution']);
    expect(
      providers.map(({ provider, projectKey, cases, counts, adjusted }) => ({
        provider,
        projectKey,
        cases,
        met: counts.met,
        share: counts.share?.toFixed(3),
        adjusted: adjusted?.share.toFixed(4),
      })),
    ).toEqual([
      { provider: 'Meridian', projectKey: 'DEV', cases: 350, met: 289, share: '0.826', adjusted: '0.7789' },
      { provider: 'Northwind', projectKey: 'ITS', cases: 350, met: 273, share: '0.780', adjusted: '0.8325' },
    ]);
    expect(adjustment).toContain('that of all 2 together');
    expect(adjustment).toContain('2 kinds of ticket occur under all of them; that is all cases');
  });

  it('tells times, and what a resolved ticket cost after credits', async () => {
    const [outsourcer, northwind] = (await compare('lead')).providers;
    expect(northwind).toMatchObject({ p50: HOUR / 2, p90: 10 * HOUR, resolved: 350, currency: 'EUR' });
    // On 23 November, nine o'clock in London, 22 days and 9 hours of the month are over: 537 of 720 hours of
    // 3,000.00, less 10 % as 78.0 % is below 90 %.
    expect(northwind).toMatchObject({ feeMinor: 223_750, creditsMinor: 22_375, costPerResolvedMinor: 575 });
    expect(outsourcer).toMatchObject({ feeMinor: null, creditsMinor: null, costPerResolvedMinor: null });
  });

  it('counts no fee for days on which the agreement was not in force', async () => {
    const span = { from: '2025-12-01', to: '2026-01-31' };
    const [, northwind] = (await compare('lead', span)).providers;
    // January alone: it is in force from the first on.
    expect(northwind).toMatchObject({ feeMinor: 300_000, creditsMinor: 0 });
  });

  it('has ranges that hold the shares', async () => {
    for (const { range, counts, adjusted } of (await compare('lead')).providers) {
      expect(range!.low).toBeLessThan(counts.share!);
      expect(range!.high).toBeGreaterThan(counts.share!);
      expect(adjusted!.low).toBeLessThan(adjusted!.share);
      expect(adjusted!.high).toBeGreaterThan(adjusted!.share);
    }
  });

  it('compares nothing in projects that the person does not see', async () => {
    const { providers, adjustment } = await compare('manager');
    expect(providers.map(({ provider, adjusted }) => [provider, adjusted])).toEqual([['Northwind', null]]);
    expect(adjustment).toContain('it takes two agreements');
  });

  it('counts tickets of a security level only for who is in it', async () => {
    await resolved('acme', '1|in', 0, 10, '10400');
    const casesFor = async (accountId: string) =>
      (await compare(accountId)).providers.find(({ provider }) => provider === 'Northwind');
    expect(await casesFor('agent')).toMatchObject({ cases: 360, resolved: 360 });
    expect(await casesFor('manager')).toMatchObject({ cases: 350, resolved: 350 });
  });

  it('says where there are too few cases, and leaves them out of adjusting', async () => {
    const { providers, adjustment } = await compare('lead', { from: '2026-11-11', to: '2026-11-20' });
    expect(providers.map(({ few, cases, range }) => ({ few, cases, range }))).toEqual(
      Array(2).fill({ few: true, cases: 0, range: null }),
    );
    expect(adjustment).toContain('Nothing is adjusted');
  });

  it('takes the measure that most agreements have where none is named', async () => {
    const { measureId } = await compare('lead', { measureId: 'no-such-measure' });
    expect(measureId).toBe('time-to-first-response');
  });

  it('is refused to who may not see the project that asks', async () => {
    const { compareProviders } = await import('./compare-providers');
    const result = await app.asUser('outsider', () => compareProviders(PROJECT, NOVEMBER, app.now()));
    expect(result).toMatchObject({ ok: false, code: 'not-found' });
  });
});
