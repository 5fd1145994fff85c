import type { ExclusionKind, ExclusionState } from '../../src/contract/exclusion';
import type { Word } from './state-word';

const kinds: Readonly<Record<ExclusionKind, string>> = {
  service: 'Service',
  geography: 'Geography',
  day: 'Day',
  schedule: 'Schedule',
  environment: 'Environmental condition',
  'third-party': 'Third party',
  'customer-caused': 'Caused by the customer',
  ticket: 'One ticket',
};

/** Every kind with its name, in the order they are offered. */
export const EXCLUSION_KINDS = Object.entries(kinds) as readonly (readonly [ExclusionKind, string])[];

/** What an exclusion rests on, as people call it. */
export const exclusionKind = (kind: ExclusionKind | null): string => (kind ? kinds[kind] : 'Not stated');

const states = {
  proposed: { word: 'Proposed', tone: 'information' },
  agreed: { word: 'Agreed', tone: 'success' },
  declined: { word: 'Declined', tone: 'danger' },
  withdrawn: { word: 'Withdrawn', tone: 'neutral' },
} as const satisfies Readonly<Record<ExclusionState, Word>>;

/** Every state, in the order of its life. */
export const EXCLUSION_STATES = Object.keys(states) as readonly ExclusionState[];

/** How the state of an exclusion is said and which tone it has. */
export const exclusionState = (state: ExclusionState): Word => states[state];

/** What an exclusion does, in a few words. */
export const effectWords = (effect: 'time' | 'cycle'): string =>
  effect === 'time' ? 'This time does not count' : 'The whole cycle does not count';
