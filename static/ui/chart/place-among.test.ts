import { placeAmong } from './place-among';

const bins = [
  { from: 0, to: 60, cases: 1 },
  { from: 60, to: 240, cases: 1 },
];

describe('the place of a time among bins', () => {
  it.each([
    [0, 0],
    [30, 0.5],
    [60, 1],
    [150, 1.5],
    [240, 2],
    [9_000, 2],
  ])('of %i is %d', (time, place) => {
    expect(placeAmong(bins, time)).toBe(place);
  });
});
