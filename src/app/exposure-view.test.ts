import { Calendar } from '../engine/calendar';
import type { Consequences } from '../engine/consequences';
import { exposureView } from './exposure-view';
import { runningCycles } from './running-cycles';
import type { RunningTimer } from '../storage/running-timer';
import type { CompiledAgreement } from '../storage/agreement-version';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
/** Wednesday. */
const NOW = at('25T12:00');
const period = { start: at('01T00:00'), end: Date.parse('2026-12-01T00:00Z') };
/** 12,400.00 a month; 5 % below 95 %, 10 % below 90 %. */
const tiers: Consequences = {
  fee: { amountMinor: 1_240_000, currency: 'EUR', decimals: 2 },
  cap: null,
  credits: [
    { measureId: 'a', tiers: [{ below: 950_000, credit: 50_000 }, { below: 900_000, credit: 100_000 }] },
  ],
}; // prettier-ignore
const always = {
  id: 'always',
  name: 'Always',
  timeZone: 'UTC',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
  ),
};
const versions = [
  { agreement: { id: 'acme', version: 1, measures: [{ id: 'a', goals: [{ id: 'g', calendar: 'always' }], calendar: 'always' }], calendars: [always] } },
] as unknown as readonly CompiledAgreement[]; // prettier-ignore
const timer = (issueId: string, breachAt: number, more: Partial<RunningTimer> = {}): RunningTimer => ({
  issueId,
  issueKey: `ITS-${issueId}`,
  agreementId: 'acme',
  measureId: 'a',
  cycleNumber: 1,
  agreementVersion: 1,
  goalId: 'g',
  paused: false,
  breached: breachAt <= NOW,
  breachAt,
  remainingMs: breachAt - (NOW - HOUR),
  excluded: null,
  asOf: NOW - HOUR,
  ...more,
});
const exposure = (
  timers: readonly RunningTimer[],
  met: number,
  consequences: Consequences = tiers,
  chargedMs?: number,
) =>
  exposureView(
    {
      consequences,
      period,
      timeZone: 'UTC',
      kept: new Map([['a', { met, counted: met + timers.filter(({ breached }) => breached).length, ...(chargedMs === undefined ? {} : { chargedMs }) }]]), // prettier-ignore
      running: runningCycles(timers, versions, NOW),
      nameOf: () => 'Time to resolution',
      keyOf: (id) => (id === '2' ? null : `ITS-${id}`),
    },
    NOW,
  );

describe('exposureView', () => {
  it('says what is owed by the end of the week and of the period, and which tickets bring it about', () => {
    const view = exposure([timer('1', at('27T15:00')), timer('2', at('30T10:00')), timer('3', at('30T10:00'))], 18); // prettier-ignore
    expect(view).toMatchObject({
      nowMinor: 0,
      steps: [
        { at: at('27T15:00'), owedMinor: 62_000, tickets: [{ issueKey: 'ITS-1' }] },
        { at: at('30T10:00'), owedMinor: 124_000, tickets: [{ issueKey: null }, { issueKey: 'ITS-3' }] },
      ],
      endOfWeek: at('30T00:00'),
      endOfWeekMinor: 62_000,
      endOfPeriod: period.end,
      endOfPeriodMinor: 124_000,
      sentence: 'If nothing moves, €620.00 by Friday, and €1,240.00 by 30 November.',
    });
  });

  it.each([
    ['one step this week', [timer('1', at('27T15:00'))], 9, 'If nothing moves, €620.00 by Friday.'],
    ['nothing on the clock', [], 9, 'If nothing moves, nothing will be owed for this period, which ends on 30 November.'],
    ['what is late already', [timer('1', at('24T10:00'))], 9, 'If nothing moves, it stays at €620.00 until the period ends on 30 November.'],
    ['a step after this week', [timer('1', at('30T15:00'))], 9, 'If nothing moves, €620.00 by 30 November.'],
    ['a breach at midnight', [timer('1', at('28T00:00'))], 9, 'If nothing moves, €620.00 by Friday.'],
  ])('says in a sentence: %s', (_, timers, met, sentence) => {
    expect(exposure(timers, met)?.sentence).toBe(sentence);
  }); // prettier-ignore

  it('lets a penalty grow from what is charged by now, and not while paused', () => {
    const penalty: Consequences = {
      ...tiers,
      credits: [{ measureId: 'a', perBreach: { amountMinor: 1_000, perMs: HOUR, freeMs: HOUR } }],
    };
    // Late by 26 hours now, 25 of them charged.
    const late = timer('1', at('24T10:00'));
    expect(exposure([late], 1, penalty, 25 * HOUR)).toMatchObject({
      nowMinor: 25_000,
      steps: [{ at: at('26T00:00'), owedMinor: 37_000 }, { owedMinor: 61_000 }, {}, {}, {}, {}],
      endOfWeekMinor: 25_000 + (12 + 4 * 24) * 1_000,
      endOfPeriodMinor: 25_000 + (12 + 5 * 24) * 1_000,
    });
    // Paused it stays as late as it was an hour ago.
    const paused = exposure([{ ...late, paused: true }], 1, penalty, 24 * HOUR);
    expect(paused).toMatchObject({ nowMinor: 24_000, steps: [] });
  });

  it('knows no sum without a fee', () => {
    expect(exposure([], 1, { ...tiers, fee: null })).toBeNull();
  });
});

it.each([
  ['not held by an exclusion', null, 3 * HOUR],
  ['held since the row was written', { start: NOW - HOUR, end: NOW + HOUR }, 2 * HOUR],
  ['held for a while in between', { start: NOW - 45 * 60_000, end: NOW - 15 * 60_000 }, 2.5 * HOUR],
  ['held for good', { start: NOW - HOUR / 2, end: null }, 2.5 * HOUR],
  ['held later', { start: NOW, end: NOW + HOUR }, 3 * HOUR],
])('a late cycle has become later since its row, %s', (_, excluded, lateMs) => {
  expect(runningCycles([timer('1', NOW - 3 * HOUR, { excluded })], versions, NOW)[0]?.lateMs).toBe(lateMs);
});

it('a calendar of the version that the row names makes it late', () => {
  const [cycle] = runningCycles([timer('1', NOW - 2 * HOUR)], versions, NOW);
  expect(cycle?.calendar).toBeInstanceOf(Calendar);
  expect(cycle?.lateMs).toBe(2 * HOUR);
  expect(runningCycles([timer('1', NOW + HOUR)], versions, NOW)[0]?.lateMs).toBe(0);
});
