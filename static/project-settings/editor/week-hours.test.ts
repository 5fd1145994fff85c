import { hourState, paintHours, readMinutes, readWeek, writeWeek } from './week-hours';

it('reads lines of days and writes neighbours with the same hours as one', () => {
  const week = readWeek({ 'mon, tue': '09:00-17:00', wed: '09:00-17:00', 'sat-sun': '10:00-12:00' });
  expect([week.tue, week.thu, week.sun]).toEqual(['09:00-17:00', 'closed', '10:00-12:00']);
  expect(writeWeek(week)).toEqual({ 'mon-wed': '09:00-17:00', 'sat-sun': '10:00-12:00' });
});

it('reads a range over the weekend, and around the clock', () => {
  expect(readWeek({ 'fri-mon': '08:00-09:00' })).toMatchObject({
    fri: '08:00-09:00',
    mon: '08:00-09:00',
    tue: 'closed',
  });
  expect(writeWeek(readWeek('always'))).toBe('always');
});

it('keeps hours it does not understand as text', () => {
  expect(writeWeek({ ...readWeek(undefined), mon: '9 to 5' })).toEqual({ mon: '9 to 5' });
  expect(readMinutes('9 to 5')).toBeNull();
});

it.each([
  ['09:00-12:30', 12, 13, true, '09:00-14:00'],
  ['09:00-17:00', 12, 12, false, '09:00-12:00, 13:00-17:00'],
  ['closed', 22, 23, true, '22:00-24:00'],
  ['00:00-24:00', 0, 23, false, 'closed'],
  ['09:00-12:00, 13:00-17:00', 12, 12, true, '09:00-17:00'],
  ['09:15-09:45', 8, 8, true, '08:00-09:00, 09:15-09:45'],
  ['closed', 10, 9, true, '09:00-11:00'],
])('paints %s from %i to %i', (text, first, last, open, expected) => {
  expect(paintHours(text, first, last, open)).toBe(expected);
});

it.each([
  [9, 'open'],
  [12, 'partly'],
  [13, 'closed'],
])('says of hour %i that it is %s', (hour, state) => {
  expect(hourState(readMinutes('09:00-12:30') ?? [], hour)).toBe(state);
});
