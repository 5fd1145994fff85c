import type { Exclusion } from '../engine/agreement';
import { AGREEMENT, appOnSampleSite, HOUR, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

const RESOLUTION = 'time-to-resolution';
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30', measureId: RESOLUTION };
const PRICED = `${AGREEMENT}
consequences:
  fee: { amount: 3000, currency: EUR }
  credits:
    - { measure: ${RESOLUTION}, perBreach: { amount: 10, per: 1h } }
`;
const verbs = async () => ({
  ...(await import('./compare-providers')),
  ...(await import('./list-tickets')),
  ...(await import('./migrate')),
  ...(await import('./refresh-timers')),
});

jest.setTimeout(30_000);

/** A ticket has eight hours; this one was created on Monday at nine, and nobody resolves it. */
describe('how late an open ticket is, with exclusions signed after its breach', () => {
  let app: AppUnderTest;
  let created: number;
  let issueId: string;
  beforeEach(async () => {
    app = await appOnSampleSite();
    await app.asApp((await verbs()).migrate);
    expect(await app.publish(PRICED)).toMatchObject({ ok: true });
    created = app.now();
    issueId = app.issue();
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(10 * HOUR);
    await refresh();
  });
  afterEach(() => app.dispose());

  const refresh = () =>
    app.asApp(async () =>
      (await verbs()).refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()),
    );
  /** Signed as of now: the ticket is replayed at once, and not again. */
  const sign = async (fromHour: number, toHour: number) => {
    const exclusion: Exclusion = {
      id: 'maintenance',
      clause: '4.2 Planned maintenance',
      agreementId: 'acme',
      effect: 'time',
      measures: [RESOLUTION],
      windows: [{ start: created + fromHour * HOUR, end: created + toHour * HOUR }],
      during: null,
      when: { op: 'always' },
    };
    await app.agreeExclusion(exclusion, issueId);
    await refresh();
  };
  const after = (hours: number) => app.clock.advanceTo(created + hours * HOUR);

  /** In hours, of the rows that the list of breaches shows and its file is written from. */
  const listed = async () => {
    const { listTickets } = await verbs();
    const question = { query: { ...NOVEMBER, agreementId: 'acme' }, drill: { verdict: 'breached' } } as const;
    const result = await app.asUser('agent', () => listTickets(PROJECT, question, app.now()));
    if (!result.ok) throw new Error(result.message);
    return result.value.tickets.map(({ stoppedAt, lateMs }) => [stoppedAt, lateMs / HOUR]);
  };
  /** Of the hours that a provider is charged for: fee and credits are told for the part of the month that is over. */
  const charged = async () => {
    const { compareProviders } = await verbs();
    const result = await app.asUser('lead', () => compareProviders(PROJECT, NOVEMBER, app.now()));
    if (!result.ok) throw new Error(result.message);
    return result.value.providers.map(({ creditsMinor, feeMinor }) =>
      Math.round(((creditsMinor ?? NaN) / (feeMinor ?? NaN)) * 300),
    );
  };

  const SIGNED = [
    ['hours that were over when it was signed', 11, 14, { at16: 5, at24: 13 }],
    ['hours that went on when it was signed', 11, 20, { at16: 3, at24: 7 }],
    ['hours still to come when it was signed', 18, 20, { at16: 8, at24: 14 }],
  ] as const;

  it.each(SIGNED)('is without %s, in the rows that lists and their files show', async (_, from, to, late) => {
    await after(16);
    await sign(from, to);
    expect(await listed()).toEqual([[null, late.at16]]);
    await after(24);
    expect(await listed()).toEqual([[null, late.at24]]);
  });

  it.each(SIGNED)('costs a provider no %s, in the comparison', async (_, from, to, late) => {
    await after(16);
    await sign(from, to);
    expect(await charged()).toEqual([late.at16]);
    await after(24);
    expect(await charged()).toEqual([late.at24]);
  });
});
