import type { Consequences, CreditTier } from './consequences';
import { creditOf } from './credit';

const percent = (share: number) => Math.round(share * 10_000);
const tier = (below: number, credit: number): CreditTier => ({
  below: percent(below),
  credit: percent(credit),
});

/** Amazon EC2: below 99.99 % 10 %, below 99.0 % 30 %, below 95.0 % everything. */
const aws = [tier(99.99, 10), tier(99, 30), tier(95, 100)];
/** A call-off formula of the United Kingdom, "98 - 75 = 23 %": a credit for each percentage point missing. */
const callOff = Array.from({ length: 98 }, (_, missing) => tier(98 - missing, missing + 1));

const credits = (tiers: readonly CreditTier[], more: Partial<Consequences> = {}): Consequences => ({
  fee: null,
  cap: null,
  credits: [{ measureId: 'uptime', tiers }],
  ...more,
});
const kept = (met: number, counted: number) => new Map([['uptime', { met, counted }]]);
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR', decimals: 2 });

describe('creditOf', () => {
  it.each([
    ['all kept', aws, 10_000, 10_000, 0],
    ['exactly at the first limit', aws, 9_999, 10_000, 0],
    ['just below it', aws, 99_989, 100_000, 10],
    ['exactly at the second limit', aws, 990, 1_000, 10],
    ['just below it', aws, 98_999, 100_000, 30],
    ['exactly at the third limit', aws, 95, 100, 30],
    ['just below it', aws, 949, 1_000, 100],
    ['nothing kept', aws, 0, 1, 100],
    ['nothing counted', aws, 0, 0, 0],
    ['two thirds, which no decimal says', [tier(66.6667, 5)], 2, 3, 5],
    ['75 of 98', callOff, 75, 100, 23],
    ['98 of 98', callOff, 98, 100, 0],
    ['tiers in any order', [...aws].reverse(), 98, 100, 30],
    ['counts beyond 2^33', aws, 9_999_000_000, 10_000_000_000, 0],
    ['counts beyond 2^33, one less', aws, 9_998_999_999, 10_000_000_000, 10],
  ])('gives for %s of attainment the worst tier reached', (_, tiers, met, counted, share) => {
    expect(creditOf(kept(met, counted), credits(tiers)).share).toBe(percent(share));
  });

  it('adds measures up and cuts the sum at the cap, at most 10 % of the fees', () => {
    const two: Consequences = {
      fee: euros(1_240_000),
      cap: percent(10),
      credits: [
        { measureId: 'response', tiers: [tier(95, 2), tier(90, 5)] },
        { measureId: 'resolution', tiers: [tier(95, 5), tier(90, 10)] },
      ],
    };
    const statement = (response: number, resolution: number) =>
      creditOf(
        new Map([
          ['response', { met: response, counted: 100 }],
          ['resolution', { met: resolution, counted: 100 }],
        ]),
        two,
      );
    expect(statement(94, 94)).toMatchObject({ uncapped: 70_000, share: 70_000, capped: false, amountMinor: 86_800 }); // prettier-ignore
    expect(statement(80, 89)).toMatchObject({
      measures: [
        {
          measureId: 'response',
          met: 80,
          counted: 100,
          tier: tier(90, 5),
          share: 50_000,
          amountMinor: 62_000,
        },
        { measureId: 'resolution', met: 89, counted: 100, tier: tier(90, 10), share: 100_000 },
      ],
      uncapped: 150_000,
      uncappedMinor: 186_000,
      capped: true,
      share: 100_000,
      amountMinor: 124_000,
      currency: 'EUR',
    });
  });

  it('never gives back more than the fee, also without a cap', () => {
    const all = { tiers: [tier(50, 100)] };
    const twice = { ...credits([]), credits: [{ measureId: 'a', ...all }, { measureId: 'b', ...all }] }; // prettier-ignore
    const nothing = { met: 0, counted: 1 };
    expect(creditOf(new Map([['a', nothing], ['b', nothing]]), twice)).toMatchObject({ share: 1_000_000, capped: true }); // prettier-ignore
  });

  it.each([
    [100, 5, 5],
    [99, 0.5, 0],
    [100, 0.5, 1],
    [333, 33.3333, 111],
    [9_007_199_254_740_991, 100, 9_007_199_254_740_991],
  ])('rounds %i minor units times %d %% to %i, half of one up', (amount, share, expected) => {
    const consequences = credits([tier(100, share)], { fee: euros(amount) });
    expect(creditOf(kept(0, 1), consequences).amountMinor).toBe(expected);
  });

  it('knows no money without a fee, and nothing of a measure that no cycles are given for', () => {
    expect(creditOf(new Map(), credits(aws))).toEqual({
      measures: [
        {
          measureId: 'uptime',
          met: 0,
          counted: 0,
          chargedMs: 0,
          tier: null,
          share: 0,
          amountMinor: null,
          countedWith: null,
          earnBack: null,
        },
      ],
      uncapped: 0,
      uncappedMinor: null,
      capped: false,
      cappedShare: 0,
      cappedMinor: null,
      earnedBack: 0,
      earnedBackMinor: null,
      share: 0,
      amountMinor: null,
      currency: null,
    });
  });

  it.each([[2, 1], [-1, 1], [0.5, 1], [0, Infinity]])('refuses %d met of %d', (met, counted) => {
    expect(() => creditOf(kept(met, counted), credits(aws))).toThrow('uptime');
  }); // prettier-ignore
});
