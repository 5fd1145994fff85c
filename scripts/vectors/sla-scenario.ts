import type { Calendar } from '../../src/engine/calendar';
import type { Cycle } from '../../src/engine/cycle';
import {
  compareExactly,
  compareMs,
  formatInstant,
  readInstant,
  readList,
  readObject,
  readSeconds,
  type CaseCheck,
  type Mismatch,
  type VectorCase,
} from './case-check';
import { lastCycles } from './evaluate-measure';
import { scenarioHistory, scenarioMeasures, type ScenarioEvent } from './scenario-history';
import { calendarOf, calendarSpecOf } from './vector-calendar';

/** One case of the form `sla-scenario-vectors/1`: events through `evaluate`, then each asserted field. */
export const checkSlaScenario: CaseCheck = (vector) => {
  const metrics = readList(vector.metrics, 'metrics').map((metric) => readObject(metric, 'metric'));
  const events = eventsOf(readList(vector.events, 'events'));
  const last = events.at(-1);
  if (!last) throw new Error('events are missing');
  const now = vector.askAt === undefined ? last.at : readInstant(vector.askAt, 'askAt');
  const cycles = lastCycles(
    scenarioHistory(metrics, events),
    calendarSpecOf(vector.calendar),
    scenarioMeasures(metrics, events),
    now,
  );
  const calendar = calendarOf(vector.calendar);
  return readList(vector.expected, 'expected').flatMap((value) => {
    const expected = readObject(value, 'expected entry');
    const metric = String(expected.metric);
    const cycle = cycles.get(metric);
    if (!cycle) return [{ what: metric, expected: 'a cycle', actual: 'none' }];
    const unit = (vector.truncatedToMinute ?? expected.truncatedToMinute) ? 60_000 : 1;
    return Object.keys(expected).flatMap((field) =>
      checkField(metric, field, expected, cycle, calendar, unit),
    );
  });
};

/** In order of time, the creation first, an event told twice once. */
function eventsOf(values: readonly unknown[]): ScenarioEvent[] {
  const once = new Map(values.map((value) => [JSON.stringify(value), readObject(value, 'event')]));
  const rank = (event: ScenarioEvent) => (event.type === 'created' ? 0 : 1);
  return [...once.values()]
    .map((event): ScenarioEvent => {
      return { ...event, at: readInstant(event.at, 'event.at'), type: String(event.type) };
    })
    .sort((a, b) => a.at - b.at || rank(a) - rank(b));
}

function checkField(
  metric: string,
  field: string,
  expected: VectorCase,
  cycle: Cycle,
  calendar: Calendar,
  unit: number,
): Mismatch[] {
  const what = `${metric}: ${field}`;
  const cut = (at: number | null) => (at === null ? null : Math.floor(at / unit) * unit);
  const sameInstant = (actual: number | null) => {
    const wanted = expected[field] === null ? null : readInstant(expected[field], field);
    return compareMs(what, cut(wanted), cut(actual), formatInstant);
  };
  const sameSeconds = (actualMs: number | null) =>
    compareMs(what, readSeconds(expected[field], field), actualMs, (ms) =>
      ms === null ? 'none' : `${ms / 1000} s`,
    );
  switch (field) {
    case 'metric':
    case 'truncatedToMinute':
    case 'levelOffsetBusinessSeconds':
      return [];
    case 'state':
      return compareExactly(what, expected.state, stateOf(cycle));
    case 'breached':
      return compareExactly(what, expected.breached, cycle.net.breached);
    case 'dueAt':
      return sameInstant(cycle.net.breachTime);
    case 'levelAt': {
      const offset = readSeconds(expected.levelOffsetBusinessSeconds, 'levelOffsetBusinessSeconds');
      const { breachTime } = cycle.net;
      // No time further on is the due instant itself, also where it is a closing.
      return sameInstant(breachTime === null || offset === 0 ? breachTime : calendar.due(breachTime, offset));
    }
    case 'elapsedSeconds':
      return sameSeconds(cycle.net.elapsedMs);
    case 'remainingSeconds':
      return sameSeconds(cycle.net.remainingMs);
    case 'pausedBusinessSeconds':
      return sameSeconds(cycle.pausedMs);
    default:
      return [{ what, expected: 'a field this runner knows', actual: 'unknown' }];
  }
}

function stateOf(cycle: Cycle): 'running' | 'paused' | 'completed' {
  if (cycle.outcome !== 'ongoing') return 'completed';
  return cycle.phase === 'paused' ? 'paused' : 'running';
}
