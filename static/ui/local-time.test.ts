import { localTimeValue, readLocalTime } from './local-time';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

describe('readLocalTime', () => {
  it.each([
    ['2026-12-24T15:30', 'Europe/London', '2026-12-24T15:30:00.000Z'],
    ['2026-07-01T09:00', 'Europe/London', '2026-07-01T08:00:00.000Z'],
    ['2026-11-24T09:00', 'America/New_York', '2026-11-24T14:00:00.000Z'],
    ['2026-11-24T09:00', 'Asia/Kolkata', '2026-11-24T03:30:00.000Z'],
    ['2026-11-24T00:00', 'UTC', '2026-11-24T00:00:00.000Z'],
    // Twice: the first of both.
    ['2026-10-25T01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // Skipped: as long after the jump.
    ['2026-03-29T01:30', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ])('reads %s in %s', (text, zone, instant) => {
    expect(iso(readLocalTime(text, zone))).toBe(instant);
  });

  it.each(['', '2026-11-24', '2026-13-01T09:00', 'today', '2026-11-24T09:00Z'])('reads no "%s"', (text) => {
    expect(readLocalTime(text, 'UTC')).toBeNull();
  });
});

describe('localTimeValue', () => {
  it.each([
    ['2026-11-24T14:00:59.999Z', 'America/New_York', '2026-11-24T09:00'],
    ['2026-11-24T00:00:00Z', 'Asia/Kolkata', '2026-11-24T05:30'],
    ['2026-11-23T23:30:00Z', 'Europe/Madrid', '2026-11-24T00:30'],
  ])('writes %s in %s', (instant, zone, text) => {
    expect(localTimeValue(Date.parse(instant), zone)).toBe(text);
  });

  it('is read back to the same minute', () => {
    for (let at = Date.parse('2026-03-28T00:00Z'); at < Date.parse('2026-03-30T00:00Z'); at += 1_800_000) {
      expect(readLocalTime(localTimeValue(at, 'Europe/Madrid'), 'Europe/Madrid')).toBe(at);
    }
  });
});
