import type { Millis } from './instant';

/** A calendar date without a zone: whole days since 1970-01-01, proleptic Gregorian. */
export type LocalDay = number;

export const DAY: Millis = 86_400_000;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day of a date; the month counts from 1. Example: `dayOf(1970, 1, 2)` = 1. */
export function dayOf(year: number, month: number, dayOfMonth: number): LocalDay {
  // Years begin in March here, so that a leap day is the last day of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The year a day lies in. Example: `yearOf(-1)` = 1969. */
export function yearOf(day: LocalDay): number {
  const guess = 1970 + Math.floor(day / 365.2425);
  if (day < dayOf(guess, 1, 1)) return guess - 1;
  return day >= dayOf(guess + 1, 1, 1) ? guess + 1 : guess;
}

/** 0 = Monday ... 6 = Sunday. */
export function weekdayOf(day: LocalDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** `YYYY-MM-DD` of a day. */
export function formatLocalDay(day: LocalDay): string {
  const year = yearOf(day);
  let rest = day - dayOf(year, 1, 1);
  let month = 1;
  for (let length = lengthOf(year, month); rest >= length; length = lengthOf(year, month)) {
    rest -= length;
    month++;
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(rest + 1, 2)}`;
}

export interface CivilDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly dayOfMonth: number;
}

/** Reads `YYYY-MM-DD`. Throws on another form and on dates that do not exist (2025-02-29). */
export function parseCivilDate(text: string): CivilDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, dayOfMonth] = match ? match.slice(1).map(Number) : [];
  if (year === undefined || month === undefined || dayOfMonth === undefined) {
    throw new Error(`"${text}" is not a date of the form YYYY-MM-DD`);
  }
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lengthOf(year, month)) {
    throw new Error(`there is no date ${text}`);
  }
  return { year, month, dayOfMonth };
}

/** Reads `YYYY-MM-DD` as a day. Throws like `parseCivilDate`. Example: `parseLocalDay('1970-01-02')` = 1. */
export function parseLocalDay(text: string): LocalDay {
  const { year, month, dayOfMonth } = parseCivilDate(text);
  return dayOf(year, month, dayOfMonth);
}

/** Reads `HH:MM` or `HH:MM:SS` as ms since midnight, up to `24:00` = 86,400,000. Throws on anything else. */
export function parseLocalTime(text: string): Millis {
  const match = /^(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match) {
    const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
    const ms = hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
    if (minutes < 60 && seconds < 60 && ms <= DAY) return ms;
  }
  throw new Error(`"${text}" is not a time from 00:00 to 24:00`);
}

function lengthOf(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
