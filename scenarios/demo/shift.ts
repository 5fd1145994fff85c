const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When the people of a place are at work, well enough to date what they do; offsets of autumn 2026. */
export interface Shift {
  /** Hours from local midnight. */
  readonly from: number;
  readonly to: number;
  /** Local time minus UTC. */
  readonly offsetAt: (at: number) => number;
}

const endOfSummer = { london: Date.UTC(2026, 9, 25, 1), newYork: Date.UTC(2026, 10, 1, 6) };

export const shifts = {
  'Europe/London': { from: 9, to: 17.5, offsetAt: (at) => (at < endOfSummer.london ? HOUR : 0) },
  'America/New_York': { from: 8.5, to: 18, offsetAt: (at) => (at < endOfSummer.newYork ? -4 : -5) * HOUR },
  'Asia/Singapore': { from: 8.5, to: 18, offsetAt: () => 8 * HOUR },
} as const satisfies Record<string, Shift>;

export type Zone = keyof typeof shifts;

/** The instant after `minutes` of work from `at`: outside the shift and on weekends nothing is done. */
export function afterWork(at: number, minutes: number, shift: Shift): number {
  let rest = minutes * MINUTE;
  let now = at;
  for (;;) {
    const local = now + shift.offsetAt(now);
    const midnight = Math.floor(local / DAY) * DAY;
    const weekday = (Math.floor(local / DAY) + 4) % 7;
    const open = midnight + shift.from * HOUR;
    const close = midnight + shift.to * HOUR;
    const worksToday = weekday !== 0 && weekday !== 6 && local < close;
    if (worksToday) {
      const begin = Math.max(local, open);
      if (begin + rest <= close) return begin + rest - shift.offsetAt(now);
      rest -= close - begin;
    }
    now = midnight + DAY - shift.offsetAt(now);
  }
}
