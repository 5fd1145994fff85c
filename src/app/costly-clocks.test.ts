import type { Consequences, CreditRule } from '../engine/consequences';
import { clocksToCome, penaltyClocks } from './costly-clocks';

const penalty = (measureId: string): CreditRule => ({
  measureId,
  perBreach: { amountMinor: 1, perMs: 1, freeMs: 0 },
});
const tiers: CreditRule = { measureId: 'response', tiers: [{ below: 950_000, credit: 50_000 }] };
const agreed = (...credits: readonly CreditRule[]): Consequences => ({ fee: null, cap: null, credits });
const period = (start: number, end: number, consequences: Consequences | null) => ({
  start,
  end,
  consequences,
});

describe('penaltyClocks', () => {
  const resolution = agreed(tiers, penalty('resolution'));
  const both = agreed(penalty('resolution'), penalty('update'));

  test.each([
    ['none without periods', [], []],
    ['none where nothing is agreed, or no penalty', [period(0, 1, null), period(1, 2, agreed(tiers))], []],
    [
      'those of measures with a penalty, late or not',
      [period(0, 1, resolution)],
      [{ start: 0, end: 1, measureIds: ['resolution'], lateToo: true }],
    ],
    [
      'of each period those of its own terms, of periods alike at once, whatever their order',
      [period(4, 5, both), period(3, 4, resolution), period(2, 3, agreed(tiers)), period(1, 2, resolution), period(0, 1, resolution)], // prettier-ignore
      [
        { start: 0, end: 2, measureIds: ['resolution'], lateToo: true },
        { start: 3, end: 4, measureIds: ['resolution'], lateToo: true },
        { start: 4, end: 5, measureIds: ['resolution', 'update'], lateToo: true },
      ],
    ],
    [
      'not of the time between periods alike',
      [period(0, 1, resolution), period(2, 3, resolution)],
      [
        { start: 0, end: 1, measureIds: ['resolution'], lateToo: true },
        { start: 2, end: 3, measureIds: ['resolution'], lateToo: true },
      ],
    ],
  ])('are %s', (_, periods, clocks) => {
    expect(penaltyClocks(periods)).toEqual(clocks);
  });
});

describe('clocksToCome', () => {
  test('are those of measures that are paid for by how many are late', () => {
    expect(clocksToCome(period(0, 1, agreed(tiers, penalty('resolution'))))).toEqual([
      { start: 0, end: 1, measureIds: ['response'], lateToo: false },
    ]);
    expect(clocksToCome(period(0, 1, agreed(penalty('resolution'))))).toEqual([]);
    expect(clocksToCome(period(0, 1, null))).toEqual([]);
  });
});
