import type { Instant } from '../engine/instant';

/**
 * Reads a time as Jira writes it: `2026-07-06T18:02:13.432+0900` (offset with or without colon, `Z`,
 * fraction and seconds optional), epoch milliseconds, or epoch seconds (numbers below 1e11).
 * NaN when it is none of these. No `Date.parse`: it is slower and its reading of `+0900` is not specified.
 *
 * @example readJiraTime('2026-07-06T18:02:13.432+0900') // 1783328533432
 */
export function readJiraTime(value: unknown): Instant {
  if (typeof value === 'string') return readText(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return NaN;
  return Math.round(value < 1e11 ? value * 1000 : value);
}

/** True for `yyyy-MM-dd` and nothing else. */
export function isJiraDate(text: string): boolean {
  return text.length === 10 && !Number.isNaN(readDay(text));
}

const COLON = 58;
const DOT = 46;
const MINUS = 45;
const PLUS = 43;
const LETTER_T = 84;
const LETTER_Z = 90;

function readText(text: string): Instant {
  if (text.charCodeAt(10) !== LETTER_T || text.charCodeAt(13) !== COLON) return NaN;
  const day = readDay(text);
  const hour = two(text, 11);
  const minute = two(text, 14);
  let at = 16;
  let second = 0;
  let milli = 0;
  if (text.charCodeAt(at) === COLON) {
    second = two(text, at + 1);
    at += 3;
    if (text.charCodeAt(at) === DOT) {
      at += 1;
      for (let weight = 100; isDigit(text.charCodeAt(at)); weight = (weight / 10) | 0) {
        milli += (text.charCodeAt(at) - 48) * weight;
        at += 1;
      }
    }
  }
  if (hour > 24 || minute > 59 || second > 59) return NaN;
  return day + ((hour * 60 + minute - readOffset(text, at)) * 60 + second) * 1000 + milli;
}

/** Minutes east of UTC. */
function readOffset(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === LETTER_Z) return text.length === at + 1 ? 0 : NaN;
  if (sign !== PLUS && sign !== MINUS) return NaN;
  const minutesAt = text.charCodeAt(at + 3) === COLON ? at + 4 : at + 3;
  if (text.length !== minutesAt + 2) return NaN;
  const minutes = two(text, at + 1) * 60 + two(text, minutesAt);
  if (minutes > 24 * 60) return NaN;
  return sign === MINUS ? -minutes : minutes;
}

function readDay(text: string): Instant {
  if (text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return NaN;
  const month = two(text, 5);
  const day = two(text, 8);
  const year = two(text, 0) * 100 + two(text, 2);
  if (month < 1 || month > 12 || day < 1 || day > 31 || year > 9999) return NaN;
  return daysSince1970(year, month, day) * 86_400_000;
}

/** Gregorian calendar, counted in years that begin in March so that the leap day comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + day - 1;
  return y * 365 + ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0) + dayOfYear - 719_468;
}

/** A value so large that whatever it is part of is no time: kept an integer, as NaN would be slow here. */
const NO_NUMBER = 1e6;

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_NUMBER;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
