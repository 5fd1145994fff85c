import type { Calendar } from '../../src/engine/calendar';
import type { IssueHistory } from '../../src/engine/issue-history';
import {
  compareExactly,
  compareMs,
  formatInstant,
  readInstant,
  readNumber,
  readObject,
  type CaseCheck,
  type Mismatch,
  type VectorCase,
} from './case-check';
import { fieldItem, goalOf, HistoryWriter, lastCycles, measureOf } from './evaluate-measure';
import { calendarOf, calendarSpecOf } from './vector-calendar';

const MEASURE = measureOf('cycle', {
  stop: [{ on: 'entered-status', status: [{ id: 'Done' }] }],
  pauseWhile: [
    { id: 'waiting', name: 'Waiting', when: { op: 'in', field: 'status', values: [{ id: 'Waiting' }] } },
  ],
});

/** One case of the form `jsm-sla-cycles/1`: a cycle with its goal through `evaluate`, as JSM showed it. */
export const checkJsmCycle: CaseCheck = (vector) => {
  const calendar = calendarOf(vector.calendar);
  const start = readInstant(vector.start, 'start');
  const stop = vector.stop === null || vector.stop === undefined ? null : readInstant(vector.stop, 'stop');
  const now = vector.askAt === undefined && stop !== null ? stop : readInstant(vector.askAt, 'askAt');
  const expected = readObject(vector.expected, 'expected');
  const goal = goalOf('goal', readNumber(vector.goalMillis, 'goalMillis'));
  const cycle = lastCycles(
    historyOf(calendar, start, stop, stop ?? now, expected, isPausedSomewhere(vector)),
    calendarSpecOf(vector.calendar),
    [{ ...MEASURE, goals: [goal] }],
    now,
  ).get(MEASURE.id);
  if (!cycle) return [{ what: 'cycle', expected: 'a cycle', actual: 'none' }];
  return Object.keys(expected).flatMap((field): Mismatch[] => {
    const sameMs = (actual: number | null) =>
      compareMs(field, readNumber(expected[field], field), actual, (ms) =>
        ms === null ? 'none' : `${ms} ms`,
      );
    switch (field) {
      case 'elapsedMillis':
        return sameMs(cycle.net.elapsedMs);
      case 'remainingMillis':
        return sameMs(cycle.net.remainingMs);
      case 'breachAt': {
        const wanted = expected.breachAt === null ? null : readInstant(expected.breachAt, field);
        return compareMs(field, wanted, cycle.net.breachTime, formatInstant);
      }
      case 'breached':
        return compareExactly(field, expected.breached, cycle.net.breached);
      case 'paused':
        return compareExactly(field, expected.paused, cycle.phase === 'paused');
      case 'withinCalendarHours':
        return compareExactly(field, expected.withinCalendarHours, calendar.isOpen(now));
      default:
        return [{ what: field, expected: 'a field this runner knows', actual: 'unknown' }];
    }
  });
};

function isPausedSomewhere(vector: VectorCase): boolean {
  return typeof vector.note === 'string' && /\bpaused?\b/i.test(vector.note);
}

/**
 * JSM keeps no pause instants. Where a case says that there was a pause, it is put at the end, as long as
 * the elapsed time leaves room for; everything else about the cycle is then a result.
 */
function historyOf(
  calendar: Calendar,
  start: number,
  stop: number | null,
  end: number,
  expected: VectorCase,
  paused: boolean,
): IssueHistory {
  const writer = new HistoryWriter(start, { status: [fieldItem('Open')] });
  const elapsed = typeof expected.elapsedMillis === 'number' ? expected.elapsedMillis : null;
  if ((paused || expected.paused === true) && elapsed !== null && elapsed < calendar.elapsed(start, end)) {
    const pauseStart = elapsed > 0 ? calendar.due(start, elapsed) : start;
    writer.change(pauseStart ?? start, 'status', [fieldItem('Waiting')]);
    if (stop === null && expected.paused !== true) writer.change(end, 'status', [fieldItem('Open')]);
  } else if (expected.paused === true) {
    writer.change(end, 'status', [fieldItem('Waiting')]);
  }
  if (stop !== null) writer.change(stop, 'status', [fieldItem('Done')]);
  return writer.history();
}
