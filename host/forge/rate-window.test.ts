import { RateWindow } from './rate-window';

describe('a rate window of 2 per second', () => {
  it.each([
    [
      'a third unit within the second is too many',
      [
        [0, 0],
        [1, 1],
        [999, 999],
      ],
      [true, true, false],
    ],
    [
      'room comes back after a second',
      [
        [0, 0],
        [1, 1],
        [1_000, 1_000],
      ],
      [true, true, true],
    ],
    [
      'hours that pass in a moment are no burst',
      [
        [0, 0],
        [3_600_000, 1],
        [7_200_000, 2],
      ],
      [true, true, true],
    ],
    [
      'a stopped clock is no burst',
      [
        [0, 0],
        [0, 2_000],
        [0, 4_000],
      ],
      [true, true, true],
    ],
    [
      'a refused unit is not counted',
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [1_000, 1_000],
      ],
      [true, true, false, true],
    ],
  ])('%s', (_, steps, expected) => {
    const window = new RateWindow(2, 1_000);
    expect(steps.map(([now = 0, real = 0]) => window.take(now, real))).toEqual(expected);
  });

  it('takes several units at once or none', () => {
    const window = new RateWindow(2, 1_000);
    expect([window.take(0, 0, 3), window.take(0, 0, 2), window.take(0, 0)]).toEqual([false, true, false]);
  });
});
