import type { FieldId } from './field-value';
import type { Instant } from './instant';

/** Matches a field item by machine id (exact) or by text (ignoring case). At least one is given. */
export interface Operand {
  readonly id?: string;
  readonly text?: string;
}

/**
 * A question about an issue's state at one instant; parsed from JQL once, when a rule is saved, and plain
 * JSON, so that it is stored with the agreement. `not-in` and `not-words` are false for a field that is
 * not set (as Jira answers `!=` and `!~`); `not` is the plain complement.
 */
export type Predicate =
  | { readonly op: 'always' }
  | { readonly op: 'and' | 'or'; readonly of: readonly Predicate[] }
  | { readonly op: 'not'; readonly of: Predicate }
  | { readonly op: 'in' | 'not-in'; readonly field: FieldId; readonly values: readonly Operand[] }
  | { readonly op: 'empty' | 'not-empty'; readonly field: FieldId }
  | {
      readonly op: 'number';
      readonly field: FieldId;
      readonly relation: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly value: number;
    }
  | {
      /** Dates are compared as instants; the field item's `id` is the ISO date or date-time. */
      readonly op: 'date';
      readonly field: FieldId;
      readonly relation: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly value: Instant;
    }
  /** Every word occurs in the field's text, whole and ignoring case; `prefix` words may go on. */
  | {
      readonly op: 'words' | 'not-words';
      readonly field: FieldId;
      readonly words: readonly { readonly word: string; readonly prefix: boolean }[];
    };

export const ALWAYS: Predicate = { op: 'always' };
