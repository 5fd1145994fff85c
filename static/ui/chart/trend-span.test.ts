import { trendSpan } from './trend-span';

const query = { from: '2026-10-28', to: '2026-11-26' };

describe('the days of a point of the trend', () => {
  it.each([
    ['2026-11-02', 'week', false, '2026-11-02', '2026-11-08'],
    ['2026-10-26', 'week', true, '2026-10-28', '2026-11-01'],
    ['2026-11-23', 'week', true, '2026-11-23', '2026-11-26'],
    ['2026-02-01', 'month', false, '2026-02-01', '2026-02-28'],
    ['2026-11-01', 'month', true, '2026-11-01', '2026-11-26'],
  ] as const)('that begins on %s, by %s, in part: %s', (day, grain, partial, from, to) => {
    expect(trendSpan({ day, partial }, grain, query)).toEqual({ from, to });
  });
});
