import type { Goal, Measure } from '../../src/engine/agreement';
import type { FieldValue } from '../../src/engine/field-value';
import type { IssueHistory } from '../../src/engine/issue-history';
import type { Moment } from '../../src/engine/moment';
import { readList, readNumber, readObject, type VectorCase } from './case-check';
import { AGENT, CUSTOMER, fieldItem, goalOf, HistoryWriter, measureOf } from './evaluate-measure';

export interface ScenarioEvent extends VectorCase {
  readonly at: number;
  readonly type: string;
}

/** Set by a `closed` event, which need not be a change of status. */
const CLOSED_FIELD = 'customfield_closed';

/** A metric's goal is a field of the issue, so that it can change midway: seconds as text. */
function goalField(metric: string): string {
  return `customfield_goal_${metric}`;
}

/** The events of a scenario, in order, as an issue's history. Throws on an event that this reader does not know. */
export function scenarioHistory(
  metrics: readonly VectorCase[],
  events: readonly ScenarioEvent[],
): IssueHistory {
  const created = events[0];
  if (created?.type !== 'created') throw new Error('the first event is not "created"');
  const initial: Record<string, FieldValue> = { status: [fieldItem(String(created.status ?? 'Open'))] };
  for (const metric of metrics)
    initial[goalField(String(metric.name))] = [fieldItem(String(metric.goalSeconds))];
  const writer = new HistoryWriter(created.at, initial);
  for (const event of events.slice(1)) write(writer, event);
  return writer.history();
}

function write(writer: HistoryWriter, event: ScenarioEvent): void {
  switch (event.type) {
    case 'status':
      return writer.change(event.at, 'status', [fieldItem(String(event.to))]);
    case 'firstResponse':
    case 'agentReply':
      return writer.comment(event.at, AGENT);
    case 'customerMessage':
      return writer.comment(event.at, CUSTOMER);
    case 'closed':
      writer.change(event.at, CLOSED_FIELD, [fieldItem(String(event.at))]);
      return writer.change(event.at, 'status', [fieldItem('Closed')]);
    case 'goal':
      return writer.change(event.at, goalField(String(event.metric)), [fieldItem(String(event.goalSeconds))]);
    default:
      throw new Error(`event type "${event.type}" is not known`);
  }
}

/** The metrics of a scenario as measures. Throws on patterns and goals that this reader does not know. */
export function scenarioMeasures(
  metrics: readonly VectorCase[],
  events: readonly ScenarioEvent[],
): Measure[] {
  return metrics.map((metric) => {
    const name = String(metric.name);
    const pauses = readList(metric.pauseWhile ?? [], 'pauseWhile').map(String);
    return measureOf(name, {
      start: readList(metric.start, 'start').map(momentOf),
      stop: readList(metric.stop, 'stop').map(momentOf),
      pauseWhile: pauses.map((status) => ({
        id: status,
        name: status,
        when: { op: 'in', field: 'status', values: [{ id: status }] },
      })),
      goals: goalsOf(name, metric, events),
    });
  });
}

function goalsOf(name: string, metric: VectorCase, events: readonly ScenarioEvent[]): Goal[] {
  const changes = events.filter((event) => event.type === 'goal' && event.metric === name);
  const goals = [metric, ...changes].map(({ goalSeconds }) =>
    readNumber(goalSeconds, `goalSeconds of ${name}`),
  );
  return [...new Set(goals)].map((seconds) =>
    goalOf(String(seconds), Math.round(seconds * 1000), {
      op: 'in',
      field: goalField(name),
      values: [{ id: String(seconds) }],
    }),
  );
}

function momentOf(value: unknown): Moment {
  const { type, to } = readObject(value, 'event pattern');
  const values =
    to === undefined ? null : (Array.isArray(to) ? to : [to]).map((status) => ({ id: String(status) }));
  switch (type) {
    case 'created':
      return { on: 'created' };
    case 'status':
      return values
        ? { on: 'entered-status', status: values }
        : { on: 'field', field: 'status', change: 'changed' };
    case 'firstResponse':
    case 'agentReply':
      return { on: 'commented', by: 'provider' };
    case 'customerMessage':
      return { on: 'commented', by: 'customer' };
    case 'closed':
      return { on: 'field', field: CLOSED_FIELD, change: 'changed' };
    default:
      throw new Error(`event pattern "${String(type)}" is not known`);
  }
}
