import fc from 'fast-check';
import type { Consequences, CreditRule } from './consequences';
import { creditOf } from './credit';
import type { KeptCycles } from './kept-cycles';

const HOUR = 3_600_000;
const percent = (share: number) => Math.round(share * 10_000);
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR', decimals: 2 });
const tiers = (measureId: string, below: number, credit: number, weight?: number): CreditRule => ({
  measureId,
  tiers: [{ below: percent(below), credit: percent(credit) }],
  ...(weight === undefined ? {} : { weight: percent(weight) }),
});
const shortfall = (measureId: string, target: number, weight?: number): CreditRule => ({
  measureId,
  shortfallBelow: percent(target),
  ...(weight === undefined ? {} : { weight: percent(weight) }),
});
const agreed = (credits: readonly CreditRule[], more: Partial<Consequences> = {}): Consequences => ({
  fee: euros(1_000_000),
  cap: null,
  credits,
  ...more,
});
const kept = (
  counts: Readonly<Record<string, readonly [met: number, counted: number, chargedMs?: number]>>,
) =>
  new Map(
    Object.entries(counts).map(([id, [met, counted, chargedMs]]): [string, KeptCycles] => [
      id,
      chargedMs === undefined ? { met, counted } : { met, counted, chargedMs },
    ]),
  );

describe('a shortfall', () => {
  // The call-off contracts of the United Kingdom: service level less achieved, "98 - 75 = 23 %" of the charges.
  it.each([
    [75, 100, 230_000, 230_000],
    [98, 100, 0, 0],
    [99, 100, 0, 0],
    [0, 7, 980_000, 980_000],
    [979_999, 1_000_000, 1, 1],
    [0, 0, 0, 0],
    // 98 % less two thirds is 31.33…%: exact until it is money.
    [2, 3, 313_333, 313_333],
  ])('of %i met of %i gives 98 %% less what was achieved', (met, counted, share, amountMinor) => {
    const statement = creditOf(kept({ a: [met, counted] }), agreed([shortfall('a', 98)]));
    expect(statement).toMatchObject({ share, amountMinor });
  });

  it('is rounded only when it is money', () => {
    const large = agreed([shortfall('a', 98)], { fee: euros(300_000_000_000) });
    expect(creditOf(kept({ a: [2, 3] }), large).amountMinor).toBe(94_000_000_000);
  });
});

describe('weights', () => {
  it('say how much of a credit counts', () => {
    const two = agreed([tiers('a', 95, 10, 60), shortfall('b', 90, 40)]);
    expect(creditOf(kept({ a: [9, 10], b: [8, 10] }), two)).toMatchObject({
      measures: [
        { measureId: 'a', share: 60_000, amountMinor: 60_000 },
        { measureId: 'b', share: 40_000, amountMinor: 40_000 },
      ],
      share: 100_000,
      amountMinor: 100_000,
    });
  });

  it('are exact below a millionth of the fee', () => {
    // 5 % of 33.3333 % is 1.666665 %, of 20,000,000.00 exactly 333,333.00.
    const one = agreed([tiers('a', 95, 5, 33.3333)], { fee: euros(2_000_000_000) });
    expect(creditOf(kept({ a: [0, 1] }), one)).toMatchObject({ share: 16_667, amountMinor: 33_333_300 });
  });
});

describe('a penalty for each breach', () => {
  const perHour = (more: Partial<Consequences> = {}) =>
    agreed([{ measureId: 'a', perBreach: { amountMinor: 10_000, perMs: HOUR, freeMs: HOUR / 2 } }], more);

  // ServiceNow: breach penalty amount per unit of time, free time for each breach.
  it('is the amount times the units that were late', () => {
    const late = kept({ a: [3, 5, 3.25 * HOUR] });
    expect(creditOf(late, perHour())).toMatchObject({
      measures: [{ chargedMs: 3.25 * HOUR, share: 32_500, amountMinor: 32_500 }],
      amountMinor: 32_500,
    });
  });

  it('is cut at the cap and at the fee', () => {
    const late = kept({ a: [0, 5, 200 * HOUR] });
    expect(creditOf(late, perHour())).toMatchObject({ uncappedMinor: 2_000_000, amountMinor: 1_000_000 });
    expect(creditOf(late, perHour({ cap: 100_000 }))).toMatchObject({ capped: true, amountMinor: 100_000 });
  });

  it('is nothing without a fee, or of a fee of nothing', () => {
    const late = kept({ a: [0, 1, HOUR] });
    expect(creditOf(late, perHour({ fee: null }))).toMatchObject({ share: 0, amountMinor: null });
    expect(creditOf(late, perHour({ fee: euros(0) }))).toMatchObject({ share: 0, amountMinor: 0 });
  });

  it('is refused where it is not known how late breaches were', () => {
    expect(() => creditOf(kept({ a: [0, 1] }), perHour())).toThrow('How late 1 cycles of a were');
    expect(creditOf(kept({ a: [1, 1] }), perHour()).amountMinor).toBe(0);
  });
});

describe('measures that fail together', () => {
  const three = [tiers('a', 95, 3), tiers('b', 95, 5), tiers('c', 95, 4)];
  const all = kept({ a: [0, 1], b: [0, 1], c: [0, 1] });

  it('give the highest of their credits only', () => {
    expect(creditOf(all, agreed(three, { together: [['a', 'b']] }))).toMatchObject({
      measures: [{ countedWith: 'b', share: 30_000 }, { countedWith: null }, { countedWith: null }],
      uncapped: 90_000,
      share: 90_000,
    });
    expect(creditOf(all, agreed(three, { together: [['a', 'c', 'b']] })).share).toBe(50_000);
  });

  it('give the first of equal ones, and one of their own where the other is kept', () => {
    const same = agreed([tiers('a', 95, 5), tiers('b', 95, 5)], { together: [['b', 'a']] });
    expect(creditOf(kept({ a: [0, 1], b: [0, 1] }), same)).toMatchObject({
      measures: [{ countedWith: null }, { countedWith: 'a' }],
      share: 50_000,
    });
    expect(creditOf(kept({ a: [1, 1], b: [0, 1] }), same)).toMatchObject({
      measures: [{ countedWith: null }, { countedWith: null }],
      share: 50_000,
    });
  });
});

describe('earning back', () => {
  // Two metrics: what must be kept not to owe anything, and the better one that earns it back.
  const terms = (more: Partial<Consequences> = {}) =>
    agreed([tiers('a', 95, 6), tiers('b', 95, 4)], {
      earnBack: { periods: 3, reach: { a: percent(97), b: percent(95) }, back: percent(100) },
      ...more,
    });
  const missed = kept({ a: [94, 100], b: [94, 100] });
  const month = (a: number, b: number) => kept({ a: [a, 100], b: [b, 100] });

  it('takes as many periods as were agreed, exactly reached is reached', () => {
    const states = (after: readonly ReturnType<typeof month>[]) => {
      const { measures, share, earnedBack } = creditOf(missed, terms(), after);
      return [measures[0]?.earnBack?.state, measures[1]?.earnBack?.state, share, earnedBack];
    };
    expect(states([])).toEqual(['open', 'open', 100_000, 0]);
    expect(states([month(97, 96), month(97, 96)])).toEqual(['open', 'open', 100_000, 0]);
    expect(states([month(97, 96), month(97, 96), month(97, 94)])).toEqual(['earned', 'lost', 40_000, 60_000]);
    expect(states([month(96, 95), month(97, 95), month(97, 95)])).toEqual(['lost', 'earned', 60_000, 40_000]);
    expect(states([month(99, 99), month(99, 99), month(99, 99), month(0, 0)])).toEqual(['earned', 'earned', 0, 100_000]); // prettier-ignore
  });

  it('is lost by a period in which nothing was counted', () => {
    const { measures } = creditOf(missed, terms(), [month(99, 99), kept({}), month(99, 99)]);
    expect(measures[0]?.earnBack).toEqual({ state: 'lost', kept: 1, needed: 3 });
  });

  it('gives back a part where a part was agreed, and of what the cap left only the part of the measure', () => {
    const after = [month(97, 0), month(97, 0), month(97, 0)];
    const half = terms({ earnBack: { periods: 3, reach: { a: percent(97) }, back: percent(50) } });
    expect(creditOf(missed, half, after)).toMatchObject({
      earnedBack: 30_000,
      share: 70_000,
      amountMinor: 70_000,
    });
    // The cap leaves 5 of 10 %; the measure had 6 of these 10 %, so it earns back 3 of the 5 %.
    expect(creditOf(missed, terms({ cap: percent(5) }), after)).toMatchObject({
      cappedMinor: 50_000,
      earnedBackMinor: 30_000,
      amountMinor: 20_000,
    });
  });

  it('is no matter where nothing is owed, or where the credit is counted with another', () => {
    const good = creditOf(month(99, 94), terms(), []);
    expect(good.measures.map(({ earnBack }) => earnBack?.state)).toEqual([undefined, 'open']);
    const together = creditOf(missed, terms({ together: [['a', 'b']] }), []);
    expect(together.measures.map(({ earnBack }) => earnBack?.state)).toEqual(['open', undefined]);
  });
});

describe('any statement', () => {
  const share = fc.integer({ min: 0, max: 1_000_000 });
  const counts = fc.integer({ min: 0, max: 1_000_000 }).chain((counted) =>
    fc.record({
      met: fc.integer({ min: 0, max: counted }),
      counted: fc.constant(counted),
      chargedMs: fc.integer({ min: 0, max: 10 ** 9 }),
    }),
  );
  const rule = (measureId: string): fc.Arbitrary<CreditRule> =>
    fc.oneof(
      fc.record({ measureId: fc.constant(measureId), weight: share, shortfallBelow: share }),
      fc.record({
        measureId: fc.constant(measureId),
        weight: share,
        tiers: fc.array(fc.record({ below: share, credit: share }), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        measureId: fc.constant(measureId),
        perBreach: fc.record({
          amountMinor: fc.integer({ min: 0, max: 10 ** 7 }),
          perMs: fc.integer({ min: 1_000, max: 10 ** 8 }),
          freeMs: fc.constant(0),
        }),
      }),
    );

  it('owes no less than nothing, no more than the cap, and never more for one ticket more that was met', () => {
    fc.assert(
      fc.property(
        fc.tuple(rule('a'), rule('b'), rule('c')),
        fc.tuple(counts, counts, counts),
        fc.option(share),
        fc.boolean(),
        fc.integer({ min: 0, max: 10 ** 12 }),
        (rules, [a, b, c], cap, together, amountMinor) => {
          const consequences: Consequences = {
            fee: euros(amountMinor),
            cap,
            credits: rules,
            ...(together ? { together: [['a', 'c']] } : {}),
          };
          const owed = creditOf(new Map(Object.entries({ a, b, c })), consequences);
          const better = { ...a, met: a.met + 1, counted: a.counted + 1 };
          const after = creditOf(new Map(Object.entries({ a: better, b, c })), consequences);
          expect(owed.amountMinor).toBeGreaterThanOrEqual(0);
          expect(owed.share).toBeLessThanOrEqual(cap ?? 1_000_000);
          // A penalty counts time, not shares: it stays as it is.
          if (!('perBreach' in rules[0])) expect(after.share).toBeLessThanOrEqual(owed.share);
        },
      ),
      { seed: 20261126 },
    );
  });
});
