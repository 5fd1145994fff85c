import { reportingPeriodOf, type ReportingInterval } from './reporting-period';

describe('reportingPeriodOf', () => {
  test.each<[string, ReportingInterval, string, string, string]>([
    ['2026-11-25T12:00Z', 'week', 'UTC', '2026-11-23T00:00Z', '2026-11-30T00:00Z'],
    ['2026-11-23T00:00Z', 'week', 'UTC', '2026-11-23T00:00Z', '2026-11-30T00:00Z'],
    ['2026-11-25T12:00Z', 'month', 'UTC', '2026-11-01T00:00Z', '2026-12-01T00:00Z'],
    ['2026-12-31T23:59Z', 'month', 'UTC', '2026-12-01T00:00Z', '2027-01-01T00:00Z'],
    ['2026-11-25T12:00Z', 'quarter', 'UTC', '2026-10-01T00:00Z', '2027-01-01T00:00Z'],
    ['2026-05-01T12:00Z', 'quarter', 'UTC', '2026-04-01T00:00Z', '2026-07-01T00:00Z'],
    ['2028-02-29T12:00Z', 'year', 'UTC', '2028-01-01T00:00Z', '2029-01-01T00:00Z'],
    // It is November in New York already not before 04:00 UTC, and winter time from the first Sunday on.
    ['2026-11-01T03:59Z', 'month', 'America/New_York', '2026-10-01T04:00Z', '2026-11-01T04:00Z'],
    ['2026-11-01T04:00Z', 'month', 'America/New_York', '2026-11-01T04:00Z', '2026-12-01T05:00Z'],
    ['2026-10-25T12:00Z', 'week', 'Europe/London', '2026-10-18T23:00Z', '2026-10-26T00:00Z'],
  ])('%s lies in the %s (%s) from %s to %s', (at, every, zone, start, end) => {
    expect(reportingPeriodOf(Date.parse(at), every, zone)).toEqual({
      start: Date.parse(start),
      end: Date.parse(end),
    });
  });
});
