import type { Calendar } from '../../src/engine/calendar';
import type { Interval } from '../../src/engine/instant';
import { mergeIntervals } from '../../src/engine/interval';
import { localPartsOf } from '../../src/engine/time-zone';
import {
  compareExactly,
  compareMs,
  formatInstant,
  readInstant,
  readList,
  readSeconds,
  type CaseCheck,
  type Mismatch,
} from './case-check';
import { calendarOf } from './vector-calendar';

/** One case of the form `business-time-vectors/1`. */
export const checkBusinessTime: CaseCheck = (vector) => {
  const calendar = calendarOf(vector.calendar);
  const instant = (name: string) => readInstant(vector[name], name);
  const ms = () => readSeconds(vector.seconds, 'seconds');
  const tags = readList(vector.tags ?? [], 'tags');
  const tolerance = tags.includes('sub-second') ? 500 : 0;
  const sameInstant = (actual: number | null) =>
    compareMs('instant', expectedInstant(vector.expected), actual, formatInstant, tolerance);
  switch (vector.op) {
    case 'elapsed': {
      const expected = readSeconds(vector.expected, 'expected');
      const actual = calendar.elapsed(instant('start'), instant('end'));
      return compareMs('elapsed', expected, actual, (value) => `${(value ?? 0) / 1000} s`, tolerance);
    }
    case 'due':
      return sameInstant(calendar.due(instant('start'), ms()));
    case 'dueBackward':
      return sameInstant(calendar.dueBackward(instant('start'), ms()));
    case 'isOpen':
      return compareExactly('open', vector.expected, calendar.isOpen(instant('at')));
    case 'nextOpenInstant':
      return sameInstant(calendar.nextOpen(instant('at')));
    case 'previousOpenInstant':
      return sameInstant(calendar.previousOpen(instant('at')));
    case 'nextCloseInstant':
      return sameInstant(calendar.nextClose(instant('at')));
    case 'nextOpeningStart':
      return sameInstant(calendar.nextOpeningStart(instant('at')));
    case 'openIntervals':
      return compareForward(calendar, instant('origin'), expectedIntervals(vector.expected));
    case 'openIntervalsBackward':
      return compareBackward(calendar, instant('origin'), expectedIntervals(vector.expected));
    default:
      return [
        {
          what: 'op',
          expected: 'an operation this runner knows',
          actual: JSON.stringify(vector.op) ?? 'none',
        },
      ];
  }
};

function expectedInstant(value: unknown): number | null {
  return value === null ? null : readInstant(value, 'expected');
}

/** In time order. Some programs cut intervals at midnight where Accord goes on: what touches is joined. */
function expectedIntervals(value: unknown): Interval[] {
  return mergeIntervals(
    readList(value, 'expected').map((pair) => {
      const [start, end] = readList(pair, 'expected interval');
      return { start: readInstant(start, 'start'), end: readInstant(end, 'end') };
    }),
  );
}

function compareForward(calendar: Calendar, origin: number, expected: Interval[]): Mismatch[] {
  const actual: Interval[] = [];
  let at: number | null = origin;
  for (let i = 0; i < expected.length && at !== null; i++) {
    const start: number | null = calendar.nextOpen(at);
    if (start === null) break;
    let end = calendar.nextClose(start);
    const expectedEnd = expected[i]!.end;
    const cutAtMidnight = i === expected.length - 1 && (end === null || end > expectedEnd);
    if (cutAtMidnight && isMidnight(calendar, expectedEnd)) end = expectedEnd;
    actual.push({ start, end: end ?? Infinity });
    at = end;
  }
  return compareIntervals(expected, actual);
}

function compareBackward(calendar: Calendar, origin: number, expected: Interval[]): Mismatch[] {
  const earliest = expected[0];
  if (!earliest) return [];
  // A little more than the expected stretch, so that an interval which began earlier shows.
  const from = Math.min(earliest.start, origin) - 60_000;
  const actual = calendar.openIntervals(from, origin).filter(({ end }) => end > earliest.start);
  const first = actual[0];
  if (first && first.start < earliest.start && isMidnight(calendar, earliest.start)) {
    actual[0] = { start: earliest.start, end: first.end };
  }
  return compareIntervals(expected, actual);
}

function isMidnight(calendar: Calendar, at: number): boolean {
  return localPartsOf(calendar.timeZone, at).timeMs === 0;
}

function compareIntervals(expected: readonly Interval[], actual: readonly Interval[]): Mismatch[] {
  const format = (list: readonly Interval[]) =>
    list
      .map(({ start, end }) => `${formatInstant(start)}/${end === Infinity ? 'never' : formatInstant(end)}`)
      .join(' ');
  return compareExactly('intervals', format(expected), format(actual));
}
