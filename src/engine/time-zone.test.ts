import { DAY } from './local-date';
import { instantOf, localPartsOf, offsetAt, timeZone, TimeZone } from './time-zone';

// For a loaded machine; all of it takes a few seconds.
jest.setTimeout(60_000);

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);

describe('time zones', () => {
  test.each([
    ['UTC', '2026-07-01T00:00:00Z', 0],
    ['Asia/Kolkata', '2026-07-01T00:00:00Z', 5.5],
    ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 5.75],
    ['Europe/London', '2026-03-29T00:59:59.999Z', 0],
    ['Europe/London', '2026-03-29T01:00:00Z', 1],
    ['Europe/London', '2026-10-25T00:59:59.999Z', 1],
    ['Europe/London', '2026-10-25T01:00:00Z', 0],
    ['Australia/Lord_Howe', '2026-01-15T00:00:00Z', 11],
    ['Australia/Lord_Howe', '2026-07-15T00:00:00Z', 10.5],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', -10],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 14],
    ['Africa/Monrovia', '1960-01-01T00:00:00Z', -(44 * 60 + 30) / 3600],
    ['America/New_York', '1850-01-01T00:00:00Z', -(4 * 3600 + 56 * 60 + 2) / 3600],
    // A stay of one week, shorter than any other since 1945.
    ['America/Boa_Vista', '2000-10-07T12:00:00Z', -4],
    ['America/Boa_Vista', '2000-10-12T12:00:00Z', -3],
    ['America/Boa_Vista', '2000-10-20T12:00:00Z', -4],
  ])('%s is %s at %d h', (zone, iso, hours) =>
    expect(offsetAt(zone, at(iso))).toBe(Math.round(hours * HOUR)),
  );

  test.each([
    ['an ordinary time', 'Europe/Berlin', '2026-07-01', 9 * HOUR, '2026-07-01T07:00:00Z'],
    [
      'a skipped time is the instant of the skip',
      'Europe/Berlin',
      '2026-03-29',
      2.5 * HOUR,
      '2026-03-29T01:00:00Z',
    ],
    ['right after the skip', 'Europe/Berlin', '2026-03-29', 3 * HOUR, '2026-03-29T01:00:00Z'],
    [
      'a repeated time is its first showing',
      'Europe/Berlin',
      '2026-10-25',
      2.5 * HOUR,
      '2026-10-25T00:30:00Z',
    ],
    ['right after the repetition', 'Europe/Berlin', '2026-10-25', 3 * HOUR, '2026-10-25T02:00:00Z'],
    ['a midnight that is skipped', 'Asia/Beirut', '2021-03-28', 0, '2021-03-27T22:00:00Z'],
    ['24:00 before a skipped midnight', 'Asia/Beirut', '2021-03-27', DAY, '2021-03-27T22:00:00Z'],
    ['24:00 of a day that ends twice', 'Asia/Beirut', '2021-10-30', DAY, '2021-10-30T22:00:00Z'],
    ['the last hour of it, first showing', 'Asia/Beirut', '2021-10-30', 23 * HOUR, '2021-10-30T20:00:00Z'],
    ['a day that was left out', 'Pacific/Apia', '2011-12-30', 12 * HOUR, '2011-12-30T10:00:00Z'],
    ['a zone with seconds', 'Africa/Monrovia', '1960-01-01', 0, '1960-01-01T00:44:30Z'],
  ])('%s: %s %s', (_, zone, date, time, iso) => {
    expect(new Date(instantOf(zone, date, time)).toISOString()).toBe(new Date(iso).toISOString());
  });

  test('tells date, weekday and time on the wall', () => {
    expect(localPartsOf('America/New_York', at('2026-03-08T07:00:00Z'))).toEqual({
      date: '2026-03-08',
      weekday: 6,
      timeMs: 3 * HOUR,
      offsetMs: -4 * HOUR,
    });
    expect(localPartsOf('Pacific/Kiritimati', at('2025-12-31T10:00:00Z'))).toMatchObject({
      date: '2026-01-01',
      timeMs: 0,
    });
  });

  test('gives the same answers whatever was asked before', () => {
    const instants = ['2026-07-01', '1890-01-01', '2400-07-01', '1950-07-01', '2026-01-01'].map((d) =>
      at(`${d}T00:00:00Z`),
    );
    const oneByOne = instants.map((instant) => new TimeZone('Europe/Dublin').offsetAt(instant));
    const zone = new TimeZone('Europe/Dublin');
    expect(instants.map((instant) => zone.offsetAt(instant))).toEqual(oneByOne);
    expect([...instants].reverse().map((instant) => zone.offsetAt(instant))).toEqual([...oneByOne].reverse());
  });

  test('agrees with Intl in every zone, and local time never runs backwards', () => {
    const from = at('1995-01-01T00:00:00Z');
    const to = at('2035-01-01T00:00:00Z');
    const wrong: string[] = [];
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const zone = new TimeZone(name);
      const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
      let previous = -Infinity;
      for (let instant = from; instant < to; instant += 97 * DAY + 12_345_678) {
        const text = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(instant))!;
        const minutes = Number(text[2] ?? 0) * 60 + Number(text[3] ?? 0);
        const offset = (text[1] === '-' ? -minutes : minutes) * 60_000;
        const midnight = zone.instantOf(Math.floor((instant + offset) / DAY) * DAY);
        const right = zone.offsetAt(instant) - offset === 0 && midnight > previous && midnight <= instant;
        if (!right) wrong.push(`${name} ${new Date(instant).toISOString()}`);
        previous = midnight;
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(['Mars/Olympus', '', 'Europe/Londn'])('"%s" is refused by name', (name) =>
    expect(() => timeZone(name)).toThrow(`"${name}" is not a time zone`),
  );
});
