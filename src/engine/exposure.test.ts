import { Calendar } from './calendar';
import type { Consequences } from './consequences';
import { exposureOf, owedBy, type RunningCycle } from './exposure';
import { ForeseenExclusions } from './foreseen-exclusions';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const office = new Calendar({
  id: 'office',
  name: 'Office',
  timeZone: 'UTC',
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  dates: {},
  breaks: {},
  holidays: [],
});
/** 12,400.00 a month; 5 % below 95 %, 10 % below 90 %. */
const terms: Consequences = {
  fee: { amountMinor: 1_240_000, currency: 'EUR', decimals: 2 },
  cap: null,
  credits: [
    { measureId: 'a', tiers: [{ below: 950_000, credit: 50_000 }, { below: 900_000, credit: 100_000 }] },
  ],
}; // prettier-ignore
const penalty: Consequences = {
  ...terms,
  credits: [{ measureId: 'a', perBreach: { amountMinor: 10_000, perMs: HOUR, freeMs: HOUR } }],
};
// Wednesday noon to the end of the month.
const time = { start: at('25T12:00'), end: at('30T00:00') };
const running = (ref: string, breachTime: string, more: Partial<RunningCycle> = {}): RunningCycle => ({
  ref,
  measureId: 'a',
  breachTime: at(breachTime),
  lateMs: 0,
  calendar: office,
  excluded: null,
  ...more,
});

describe('exposureOf', () => {
  it('tells what is owed with each breach to come', () => {
    // 18 of 18; 18 of 19 is 94.7 %, 18 of 20 exactly 90 %, 18 of 21 below it.
    const kept = new Map([['a', { met: 18, counted: 18 }]]);
    const cycles = [running('3', '27T16:00'), running('1', '25T15:00'), running('2', '26T10:00')];
    const exposure = exposureOf(kept, cycles, terms, [], time);
    expect(exposure).toEqual({
      nowMinor: 0,
      steps: [
        { at: at('25T15:00'), owedMinor: 62_000, broken: ['1'] },
        { at: at('27T16:00'), owedMinor: 124_000, broken: ['2', '3'] },
      ],
    });
    expect(owedBy(exposure!, at('25T14:59'))).toBe(0);
    expect(owedBy(exposure!, at('25T15:00'))).toBe(62_000);
    expect(owedBy(exposure!, at('29T00:00'))).toBe(124_000);
  });

  it('leaves what breaches when the period is over to the next one', () => {
    const kept = new Map([['a', { met: 1, counted: 1 }]]);
    expect(exposureOf(kept, [running('1', '30T00:00')], terms, [], time)).toEqual({ nowMinor: 0, steps: [] });
  });

  it('counts at once what should have breached by now', () => {
    const { steps } = exposureOf(new Map(), [running('1', '25T11:59')], terms, [], time)!;
    expect(steps).toEqual([{ at: time.start, owedMinor: 124_000, broken: ['1'] }]);
  });

  it('lets penalties grow in working time, less what each breach is free of', () => {
    const kept = new Map([['a', { met: 5, counted: 6, chargedMs: 2 * HOUR }]]);
    const cycles = [
      running('late', '25T09:30', { lateMs: 2.5 * HOUR }),
      running('paused', '20T09:30', { lateMs: 3 * HOUR, calendar: null }),
      running('next', '25T16:00'),
    ];
    const looks = [at('26T00:00'), at('27T00:00'), at('28T00:00'), at('29T00:00')];
    // Charged by now: 2 h of closed ones, 1.5 h, and 2 h of the paused one.
    expect(exposureOf(kept, cycles, penalty, looks, time)).toEqual({
      nowMinor: 55_000,
      steps: [
        { at: at('25T16:00'), owedMinor: 95_000, broken: ['next'] },
        // To 17:00 one hour more; the next one is late by just the hour that is free.
        { at: at('26T00:00'), owedMinor: 105_000, broken: [] },
        { at: at('27T00:00'), owedMinor: 265_000, broken: [] },
        { at: at('28T00:00'), owedMinor: 425_000, broken: [] },
      ],
    });
  });

  it.each([
    // At midnight of Wednesday 5 hours more, a day later 8 more.
    ['none', null, [150_000, 230_000]],
    ['one that has begun', { start: at('25T12:00'), end: at('25T14:00') }, [130_000, 210_000]],
    ['one ahead', { start: at('26T13:00'), end: at('26T20:00') }, [150_000, 190_000]],
    ['one without an end', { start: at('25T15:00'), end: null }, [130_000]],
  ])('lets nothing grow later in what is excluded: %s', (_, excluded, owed) => {
    const late = running('late', '24T10:00', { lateMs: 11 * HOUR, excluded });
    const kept = new Map([['a', { met: 0, counted: 1 }]]);
    const looks = [at('26T00:00'), at('27T00:00')];
    const exposure = exposureOf(kept, [late], penalty, looks, time);
    expect(exposure?.nowMinor).toBe(100_000);
    expect(exposure?.steps.map(({ owedMinor }) => owedMinor)).toEqual(owed);
  });

  it.each([
    ['from now on', null, [130_000, 190_000, 250_000]],
    ['after the next one, whose row knows it best', { start: at('25T15:00'), end: at('26T12:00') }, [130_000, 180_000, 240_000]], // prettier-ignore
    ['not where that has no end', { start: at('26T12:00'), end: null }, [150_000, 180_000]],
  ])('lets nothing grow later in what is foreseen to be excluded: %s', (_, excluded, owed) => {
    // Two hours of this afternoon, and each morning from nine to eleven.
    const foreseen = new ForeseenExclusions(office, [
      { start: at('25T13:00'), end: at('25T15:00') },
      { start: at('26T09:00'), end: at('26T11:00') },
      { start: at('27T09:00'), end: at('27T11:00') },
    ]);
    const late = running('late', '24T10:00', { lateMs: 11 * HOUR, excluded, foreseen });
    const kept = new Map([['a', { met: 0, counted: 1 }]]);
    const looks = [at('26T00:00'), at('27T00:00'), at('28T00:00')];
    const exposure = exposureOf(kept, [late], penalty, looks, time);
    expect(exposure?.steps.map(({ owedMinor }) => owedMinor)).toEqual(owed);
  });

  it('is no more than the cap', () => {
    const capped = { ...penalty, cap: 10_000 };
    const exposure = exposureOf(new Map(), [running('1', '25T12:00')], capped, [at('27T00:00')], time)!;
    expect(exposure.steps).toEqual([{ at: at('27T00:00'), owedMinor: 12_400, broken: ['1'] }]);
  });

  it('names no cycle of a measure without credits', () => {
    const cycles = [running('other', '25T13:00', { measureId: 'b' }), running('1', '25T15:00')];
    const kept = new Map([['a', { met: 18, counted: 18 }]]);
    expect(exposureOf(kept, cycles, terms, [], time)?.steps.map(({ broken }) => broken)).toEqual([['1']]);
  });

  it('knows no sum without a fee', () => {
    expect(exposureOf(new Map(), [], { ...terms, fee: null }, [], time)).toBeNull();
  });
});
