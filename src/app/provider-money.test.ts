import { AGREEMENT, appOnSampleSite, HOUR, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

const PRICED = `${AGREEMENT}
consequences:
  fee: { amount: 3000, currency: EUR }
  credits:
    - { measure: time-to-first-response, perBreach: { amount: 1, per: 1h } }
`;
/** Until December a late resolution costs something as well. */
const FIRST = `${PRICED}    - { measure: time-to-resolution, perBreach: { amount: 1, per: 1h } }
`;
const DEARER = PRICED.replace('amount: 3000', 'amount: 6000')
  .replace('version: 1', 'version: 2')
  .replace('2026-01-01', '2026-12-01');
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const DECEMBER = { from: '2026-12-01', to: '2026-12-31' };

jest.setTimeout(30_000);

describe('what a provider costs', () => {
  let app: AppUnderTest;
  beforeAll(async () => {
    app = await appOnSampleSite();
    await app.asApp(async () => (await import('./migrate')).migrate());
    expect(await app.publish(FIRST)).toMatchObject({ ok: true });
    expect(await app.publish(DEARER)).toMatchObject({ ok: true });
    await app.clock.advanceTo(Date.UTC(2026, 11, 1, 9));
    // Nobody answers it: it is late from ten o'clock on.
    const open = { issueId: app.issue(), projectId: PROJECT };
    await app.clock.advanceBy(2 * HOUR);
    await app.asApp(async () => (await import('./refresh-timers')).refreshTimers(open, app.push, app.now()));
    await app.clock.advanceTo(Date.UTC(2027, 0, 1, 9));
  });
  afterAll(() => app.dispose());

  const compare = async (days: { readonly from: string; readonly to: string }) => {
    const { compareProviders } = await import('./compare-providers');
    const result = await app.asUser('lead', () => compareProviders(PROJECT, days, app.now()));
    return result.ok ? result.value.providers[0] : undefined;
  };
  const statements = async () => {
    const { readCredits } = await import('./read-credits');
    const result = await app.asUser('lead', () =>
      readCredits({ projectId: PROJECT, agreementId: 'acme' }, app.now()),
    );
    return result.ok ? result.value.periods : [];
  };

  it('is the fee of each period by the terms it began with', async () => {
    expect(await compare(NOVEMBER)).toMatchObject({ feeMinor: 300_000, creditsMinor: 0 });
    expect(await compare({ ...NOVEMBER, to: DECEMBER.to })).toMatchObject({ feeMinor: 900_000 });
  });

  it('is less what a late ticket costs that goes on, as its credit statement says', async () => {
    const owedMinor = 743 * 100;
    expect((await statements())[1]).toMatchObject({ feeMinor: 600_000, owedMinor });
    expect(await compare(DECEMBER)).toMatchObject({
      feeMinor: 600_000,
      creditsMinor: owedMinor,
      onlyFirst: null,
    });
  });

  it('says where more clocks with a penalty are late than it reckons with', async () => {
    const [{ comparedSides, spanOf }, { providerMoney }] = await Promise.all([
      import('./compared-sides'),
      import('./provider-money'),
    ]);
    const reckoned = (most: number, from = DECEMBER.from) =>
      app.asUser('lead', async () => {
        const [side] = await comparedSides(app.now());
        if (!side) throw new Error('There is an agreement to compare');
        return providerMoney(side, spanOf(side, from, DECEMBER.to), app.now(), most);
      });
    // It is not resolved either, which costs nothing any more.
    expect(await reckoned(1)).toMatchObject({ creditsMinor: 743 * 100, onlyFirst: null });
    expect(await reckoned(1, NOVEMBER.from)).toMatchObject({ creditsMinor: 743 * 100, onlyFirst: null });
    expect(await reckoned(0)).toMatchObject({ creditsMinor: 0, onlyFirst: 0 });
  });
});
