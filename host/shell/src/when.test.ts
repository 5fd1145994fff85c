import { agoText, clockText, dueText, instantText, lengthText } from './when';

const nine = Date.UTC(2026, 10, 23, 9, 4, 7);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('time as people read it', () => {
  it.each([
    ['Europe/London', 'Mon 23 Nov 2026, 09:04:07 GMT'],
    ['America/New_York', 'Mon 23 Nov 2026, 04:04:07 GMT-5'],
    ['Asia/Kolkata', 'Mon 23 Nov 2026, 14:34:07 GMT+5:30'],
  ])('shows the clock in %s', (zone, text) => expect(clockText(nine, zone)).toBe(text));

  it('shows an instant without its seconds', () => {
    expect(instantText(nine, 'Europe/London')).toBe('23 Nov 2026, 09:04');
  });

  it.each([
    [0, '0 s'],
    [999, '0 s'],
    [9_000, '9 s'],
    [250_000, '4 min 10 s'],
    [3 * hour + 20 * minute + 59_000, '3 h 20 min'],
    [2 * hour, '2 h'],
    [day + 30 * minute, '1 d'],
    [2 * day + 3 * hour, '2 d 3 h'],
    [400 * day, '400 d'],
  ])('writes %d ms as %s', (length, text) => expect(lengthText(length)).toBe(text));

  it.each([
    [-hour, 'Europe/London', 'due now'],
    [minute - 1, 'Europe/London', 'due now'],
    [minute, 'Europe/London', 'due in 1 min'],
    [hour - 1, 'Europe/London', 'due in 59 min'],
    [hour, 'Europe/London', 'due today 10:04'],
    [14 * hour, 'Europe/London', 'due today 23:04'],
    [15 * hour, 'Europe/London', 'due tomorrow 00:04'],
    [8 * hour, 'Asia/Singapore', 'due tomorrow 01:04'],
    [3 * day, 'Europe/London', 'due Thu 09:04'],
    [6 * day, 'Europe/London', 'due Sun 09:04'],
    [7 * day, 'Europe/London', 'due 30 Nov, 09:04'],
  ])('writes what is due %d ms later in %s as "%s"', (later, zone, text) =>
    expect(dueText(nine + later, nine, zone)).toBe(text),
  );

  it.each([
    [59_999, 'just now'],
    [minute, '1 min ago'],
    [hour, '1 h ago'],
    [day, 'a day ago'],
    [3 * day, '3 days ago'],
    [7 * day, '16 Nov 2026, 09:04'],
  ])('writes %d ms ago as %s', (past, text) =>
    expect(agoText(nine - past, nine, 'Europe/London')).toBe(text),
  );
});
