import type { Instant } from '../engine/instant';
import { read, refuse, type Reading } from './problem';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Checks a calendar date, `2026-12-25`; the 30th of February is none. */
export function readDate(text: string): Reading<string> {
  if (!DATE.test(text)) return refuse(`"${text}" is not a date`, 'Write year, month and day: 2026-12-25.');
  const at = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
    return refuse(`There is no ${text}`, 'Write a date that the calendar has.');
  }
  return read(text);
}

/**
 * Reads an instant that says its zone: `2026-11-21T22:00Z`, `2026-11-22T06:00:00+08:00`. A local time
 * without one is refused, because the two parties may live in different zones.
 */
export function readInstant(text: string): Reading<Instant> {
  const parts = INSTANT.exec(text);
  const remedy = 'Write date, time and zone: 2026-11-21T22:00Z or 2026-11-22T06:00+08:00.';
  if (!parts) {
    const local = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/.test(text);
    return refuse(local ? `"${text}" does not say in which zone` : `"${text}" is not an instant`, remedy);
  }
  const [, date = '', clock = '', seconds = ':00', zone = ''] = parts;
  const day = readDate(date);
  if (!day.ok) return day;
  const at = Date.parse(`${date}T${clock}${seconds}${zone}`);
  return Number.isNaN(at) ? refuse(`"${text}" is not an instant`, remedy) : read(at);
}
