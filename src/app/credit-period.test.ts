import type { Consequences } from '../engine/consequences';
import type { KeptCycles } from '../engine/kept-cycles';
import { creditPeriod, type PeriodTerms } from './credit-period';

const HOUR = 3_600_000;
const period = { start: Date.parse('2026-10-01T00:00Z'), end: Date.parse('2026-11-01T00:00Z') };
const measures = [
  { measureId: 'response', name: 'Time to first response', target: 0.95 },
  { measureId: 'resolution', name: 'Time to resolution', target: 0.98 },
  { measureId: 'restore', name: 'Time to restore', target: null },
];
const consequences: Consequences = {
  fee: { amountMinor: 1_240_000, currency: 'EUR', decimals: 2 },
  cap: 100_000,
  credits: [
    { measureId: 'response', weight: 600_000, tiers: [{ below: 950_000, credit: 50_000 }] },
    { measureId: 'resolution', weight: 400_000, shortfallBelow: 980_000 },
    { measureId: 'restore', perBreach: { amountMinor: 10_000, perMs: HOUR, freeMs: HOUR / 2 } },
  ],
};
const kept = (counts: Readonly<Record<string, KeptCycles>>) => new Map(Object.entries(counts));
const statement = (
  counts: Readonly<Record<string, KeptCycles>>,
  more: Partial<Consequences> = {},
  after: readonly Readonly<Record<string, KeptCycles>>[] = [],
) => {
  const terms: PeriodTerms = { consequences: { ...consequences, ...more }, measures };
  return creditPeriod({ period, current: false, kept: kept(counts), after: after.map(kept) }, terms);
};
const bad = {
  response: { met: 90, counted: 100 },
  resolution: { met: 75, counted: 100 },
  restore: { met: 3, counted: 5, chargedMs: 3.25 * HOUR },
};

describe('a credit statement', () => {
  it('shows its arithmetic line by line', () => {
    const { lines, measures: shown, ...rest } = statement(bad);
    expect(lines.map(({ kind, text, share, amountMinor }) => [kind, text, share, amountMinor])).toEqual([
      ['measure', 'Time to first response: 90 of 100 met = 90%, below 95%: 5% × weight 60%', 0.03, 37_200],
      ['measure', 'Time to resolution: target 98% − 75 of 100 met = 75% × weight 40%', 0.092, 114_080],
      ['measure', 'Time to restore: 2 late, together by 3 hours 15 minutes beyond the 30 minutes that each is free of × EUR 100.00 per 1 hour', 0.02621, 32_500],
      ['sum', 'Sum', 0.14821, 183_780],
      ['cap', 'Cut at the cap of 10%', 0.1, 124_000],
      ['owed', 'Owed for this period', 0.1, 124_000],
    ]); // prettier-ignore
    expect(rest).toEqual({ ...period, current: false, feeMinor: 1_240_000, owedMinor: 124_000, owedShare: 0.1, capped: true }); // prettier-ignore
    expect(shown[1]).toEqual({
      measureId: 'resolution',
      name: 'Time to resolution',
      counts: { met: 75, breached: 25, share: 0.75 },
      target: 0.98,
      share: 0.092,
      amountMinor: 114_080,
      waived: null,
    });
  });

  it('says of each measure why nothing is owed', () => {
    const good = {
      response: { met: 95, counted: 100 },
      resolution: { met: 98, counted: 100 },
      restore: { met: 2, counted: 2 },
    };
    expect(statement(good).lines.map(({ text }) => text)).toEqual([
      'Time to first response: 95 of 100 met = 95%, no tier is reached',
      'Time to resolution: 98 of 100 met = 98%, the target of 98% is met',
      'Time to restore: 2 of 2 met, none late',
      'Sum',
      'Owed for this period',
    ]);
    const { lines, owedMinor } = statement({});
    expect(lines[0]?.text).toBe('Time to first response: nothing was counted');
    expect(owedMinor).toBe(0);
  });

  it('takes out what is counted once, and shows that it does', () => {
    const { lines, measures: shown, owedMinor } = statement(bad, { cap: null, together: [['response', 'resolution']] }); // prettier-ignore
    expect(lines[1]).toEqual({
      kind: 'waived',
      text: 'Time to first response: counted once, with Time to resolution',
      share: -0.03,
      amountMinor: -37_200,
    });
    expect(shown[0]?.waived).toBe('Counted once, with Time to resolution');
    expect(owedMinor).toBe(114_080 + 32_500);
    // What is written up and taken off adds up to the sum.
    const written = lines.filter(({ kind }) => kind === 'measure' || kind === 'waived');
    const sum = lines.find(({ kind }) => kind === 'sum');
    expect(written.reduce((all, { amountMinor }) => all + (amountMinor ?? 0), 0)).toBe(sum?.amountMinor);
  });

  it('tells what was earned back and what still can be', () => {
    const earnBack = { periods: 2, reach: { response: 970_000, resolution: 980_000 }, back: 1_000_000 };
    const month = (response: number) => ({
      response: { met: response, counted: 100 },
      resolution: { met: 99, counted: 100 },
    });
    const once = statement(bad, { cap: null, earnBack }, [month(98)]);
    expect(once.lines.filter(({ kind }) => kind === 'earn-back')).toEqual([
      { kind: 'earn-back', text: 'Time to first response can still be earned back: 1 of 2 following periods kept so far', share: null, amountMinor: null },
      { kind: 'earn-back', text: 'Time to resolution can still be earned back: 1 of 2 following periods kept so far', share: null, amountMinor: null },
    ]); // prettier-ignore
    const twice = statement(bad, { cap: null, earnBack }, [month(96), month(98)]);
    expect(twice.lines.filter(({ kind }) => kind === 'earn-back')).toEqual([
      { kind: 'earn-back', text: 'Earned back: Time to resolution did better in each of the 2 periods after it', share: -0.092, amountMinor: -114_080 },
    ]); // prettier-ignore
    expect(twice.measures.map(({ waived }) => waived)).toEqual([null, 'Earned back', null]);
    expect(twice.owedMinor).toBe(37_200 + 32_500);
  });

  it('is in shares alone where no fee is agreed', () => {
    const { credits } = consequences;
    const { lines, owedMinor, owedShare } = statement(bad, { fee: null, credits: credits.slice(0, 1) });
    expect(lines.map(({ amountMinor }) => amountMinor)).toEqual([null, null]);
    expect([owedMinor, owedShare]).toEqual([null, 0.03]);
  });
});
