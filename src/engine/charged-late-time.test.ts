import { chargedLateTime, freeTimes } from './charged-late-time';
import { evaluate } from './evaluate';
import { aGoal, aHistory, aMeasure, anAgreement, at, HOUR, MINUTE } from './testing/builders';

const cycleAt = (now: string, hours: number | null) => {
  const goals = [aGoal({ durationMs: hours === null ? null : hours * HOUR })];
  const agreement = anAgreement({ measures: [aMeasure({ goals })] });
  return evaluate(aHistory('2026-11-23T10:00:00Z'), [agreement], [], at(now))[0]!.cycles[0]!;
};

describe('chargedLateTime', () => {
  it.each([
    ['2026-11-23T12:00:00Z', 2, 0, 0],
    ['2026-11-23T12:00:01Z', 2, 0, 1_000],
    ['2026-11-23T15:00:00Z', 2, 0, 3 * HOUR],
    ['2026-11-23T15:00:00Z', 2, 30 * MINUTE, 2.5 * HOUR],
    ['2026-11-23T15:00:00Z', 2, 4 * HOUR, 0],
    ['2026-11-23T15:00:00Z', null, 0, 0],
  ])('by %s with a goal of %s h, free of %i ms, is %i', (now, hours, free, charged) => {
    expect(chargedLateTime(cycleAt(now, hours), free)).toBe(charged);
  });

  it('is nothing where no cycle counts', () => {
    const late = cycleAt('2026-11-23T15:00:00Z', 2);
    expect(chargedLateTime(null, 0)).toBe(0);
    expect(chargedLateTime({ ...late, leftOutBy: 'maintenance' }, 0)).toBe(0);
    expect(chargedLateTime({ ...late, outcome: 'cancelled' }, 0)).toBe(0);
  });
});

it('freeTimes are those of measures with a penalty', () => {
  const penalty = { amountMinor: 1, perMs: HOUR, freeMs: MINUTE };
  const credits = [
    { measureId: 'a', tiers: [] },
    { measureId: 'b', perBreach: penalty },
  ];
  expect(freeTimes({ fee: null, cap: null, credits })).toEqual(new Map([['b', MINUTE]]));
});
