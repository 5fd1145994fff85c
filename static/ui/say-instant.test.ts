import { viewerPlace } from './place';
import { exactInstant, onSameDay, sayInstant, sayZone } from './say-instant';

const london = { locale: 'en-GB', timeZone: 'Europe/London' };
const newYork = { locale: 'en-US', timeZone: 'America/New_York' };
const at = (iso: string): number => Date.parse(iso);

describe('sayInstant', () => {
  const now = at('2026-11-23T14:00:00Z');
  it.each([
    ['2026-11-23T17:30:00Z', london, 'today at 17:30'],
    ['2026-11-24T09:00:00Z', london, 'tomorrow at 09:00'],
    ['2026-11-22T23:59:59Z', london, 'yesterday at 23:59'],
    ['2026-12-03T14:00:00Z', london, 'Thu 3 Dec at 14:00'],
    ['2027-01-04T09:00:00Z', london, 'Mon 4 Jan 2027 at 09:00'],
    ['2026-11-24T03:00:00Z', newYork, 'today at 10:00 PM'],
  ])('says %s', (iso, place, said) => {
    const heard = sayInstant(at(iso), now, place)
      .replace(/\u202f/g, ' ')
      .replace(/(Mon|Thu), /, '$1 ');
    expect(heard).toBe(said);
  });

  it('counts a day of 25 hours as one day', () => {
    const before = at('2026-10-24T23:30:00Z');
    expect(sayInstant(at('2026-10-26T00:15:00Z'), before, london)).toBe('tomorrow at 00:15');
  });
});

describe('exactInstant', () => {
  it('shows seconds, and milliseconds only where there are any', () => {
    expect(exactInstant(at('2026-11-24T11:30:05Z'), london)).toMatch(/24 Nov 2026, 11:30:05$/);
    expect(exactInstant(at('2026-11-24T11:30:05.120Z'), london)).toMatch(/24 Nov 2026, 11:30:05\.120$/);
  });
});

describe('onSameDay', () => {
  it("goes by the place's midnight", () => {
    const [a, b] = [at('2026-11-24T03:00:00Z'), at('2026-11-24T06:00:00Z')];
    expect(onSameDay(a, b, london)).toBe(true);
    expect(onSameDay(a, b, newYork)).toBe(false);
  });
});

describe('sayZone', () => {
  it.each([
    ['America/New_York', '2026-11-24T12:00:00Z', 'New York, GMT-5'],
    ['America/New_York', '2026-07-24T12:00:00Z', 'New York, GMT-4'],
    ['Asia/Kolkata', '2026-11-24T12:00:00Z', 'Kolkata, GMT+5:30'],
    ['Europe/London', '2026-11-24T12:00:00Z', 'London, GMT'],
    ['UTC', '2026-11-24T12:00:00Z', 'UTC'],
    ['Not/A_Zone', '2026-11-24T12:00:00Z', 'Not/A_Zone'],
  ])('names %s at %s', (zone, iso, said) => {
    expect(sayZone(zone, at(iso))).toBe(said);
  });
});

describe('viewerPlace', () => {
  it('takes what Jira says', () => {
    expect(viewerPlace('de_DE', 'Europe/Berlin')).toEqual({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
  });
  it("falls back to the browser's own where Jira's word is missing or unknown", () => {
    const own = new Intl.DateTimeFormat().resolvedOptions();
    expect(viewerPlace(undefined, 'Mars/Olympus')).toEqual({ locale: own.locale, timeZone: own.timeZone });
  });
});
