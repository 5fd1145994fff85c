import { attainmentOf, attainmentShare } from './attainment';
import type { MeasureResult } from './cycle';
import { evaluate } from './evaluate';
import { aHistory, anAgreement, anExclusion, at, type Happening } from './testing/builders';

const MON = '2026-03-02T';
const cycle = (happenings: Happening[], excluded = false) => {
  const exclusions = excluded ? [anExclusion({ effect: 'cycle' })] : [];
  const [result] = evaluate(
    aHistory(`${MON}09:00:00Z`, happenings),
    [anAgreement()],
    exclusions,
    at(`${MON}14:00:00Z`),
  );
  return (result as MeasureResult).cycles[0]!;
};

const met = cycle([[`${MON}10:00:00Z`, 'resolution', 'Done']]);
const late = cycle([[`${MON}13:30:00Z`, 'resolution', 'Done']]);
const running = cycle([[`${MON}09:30:00Z`, 'status', 'Waiting']]);
const runningLate = cycle([]);
const leftOut = cycle([[`${MON}13:30:00Z`, 'resolution', 'Done']], true);

describe('attainmentOf', () => {
  test('counts each cycle once, by what became of it', () => {
    expect(attainmentOf([met, met, late, running, runningLate, leftOut])).toEqual({
      met: 2,
      breached: 1,
      ongoingBreached: 1,
      ongoing: 1,
      noGoal: 0,
      notCounted: 1,
    });
  });
});

describe('attainmentShare', () => {
  test('is met over counted, late ones that still run among them', () => {
    expect(attainmentShare(attainmentOf([met, met, late, runningLate, running, leftOut]))).toBe(0.5);
  });

  test('is unknown when nothing counts', () => {
    expect(attainmentShare(attainmentOf([running, leftOut]))).toBeNull();
  });
});
