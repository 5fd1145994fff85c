import type { TicketEventKind } from './ticket';

/** One rule, one ticket, and what must be true of its clock at some instants. Tests and docs read these. */
export interface Scenario {
  /** The behaviour in the present tense. */
  readonly title: string;
  /** Why it is settled so, or where the numbers come from. */
  readonly about: string;
  /**
   * What the agreement promises, as YAML of an agreement document; format, id, name, parties and effective
   * date are the same in all scenarios where a text does not write them. Several texts are its versions.
   */
  readonly agreement: string | readonly string[];
  readonly ticket: ScenarioTicket;
  /** Instants are ISO texts with an offset, in order. */
  readonly events: readonly ScenarioEvent[];
  readonly checkpoints: readonly Checkpoint[];
}

/** The people of all scenarios: two who serve, one who asks, and a robot. */
export type ScenarioPerson = 'agent' | 'other agent' | 'customer' | 'robot';

export interface ScenarioTicket {
  readonly created: string;
  /** Absent: the customer. */
  readonly reporter?: ScenarioPerson;
  readonly assignee?: ScenarioPerson;
  /** Absent: Incident, Medium, Open, no labels. */
  readonly issueType?: string;
  readonly priority?: string;
  readonly status?: string;
  readonly labels?: readonly string[];
  readonly dueDate?: string;
}

export type ScenarioEvent = { readonly at: string; readonly by: ScenarioPerson } & (
  | Exclude<TicketEventKind, { kind: 'assign' }>
  | { readonly kind: 'assign'; readonly to: ScenarioPerson | null }
);

export interface Checkpoint {
  /** ISO text with an offset. */
  readonly at: string;
  /** Measure id. */
  readonly measure: string;
  /** Number of the cycle, from 1; absent: the last one. */
  readonly cycle?: number;
  /** Only what is written is compared. */
  readonly expect: Expectation;
}

/** Durations as in agreements (`3h 10m`, `0m`, `-20m` for late); instants as ISO texts. */
export interface Expectation {
  /** How many cycles there are by then. */
  readonly cycles?: number;
  readonly started?: string;
  readonly stopped?: string | null;
  readonly outcome?: 'ongoing' | 'met' | 'breached' | 'no-goal' | 'reset' | 'cancelled';
  readonly phase?: 'running' | 'paused' | 'outside-hours' | 'excluded' | null;
  readonly goal?: string | null;
  readonly elapsed?: string;
  readonly remaining?: string | null;
  readonly breached?: boolean;
  readonly breachTime?: string | null;
  readonly grossElapsed?: string;
  readonly grossBreached?: boolean;
  readonly paused?: string;
  readonly atRisk?: boolean;
  readonly flag?: string | null;
  readonly leftOutBy?: string | null;
  readonly version?: number;
  /** Why there is no cycle at all. */
  readonly notStarted?: 'out-of-scope' | 'not-in-force' | 'stopped-before' | 'no-start-moment' | 'cancelled';
}
