import { nextCell, type HeatCell } from './heat-move';

const at = (weekday: number, hour: number): HeatCell => ({ weekday, hour });
const filled = [at(0, 9), at(0, 15), at(2, 9), at(2, 10), at(4, 23)];

describe('an arrow key in the week', () => {
  it.each([
    ['to the next hour of the day', at(0, 9), at(0, 1), at(0, 15)],
    ['back to the hour before', at(0, 15), at(0, -1), at(0, 9)],
    ['to the same hour of a later day', at(0, 9), at(1, 0), at(2, 9)],
    ['to another day when this one has no more', at(0, 15), at(0, 1), at(4, 23)],
    ['nowhere at the edge', at(4, 23), at(1, 0), at(4, 23)],
  ])('goes %s', (_, from, step, expected) => {
    expect(nextCell(filled, from, step)).toEqual(expected);
  });
});
