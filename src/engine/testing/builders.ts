import type { Agreement, Exclusion, Goal, Measure } from '../agreement';
import type { CalendarSpec } from '../calendar-spec';
import type { FieldId, FieldValue } from '../field-value';
import type { Instant } from '../instant';
import type { Actor, HistoryEntry, IssueHistory } from '../issue-history';
import { ALWAYS, type Predicate } from '../predicate';

/** Builders with fixed defaults for the engine's tests. Instants are ISO texts with their offset. */

export const at = (iso: string): Instant => {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new Error(`Not an instant: ${iso}`);
  return instant;
};

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const ana: Actor = { accountId: 'ana', name: 'Ana', side: 'provider' };
export const sam: Actor = { accountId: 'sam', name: 'Sam', side: 'customer' };
export const robot: Actor = { accountId: 'bot', name: 'Robot', side: 'automation' };

export const aroundTheClock: CalendarSpec = {
  id: 'always',
  name: 'Around the clock',
  timeZone: 'UTC',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
  ),
};

export const nineToFive: CalendarSpec = {
  id: 'nine-to-five',
  name: 'Office hours',
  timeZone: 'UTC',
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
};

export const value = (...texts: string[]): FieldValue => texts.map((text) => ({ id: text, text }));

export const isIn = (field: FieldId, ...texts: string[]): Predicate => ({
  op: 'in',
  field,
  values: texts.map((text) => ({ text })),
});

export const aGoal = (overrides: Partial<Goal> = {}): Goal => ({
  id: 'goal',
  name: 'Everything',
  when: ALWAYS,
  durationMs: 4 * HOUR,
  calendar: 'always',
  ...overrides,
});

export const aMeasure = (overrides: Partial<Measure> = {}): Measure => ({
  id: 'resolution',
  name: 'Time to resolution',
  start: [{ on: 'created' }, { on: 'field', field: 'resolution', change: 'cleared' }],
  stop: [{ on: 'field', field: 'resolution', change: 'set' }],
  pauseWhile: [{ id: 'waiting', name: 'Waiting for customer', when: isIn('status', 'Waiting') }],
  reset: [],
  cancelWhile: null,
  reopen: 'new-cycle',
  startFrom: 'moment',
  goals: [aGoal()],
  calendar: 'always',
  atRiskShare: 0.25,
  ...overrides,
});

export const anAgreement = (overrides: Partial<Agreement> = {}): Agreement => ({
  id: 'acme',
  version: 1,
  name: 'Acme support',
  kind: 'sla',
  effectiveFrom: at('2000-01-01T00:00:00Z'),
  scope: ALWAYS,
  calendars: [aroundTheClock, nineToFive],
  measures: [aMeasure()],
  ...overrides,
});

export const anExclusion = (overrides: Partial<Exclusion> = {}): Exclusion => ({
  id: 'maintenance',
  clause: '4.2 Planned maintenance',
  agreementId: 'acme',
  effect: 'time',
  measures: [],
  windows: null,
  during: null,
  when: ALWAYS,
  ...overrides,
});

/** What happened, in short: `[instant, field, to]`, or `[instant, 'comment', by]`. */
export type Happening =
  | readonly [iso: string, field: string, to: string | null, actor?: Actor]
  | readonly [iso: string, comment: 'reply' | 'message' | 'note' | 'robot'];

/** An issue created at `created` in status Open, with what happened since, in the given order. */
export const aHistory = (
  created: string,
  happenings: readonly Happening[] = [],
  initial: Readonly<Record<FieldId, FieldValue>> = {},
): IssueHistory => {
  const state: Record<FieldId, FieldValue> = { status: value('Open'), ...initial };
  const first = { ...state };
  const entries: HistoryEntry[] = [{ kind: 'created', at: at(created), ref: 'created', actor: sam }];
  happenings.forEach((happening, index) => {
    const [iso, field] = happening;
    const base = { at: at(iso), ref: `changelog:${index + 1}` };
    if (field === 'reply')
      entries.push({ ...base, kind: 'commented', visibility: 'public', byReporter: false, actor: ana });
    else if (field === 'message')
      entries.push({ ...base, kind: 'commented', visibility: 'public', byReporter: true, actor: sam });
    else if (field === 'note')
      entries.push({ ...base, kind: 'commented', visibility: 'internal', byReporter: false, actor: ana });
    else if (field === 'robot')
      entries.push({ ...base, kind: 'commented', visibility: 'public', byReporter: false, actor: robot });
    else {
      const to = happening[2] == null ? [] : value(happening[2]);
      entries.push({
        ...base,
        kind: 'changed',
        field,
        from: state[field] ?? [],
        to,
        actor: happening[3] ?? ana,
      });
      state[field] = to;
    }
  });
  return {
    issueId: '10001',
    issueKey: 'ACME-1',
    created: at(created),
    initial: first,
    entries: entries.sort((a, b) => a.at - b.at),
    gaps: [],
  };
};
