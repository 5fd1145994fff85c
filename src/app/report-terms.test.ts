import { reportingPeriods, type IntervalInForce } from '../engine/reporting-periods';
import { reportTrend, trendPeriods } from './report-terms';

const at = (text: string) => Date.parse(text);

describe('trendPeriods', () => {
  const trendOf = (until: string, ...steps: readonly IntervalInForce[]) => {
    const period = reportingPeriods(steps, at(until)).at(-1);
    const since = steps[0]?.since;
    if (!period || since === undefined) throw new Error('Nothing is in force');
    return trendPeriods(period, since).map(({ start, end }) => [
      new Date(start).toISOString().slice(0, 16),
      new Date(end).toISOString().slice(0, 16),
    ]);
  };
  const step = (since: string, every: IntervalInForce['every'], timeZone = 'UTC') => ({
    since: at(since),
    every,
    timeZone,
  });

  it('are those of its own interval, back to when the agreement came into force', () => {
    expect(trendOf('2026-04-10T00:00Z', step('2026-02-10T00:00Z', 'month'))).toEqual([
      ['2026-02-01T00:00', '2026-03-01T00:00'],
      ['2026-03-01T00:00', '2026-04-01T00:00'],
      ['2026-04-01T00:00', '2026-05-01T00:00'],
    ]);
  });

  it('begin, beside one that is cut off, with what is missing of the whole one', () => {
    const steps = [step('2026-01-10T00:00Z', 'month'), step('2026-02-10T00:00Z', 'quarter')];
    expect(trendOf('2026-03-10T00:00Z', ...steps)).toEqual([
      ['2026-01-01T00:00', '2026-03-01T00:00'],
      ['2026-03-01T00:00', '2026-04-01T00:00'],
    ]);
  });

  it.each([
    ['America/Los_Angeles', 'Pacific/Auckland', '2026-03-31T11:00', '2026-05-01T07:00', '2026-05-31T12:00'],
    ['Pacific/Auckland', 'America/Los_Angeles', '2026-04-01T07:00', '2026-04-30T12:00', '2026-06-01T07:00'],
    ['Europe/Berlin', 'America/New_York', '2026-04-01T04:00', '2026-04-30T22:00', '2026-06-01T04:00'],
  ])('are of one month each where the zone changes from %s to %s', (before, after, april, may, june) => {
    const steps = [step('2026-03-10T00:00Z', 'month', before), step('2026-04-10T00:00Z', 'month', after)];
    const trend = trendOf('2026-05-20T00:00Z', ...steps);
    expect(trend).toHaveLength(3);
    expect(trend.slice(1)).toEqual([
      [april, may],
      [may, june],
    ]);
  });
});

describe('reportTrend', () => {
  const steps = [
    { since: at('2026-03-10T00:00Z'), every: 'month', timeZone: 'America/Los_Angeles' },
    { since: at('2026-04-10T00:00Z'), every: 'month', timeZone: 'Pacific/Auckland' },
  ] as const;
  const trendOf = (frozen: readonly string[]) => {
    const period = reportingPeriods(steps, at('2026-05-20T00:00Z')).at(-1);
    if (!period) throw new Error('Nothing is in force');
    return reportTrend(period, steps[0].since, frozen.map(at)).map(({ start }) =>
      new Date(start).toISOString().slice(0, 16),
    );
  };
  const now = ['2026-02-28T11:00', '2026-03-31T11:00', '2026-05-01T07:00'];
  const former = ['2026-02-28T11:00', '2026-03-31T11:00', '2026-04-30T12:00', '2026-05-01T07:00'];

  it.each([
    ['that of its period where it is not frozen', [], now],
    ['the one it was frozen with', now, now],
    ['the one it was frozen with by the former rule', former, former],
  ])('is %s', (_, frozen, trend) => {
    expect(trendOf(frozen.map((start) => `${start}Z`))).toEqual(trend);
  });
});
