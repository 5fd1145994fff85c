import type { Measure } from '../engine/agreement';
import type { Moment } from '../engine/moment';
import type { Predicate } from '../engine/predicate';

/** The part of a measure that a preset settles; a document may replace each of them. */
export interface Preset {
  readonly name: string;
  readonly about: string;
  readonly start: readonly Moment[];
  readonly stop: readonly Moment[];
  readonly reopen: Measure['reopen'];
  /** The states that count are the project's own: the document must say when the clock runs or pauses. */
  readonly needsStates: boolean;
  /** What a `runWhile` clock's standing still is called. */
  readonly idle?: string;
}

export type PresetId = (typeof PRESET_IDS)[number];

export const PRESET_IDS = [
  'time-to-first-response',
  'next-response',
  'periodic-update',
  'time-to-resolution',
  'agent-work-time',
  'customer-wait',
] as const;

const unresolved: Predicate = { op: 'empty', field: 'resolution' };
const created: Moment = { on: 'created' };
const reopened: Moment = { on: 'field', field: 'resolution', change: 'cleared' };
const resolved: Moment = { on: 'field', field: 'resolution', change: 'set' };
const resolvedUnanswered: Moment = { ...resolved, flag: 'resolved without a reply' };
const answered: Moment = { on: 'commented', by: 'provider' };

export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  'time-to-first-response': {
    name: 'Time to first response',
    about:
      'From creation to the first public comment by the provider. Resolving without one ends it, flagged. Once per ticket.',
    start: [created],
    stop: [answered, resolvedUnanswered],
    reopen: 'ignore',
    needsStates: false,
  },
  'next-response': {
    name: 'Next response',
    about:
      'From the oldest unanswered message of the customer to the next public comment by the provider, again and again. Reopening counts as a message; thanks on a resolved ticket do not.',
    start: [{ on: 'commented', by: 'customer', when: unresolved }, reopened],
    stop: [answered, resolvedUnanswered],
    reopen: 'new-cycle',
    needsStates: false,
  },
  'periodic-update': {
    name: 'Periodic update',
    about:
      'From one public comment by the provider (at first: from creation) to the next, for as long as the ticket is unresolved.',
    start: [created, { ...answered, when: unresolved }, reopened],
    stop: [answered, resolved],
    reopen: 'new-cycle',
    needsStates: false,
  },
  'time-to-resolution': {
    name: 'Time to resolution',
    about: 'From creation until a resolution is set. Reopening begins a new cycle.',
    start: [created, reopened],
    stop: [resolved],
    reopen: 'new-cycle',
    needsStates: false,
  },
  'agent-work-time': {
    name: 'Agent work time',
    about:
      'The time in which the ticket waited on the provider, summed over all reopenings. Say with pauseWhile or runWhile which states those are.',
    start: [created, reopened],
    stop: [resolved],
    reopen: 'continue',
    needsStates: true,
    idle: 'Not the provider’s turn',
  },
  'customer-wait': {
    name: 'Customer wait',
    about:
      'The mirror clock: the time in which the ticket waited on the customer, summed over all reopenings. Say with runWhile which states those are.',
    start: [created, reopened],
    stop: [resolved],
    reopen: 'continue',
    needsStates: true,
    idle: 'The provider’s turn',
  },
};
