import type { PartsPerMillion } from './consequences';
import type { Millis } from './instant';

/** Where on a goal an escalation stands, in working time. */
export type Threshold =
  | { readonly at: 'before-breach'; readonly ms: Millis }
  | { readonly at: 'breach' }
  | { readonly at: 'after-breach'; readonly ms: Millis }
  | { readonly at: 'share'; readonly share: PartsPerMillion };

/** What is done to a ticket. Account ids and field ids are Jira's. */
export type EscalationAction =
  | { readonly do: 'comment'; readonly text: string }
  | {
      readonly do: 'notify';
      readonly people: readonly string[];
      /** `assignee`, `reporter`, or a project role by its name. */
      readonly roles: readonly string[];
      /** null = written by Accord. */
      readonly subject: string | null;
      readonly text: string | null;
    }
  | { readonly do: 'assign'; readonly to: string }
  | { readonly do: 'assign-lead' }
  /** `to` null = the next higher one. Never lowers. */
  | { readonly do: 'raise-priority'; readonly to: string | null }
  | { readonly do: 'label'; readonly label: string }
  | { readonly do: 'transition'; readonly name: string }
  | { readonly do: 'set-field'; readonly field: string; readonly name: string; readonly value: string };

/** What follows by itself when a clock reaches a threshold. No verdict depends on it. */
export interface Escalation {
  readonly id: string;
  readonly name: string;
  /** Measure ids; empty = all that have a goal. */
  readonly measures: readonly string[];
  readonly threshold: Threshold;
  /** The threshold as people wrote it. */
  readonly when: string;
  /** False: waits for the opening hours of the agreement's first calendar. */
  readonly anyHour: boolean;
  readonly actions: readonly EscalationAction[];
}
