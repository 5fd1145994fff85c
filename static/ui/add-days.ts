const DAY = 86_400_000;

/**
 * The local date `count` days after another one.
 * @example addDays('2026-12-31', 1) //=> "2027-01-01"
 */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
