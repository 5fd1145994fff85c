import { dayEndingAt, endOfDay } from './due-day';

describe('The day on which an action is due', () => {
  it.each([
    ['2026-12-01', 'Europe/London', '2026-12-02T00:00Z'],
    ['2026-12-31', 'America/New_York', '2027-01-01T05:00Z'],
    // Days of 23 and 25 hours end at midnight, too.
    ['2026-03-29', 'Europe/London', '2026-03-29T23:00Z'],
    ['2026-10-25', 'Europe/London', '2026-10-26T00:00Z'],
    // There is no midnight: the next day begins at one.
    ['2026-09-05', 'America/Santiago', '2026-09-06T04:00Z'],
  ])('%s in %s ends at %s', (day, zone, end) => {
    expect(endOfDay(day, zone)).toBe(Date.parse(end));
    expect(dayEndingAt(Date.parse(end), zone)).toBe(day);
  });

  it.each(['', '2026-12', '2026-13-01', 'tomorrow'])('is none of “%s”', (text) => {
    expect(endOfDay(text, 'UTC')).toBeNull();
  });
});
