import type { Agreement, Measure } from '../src/engine/agreement';
import type { RawIssue } from '../src/jira/raw-issue';
import { newYorkCalendar } from './calendar-workload';
import { seededRandom } from './random';

export const SEED = 20_261_123;
export const ENTRIES = 40;
const HOUR = 3_600_000;

const STATUSES = ['Open', 'In progress', 'Waiting for customer', 'Pending'];
const PRIORITIES = ['High', 'Medium', 'Low'];
const PEOPLE = ['ana', 'bo', 'cy', 'dee'];

/**
 * Issues as Jira returns them, with 40 history entries each: three quarters changelog (status, priority,
 * assignee, labels), the rest comments of both sides, over some days; the last entry resolves it.
 */
export function rawIssues(count: number): RawIssue[] {
  const random = seededRandom(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, n) => {
    let at = Date.UTC(2024, Math.floor(random() * 24), 1 + Math.floor(random() * 28), 14);
    const created = at;
    const state: Record<string, string> = {
      status: 'Open',
      priority: pick(PRIORITIES),
      assignee: '',
      labels: '',
    };
    const histories: unknown[] = [];
    const comments: unknown[] = [];
    for (let i = 1; i < ENTRIES; i++) {
      at += Math.floor(random() * 4 * HOUR);
      const when = `${new Date(at).toISOString().slice(0, -1)}+0000`;
      const author = {
        accountId: pick(PEOPLE),
        accountType: 'atlassian',
        displayName: 'Somebody',
        active: true,
      };
      if (i < ENTRIES - 1 && random() < 0.25) {
        const customer = random() < 0.5;
        comments.push({
          id: String(50_000 + n * ENTRIES + i),
          author: customer ? { accountId: 'sam', accountType: 'customer', displayName: 'Sam' } : author,
          created: when,
          updated: when,
          jsdPublic: random() < 0.7,
        });
        continue;
      }
      const field =
        i === ENTRIES - 1 ? 'resolution' : pick(['status', 'status', 'priority', 'assignee', 'labels']);
      const to =
        field === 'resolution'
          ? 'Done'
          : field === 'status'
            ? pick(STATUSES)
            : field === 'priority'
              ? pick(PRIORITIES)
              : field === 'assignee'
                ? pick(PEOPLE)
                : `label-${i}`;
      const from = state[field] ?? '';
      if (from === to) continue;
      state[field] = to;
      const item = {
        field,
        fieldtype: 'jira',
        fieldId: field,
        from: from || null,
        fromString: from || null,
        to,
        toString: to,
      };
      histories.push({ id: String(10_000 + n * ENTRIES + i), author, created: when, items: [item] });
    }
    const named = (name: string | undefined) => (name ? { id: name, name } : null);
    return {
      id: String(n + 1),
      key: `BEN-${n + 1}`,
      fields: {
        created: `${new Date(created).toISOString().slice(0, -1)}+0000`,
        status: named(state['status']),
        priority: named(state['priority']),
        resolution: named(state['resolution']),
        assignee: state['assignee'] ? { accountId: state['assignee'], displayName: 'Somebody' } : null,
        reporter: { accountId: 'sam', accountType: 'customer', displayName: 'Sam' },
        labels: state['labels'] ? [state['labels']] : [],
      },
      histories,
      comments,
    };
  });
}

const isIn = (field: string, ...texts: string[]) => ({
  op: 'in' as const,
  field,
  values: texts.map((text) => ({ text })),
});

const resolution: Measure = {
  id: 'resolution',
  name: 'Time to resolution',
  start: [{ on: 'created' }, { on: 'field', field: 'resolution', change: 'cleared' }],
  stop: [{ on: 'field', field: 'resolution', change: 'set' }],
  pauseWhile: [
    { id: 'customer', name: 'Waiting for customer', when: isIn('status', 'Waiting for customer') },
    { id: 'vendor', name: 'Pending', when: isIn('status', 'Pending') },
  ],
  reset: [],
  cancelWhile: null,
  reopen: 'new-cycle',
  startFrom: 'moment',
  goals: [
    { id: 'high', name: 'High', when: isIn('priority', 'High'), durationMs: 4 * HOUR, calendar: 'always' },
    {
      id: 'rest',
      name: 'Everything else',
      when: { op: 'always' },
      durationMs: 24 * HOUR,
      calendar: 'new-york',
    },
  ],
  calendar: 'new-york',
  atRiskShare: 0.25,
};

/** Three measures over two calendars: resolution with two pauses, first response, next response. */
export const threeMeasures: Agreement = {
  id: 'bench',
  version: 1,
  name: 'Benchmark',
  kind: 'sla',
  effectiveFrom: 0,
  scope: { op: 'always' },
  calendars: [
    { ...newYorkCalendar(), id: 'new-york' },
    {
      id: 'always',
      name: 'Around the clock',
      timeZone: 'UTC',
      weekly: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((d) => [d, [['00:00', '24:00']]]),
      ),
    },
  ],
  measures: [
    resolution,
    {
      ...resolution,
      id: 'first-response',
      start: [{ on: 'created' }],
      stop: [
        { on: 'commented', by: 'provider' },
        { on: 'field', field: 'resolution', change: 'set', flag: 'resolved without a reply' },
      ],
      reopen: 'ignore',
      pauseWhile: [],
    },
    {
      ...resolution,
      id: 'next-response',
      start: [{ on: 'commented', by: 'customer' }],
      stop: [
        { on: 'commented', by: 'provider' },
        { on: 'field', field: 'resolution', change: 'set' },
      ],
      pauseWhile: [],
    },
  ],
};
