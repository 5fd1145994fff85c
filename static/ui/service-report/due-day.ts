import type { Instant } from '../../../src/engine/instant';
import { readLocalTime } from '../local-time';
import { dateValue } from '../say-date';

const DAY_MS = 86_400_000;

/**
 * The midnight that ends a day in a zone: what is due on that day is in time until then. null when it is no day.
 * @example endOfDay('2026-12-01', 'Europe/London') //=> 2026-12-02T00:00Z
 */
export function endOfDay(day: string, timeZone: string): Instant | null {
  const start = Date.parse(day);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(start)) return null;
  return readLocalTime(`${new Date(start + DAY_MS).toISOString().slice(0, 10)}T00:00`, timeZone);
}

/** The day that ends at a midnight, as `<input type="date">` writes it. */
export const dayEndingAt = (midnight: Instant, timeZone: string): string => dateValue(midnight - 1, timeZone);
