import { pollPause } from './poll-pause';

describe('pollPause', () => {
  it.each([
    [0, false, 1_000],
    [1_000, false, 1_500],
    [4_000, false, 6_000],
    [9_000, false, 10_000],
    [10_000, false, 10_000],
    [10_000, true, 1_000],
  ])('after %d ms, moved: %s, waits %d ms', (last, moved, pause) => {
    expect(pollPause(last, moved)).toBe(pause);
  });
});
