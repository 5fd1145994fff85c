import { changeOf, standingOf } from './share-words';

const counts = (met: number, breached: number) => ({
  met,
  breached,
  share: met + breached === 0 ? null : met / (met + breached),
});

describe('the change of an attainment', () => {
  it.each([
    [0.9, 0.875, { sign: 'up', text: '2.5 points up' }],
    [0.875, 0.885, { sign: 'down', text: '1 point down' }],
    [0.9, 0.9004, { sign: 'same', text: 'unchanged' }],
    // Shown as 91.2% and 92.5%.
    [0.9129, 0.9251, { sign: 'down', text: '1.3 points down' }],
    [null, 0.9, null],
    [0.9, null, null],
  ])('from %s to %s before it', (now, before, expected) => {
    expect(changeOf({ share: now }, { share: before })).toEqual(expected);
  });
});

describe('a target', () => {
  it.each([
    ['is kept exactly at it', counts(19, 1), 0.95, 'on-target'],
    ['is kept where a share in binary falls a hair short', counts(29, 71), 0.29, 'on-target'],
    ['is missed by one case of many', counts(94_999, 5_001), 0.95, 'below-target'],
    ['is neither without a case', counts(0, 0), 0.95, 'nothing'],
    ['is neither where none was promised', counts(1, 1), null, 'no-target'],
  ])('%s', (_, of, target, expected) => {
    expect(standingOf({ net: of, target, hasGoal: true })).toBe(expected);
  });
  it('is none where nothing is promised; what was promised before still counts', () => {
    const standing = (met: number) => standingOf({ net: counts(met, 0), target: null, hasGoal: false });
    expect(standing(0)).toBe('no-goal');
    expect(standing(1)).toBe('no-target');
  });
});
