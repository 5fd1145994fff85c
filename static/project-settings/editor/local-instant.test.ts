import { readLocalInstant, writeLocalInstant } from './local-instant';

it.each([
  ['2026-07-01T22:00', 'Europe/Madrid', '2026-07-01T22:00+02:00'],
  ['2026-12-01T22:00', 'Europe/Madrid', '2026-12-01T22:00+01:00'],
  ['2026-12-01T22:00', 'UTC', '2026-12-01T22:00Z'],
  ['2026-12-01T22:00', 'America/St_Johns', '2026-12-01T22:00-03:30'],
  // Just after the clocks went back.
  ['2026-10-25T03:30', 'Europe/Madrid', '2026-10-25T03:30+01:00'],
])('writes %s in %s and reads it back', (local, zone, text) => {
  expect(writeLocalInstant(local, zone)).toBe(text);
  expect(readLocalInstant(text, zone)).toBe(local);
});

it('shows an instant of one zone on the clocks of another, and no instant as nothing', () => {
  expect(readLocalInstant('2026-11-22T06:00+08:00', 'Europe/London')).toBe('2026-11-21T22:00');
  expect(['', 'soon', '2026-11-22T06:00'].map((text) => readLocalInstant(text, 'UTC'))).toEqual(['', '', '']);
});
