import { reportingPeriods, type IntervalInForce } from './reporting-periods';

const at = (day: string) => Date.parse(`${day}T00:00Z`);
const step = (since: string, every: IntervalInForce['every']) => ({
  since: at(since),
  every,
  timeZone: 'UTC',
});
const periods = (until: string, ...steps: readonly IntervalInForce[]) =>
  reportingPeriods(steps, at(until)).map(({ start, end, part }) => [
    new Date(start).toISOString().slice(0, 10),
    new Date(end).toISOString().slice(0, 10),
    part,
  ]);

describe('reportingPeriods', () => {
  it('are whole ones from that in which the agreement came into force', () => {
    expect(periods('2026-03-01', step('2026-01-15', 'month'))).toEqual([
      ['2026-01-01', '2026-02-01', 1],
      ['2026-02-01', '2026-03-01', 1],
      ['2026-03-01', '2026-04-01', 1],
    ]);
  });

  it('let the running one end as it began, and cut the next one off at its start', () => {
    expect(periods('2026-02-09', step('2026-01-01', 'month'), step('2026-01-15', 'week'))).toEqual([
      ['2026-01-01', '2026-02-01', 1],
      ['2026-02-01', '2026-02-02', 1 / 7],
      ['2026-02-02', '2026-02-09', 1],
      ['2026-02-09', '2026-02-16', 1],
    ]);
    expect(periods('2026-05-01', step('2026-01-01', 'month'), step('2026-02-10', 'quarter'))).toEqual([
      ['2026-01-01', '2026-02-01', 1],
      ['2026-02-01', '2026-03-01', 1],
      ['2026-03-01', '2026-04-01', 31 / 90],
      ['2026-04-01', '2026-07-01', 1],
    ]);
  });

  it('follow the one in force when a period begins, if there were several meanwhile', () => {
    const steps = [step('2026-01-01', 'quarter'), step('2026-01-15', 'week'), step('2026-02-01', 'month')];
    expect(periods('2026-04-01', ...steps)).toEqual([
      ['2026-01-01', '2026-04-01', 1],
      ['2026-04-01', '2026-05-01', 1],
    ]);
  });

  it.each([
    ['Europe/Berlin', 'America/New_York', ['2026-03-31T22:00Z', '2026-04-30T22:00Z', '2026-06-01T04:00Z']],
    ['UTC', 'Europe/Berlin', ['2026-04-01T00:00Z', '2026-04-30T22:00Z', '2026-05-31T22:00Z']],
    [
      'Pacific/Auckland',
      'America/Los_Angeles',
      ['2026-03-31T11:00Z', '2026-04-30T12:00Z', '2026-06-01T07:00Z'],
    ],
  ])('go on without a gap where the zone changes from %s to %s', (before, after, [april, may, june]) => {
    const steps = [
      { since: Date.parse('2026-03-01T12:00Z'), every: 'month' as const, timeZone: before },
      { since: Date.parse('2026-04-01T00:00Z'), every: 'month' as const, timeZone: after },
    ];
    const found = reportingPeriods(steps, Date.parse('2026-05-20T00:00Z')).slice(-2);
    expect(found.map(({ start, end, part }) => [start, end, part])).toEqual([
      [Date.parse(april ?? ''), Date.parse(may ?? ''), 1],
      [Date.parse(may ?? ''), Date.parse(june ?? ''), 1],
    ]);
  });

  it('are none before anything is in force', () => {
    expect(periods('2025-12-31', step('2026-01-01', 'month'))).toEqual([]);
    expect(periods('2026-01-01')).toEqual([]);
  });
});
