import type { FieldId } from './field-value';
import type { Operand, Predicate } from './predicate';

/**
 * A moment of an issue's history: what starts, stops or resets a cycle (JSM: a "hit" condition).
 * - `commented` by `provider`: a public comment by someone on the provider's side who is not the reporter;
 *   automation never counts. By `customer`: a public comment from the customer's side. `internal`: an
 *   internal note.
 * - `date-reached`: the instant in a date-time field; for a date field 00:00 of that date in the measure's
 *   calendar zone.
 * - `changed` with `to`: only into one of these values. `set` / `cleared` / `first-set` tell the three
 *   ways apart; `left` takes the value that was given up.
 * `when` narrows any moment to issues in a state; it is asked of the state right after the entry.
 * `flag` is written on a cycle that this moment ended, e.g. "resolved without a reply".
 */
export type Moment = MomentKind & { readonly when?: Predicate; readonly flag?: string };

export type MomentKind =
  | { readonly on: 'created' }
  | { readonly on: 'entered-status'; readonly status: readonly Operand[] }
  | { readonly on: 'left-status'; readonly status: readonly Operand[] }
  | {
      readonly on: 'field';
      readonly field: FieldId;
      readonly change: 'set' | 'first-set' | 'cleared' | 'changed';
      /** Only with `set` and `changed`; empty or absent = any value. */
      readonly to?: readonly Operand[];
    }
  | { readonly on: 'commented'; readonly by: 'provider' | 'customer' | 'internal' }
  | { readonly on: 'date-reached'; readonly field: FieldId };
