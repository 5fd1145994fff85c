import ical from 'ical.js';
import { holidaysFromIcal } from './holidays-from-ical';

const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR', ''].join('\r\n');
const read = (...events: readonly string[]) => holidaysFromIcal(file(...events), ical, '2026-06-01');

it('takes whole days, each day of several, sorted by date', () => {
  const { found } = read(
    event('SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227'),
    event('SUMMARY:New Year\\, again', 'DTSTART;VALUE=DATE:20260101'),
  );
  expect(found).toEqual([
    { date: '2026-01-01', name: 'New Year, again' },
    { date: '2026-12-25', name: 'Christmas' },
    { date: '2026-12-26', name: 'Christmas' },
  ]);
});

it('makes a yearly line of what recurs on the same day for ever', () => {
  expect(
    read(event('SUMMARY:National day', 'DTSTART;VALUE=DATE:20201012', 'RRULE:FREQ=YEARLY')).found,
  ).toEqual([{ date: '2020-10-12', name: 'National day', yearly: true }]);
});

it('follows other rules for five years', () => {
  const { found } = read(
    event('SUMMARY:Thanksgiving', 'DTSTART;VALUE=DATE:20261126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'),
    event('SUMMARY:Twice', 'DTSTART;VALUE=DATE:20270301', 'RRULE:FREQ=YEARLY;COUNT=2'),
  );
  expect(found.filter(({ name }) => name === 'Thanksgiving').map(({ date }) => date)).toEqual([
    '2026-11-26',
    '2027-11-25',
    '2028-11-23',
    '2029-11-22',
    '2030-11-28',
  ]);
  expect(found.filter(({ name }) => name === 'Twice').map(({ date }) => date)).toEqual([
    '2027-03-01',
    '2028-03-01',
  ]);
});

it('says what it skips and why', () => {
  const { found, skipped } = read(
    event('SUMMARY:Meeting', 'DTSTART:20261225T090000Z', 'DTEND:20261225T100000Z'),
    event('SUMMARY:Off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20261225'),
    event('SUMMARY:Sabbatical', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101'),
    event('SUMMARY:Every day', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY'),
    event('SUMMARY:No date'),
  );
  expect(found).toEqual([]);
  expect(skipped).toEqual([
    { name: 'Meeting', reason: 'It has a time of day: only whole days are holidays.' },
    { name: 'Off', reason: 'It is cancelled.' },
    { name: 'Sabbatical', reason: 'It lasts 365 days.' },
    { name: 'Every day', reason: 'It recurs more than 500 times.' },
    { name: 'No date', reason: 'It has no date.' },
  ]);
});

it('keeps hostile names as text', () => {
  const name = '<img src=x onerror=alert(1)>';
  expect(read(event(`SUMMARY:${name}`, 'DTSTART;VALUE=DATE:20261225')).found[0]?.name).toBe(name);
});

it.each(['', 'hello', 'BEGIN:VCALENDAR'])('refuses what is no calendar file: "%s"', (text) => {
  expect(() => holidaysFromIcal(text, ical, '2026-06-01')).toThrow('not an iCalendar file');
});
