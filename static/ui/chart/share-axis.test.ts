import { axisFloor, labelStep } from './share-axis';

describe('the floor of an axis of shares', () => {
  it.each([
    [[0.97, 0.91], 0.8],
    [[0.999], 0.9],
    [[0.3], 0.2],
    [[0.02], 0],
    [[], 0.9],
  ])('of %j is %d', (shares, floor) => {
    expect(axisFloor(shares)).toBeCloseTo(floor);
  });
});

it('labels every one where there is room, and fewer where there is not', () => {
  expect([labelStep(10, 1_000, 56), labelStep(12, 240, 56), labelStep(3, 0, 56)]).toEqual([1, 3, 168]);
});
