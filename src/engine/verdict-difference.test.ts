import { attainmentOf } from './attainment';
import { evaluate } from './evaluate';
import { aGoal, aHistory, aMeasure, anAgreement, at, HOUR } from './testing/builders';
import { countedVerdict, directionOf, pairCycles, type CountedVerdict } from './verdict-difference';

const NOW = at('2026-11-23T18:00:00Z');
const CREATED = '2026-11-23T10:00:00Z';
const within = (hours: number | null) => [aGoal({ durationMs: hours === null ? null : hours * HOUR })];
const resultsWith = (hours: number | null, id = 'resolution') =>
  evaluate(aHistory(CREATED), [anAgreement({ measures: [aMeasure({ id, goals: within(hours) })] })], [], NOW);

describe('directionOf', () => {
  test.each<[CountedVerdict, CountedVerdict, ReturnType<typeof directionOf>]>([
    ['met', 'met', null],
    [null, null, null],
    ['breached', 'breached', null],
    ['met', 'breached', 'to-breached'],
    ['breached', 'met', 'to-met'],
    [null, 'met', 'now-counted'],
    [null, 'breached', 'now-counted'],
    ['met', null, 'no-longer-counted'],
    ['breached', null, 'no-longer-counted'],
  ])('from %s to %s: %s', (before, after, direction) => {
    expect(directionOf(before, after)).toBe(direction);
  });
});

describe('countedVerdict', () => {
  test.each([
    ['an ongoing cycle within its goal', 9, null],
    ['an ongoing cycle that is late', 2, 'breached'],
    ['a cycle without a goal', null, null],
  ])('%s: %s h counts as %s', (_, hours, verdict) => {
    expect(countedVerdict(resultsWith(hours)[0]?.cycles[0] ?? null)).toBe(verdict);
  });

  test('says what attainmentOf counts', () => {
    for (const hours of [9, 2, null]) {
      const cycles = resultsWith(hours)[0]?.cycles ?? [];
      const { met, breached, ongoingBreached } = attainmentOf(cycles);
      const counted = cycles.map(countedVerdict);
      expect(counted.filter((verdict) => verdict === 'met')).toHaveLength(met);
      expect(counted.filter((verdict) => verdict === 'breached')).toHaveLength(breached + ongoingBreached);
    }
  });

  test('no cycle counts as nothing', () => {
    expect(countedVerdict(null)).toBeNull();
  });
});

describe('pairCycles', () => {
  test('matches by measure and number; what only one side has stands alone', () => {
    const pairs = pairCycles(
      [...resultsWith(2), ...resultsWith(2, 'dropped')],
      [...resultsWith(9), ...resultsWith(9, 'added')],
    );
    expect(
      pairs.map(({ measureId, cycleNumber, before, after }) => [
        measureId,
        cycleNumber,
        before?.net.breached ?? null,
        after?.net.breached ?? null,
      ]),
    ).toEqual([
      ['resolution', 1, true, false],
      ['added', 1, null, false],
      ['dropped', 1, true, null],
    ]);
  });
});
