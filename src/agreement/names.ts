import type { FieldId } from '../engine/field-value';
import type { Predicate } from '../engine/predicate';

/** What a document needs to know of the Jira site it is for. Pure look-ups: the same answer every time. */
export interface Names {
  readonly parseJql: (jql: string) => JqlReading;
  /** The id of a field given its name (ignoring case) or id. */
  readonly fieldId: (name: string) => FieldId | undefined;
  /** Organizations of the service desk; absent = not known, then any name is taken. */
  readonly organizations?: readonly { readonly id: string; readonly name: string }[];
}

export type JqlReading =
  | { readonly ok: true; readonly predicate: Predicate }
  | { readonly ok: false; readonly faults: readonly JqlFault[] };

export interface JqlFault {
  readonly reason: string;
  readonly remedy: string;
  /** Place in the JQL text, from 0; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}
