import { dayIn, instantIn, isoDate, jiraDate, shownInstant } from './jira-date';

describe('dates as Jira writes them', () => {
  it.each([
    [Date.UTC(2026, 6, 6, 9, 2, 13, 432), 'Asia/Tokyo', '2026-07-06T18:02:13.432+0900'],
    [Date.UTC(2026, 6, 6, 9, 2, 13, 0), 'UTC', '2026-07-06T09:02:13.000+0000'],
    [Date.UTC(2026, 0, 1, 2, 30), 'America/St_Johns', '2025-12-31T23:00:00.000-0330'],
    // One hour, twice: the offset tells which.
    [Date.UTC(2026, 9, 25, 0, 30), 'Europe/London', '2026-10-25T01:30:00.000+0100'],
    [Date.UTC(2026, 9, 25, 1, 30), 'Europe/London', '2026-10-25T01:30:00.000+0000'],
    [Date.UTC(1969, 11, 31, 23, 59), 'UTC', '1969-12-31T23:59:00.000+0000'],
  ])('%d in %s is %s', (at, zone, text) => {
    expect(jiraDate(at, zone)).toBe(text);
    expect(Date.parse(text.replace(/(\d\d)$/, ':$1'))).toBe(at);
  });

  it('leave the milliseconds out in the JSM form', () => {
    expect(isoDate(Date.UTC(2026, 6, 6, 9, 2, 13, 432), 'Asia/Tokyo')).toBe('2026-07-06T18:02:13+0900');
  });

  it.each([
    [Date.UTC(2026, 11, 1, 0, 5), '01/Dec/26 12:05 AM'],
    [Date.UTC(2026, 11, 1, 12, 0), '01/Dec/26 12:00 PM'],
    [Date.UTC(2026, 11, 1, 23, 59), '01/Dec/26 11:59 PM'],
  ])('%d is shown as %s', (at, text) => {
    expect(shownInstant(at, 'UTC')).toBe(text);
  });

  it('turn wall time into the instant, on days of 23 and 25 hours too', () => {
    expect(instantIn('Europe/London', [2026, 3, 29])).toBe(Date.UTC(2026, 2, 29, 0));
    expect(instantIn('Europe/London', [2026, 3, 30])).toBe(Date.UTC(2026, 2, 29, 23));
    expect(instantIn('Europe/London', [2026, 10, 26])).toBe(Date.UTC(2026, 9, 26, 0));
    expect(dayIn(Date.UTC(2026, 2, 29, 23, 30), 'Europe/London')).toBe('2026-03-30');
  });
});
