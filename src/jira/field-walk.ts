import { NOT_SET, type FieldId, type FieldValue } from '../engine/field-value';
import {
  LOGGED_BY_ELEMENT,
  fieldOfItem,
  valueFrom,
  valueTo,
  type LogStyle,
  type RawItem,
} from './changelog-item';
import { currentValue } from './current-value';
import { isAdf } from './adf-text';
import { hasItem, sameItem, sameValue } from './same-value';

/** One field's change, read backwards. */
export interface Step {
  readonly field: FieldId;
  readonly from: FieldValue;
  readonly to: FieldValue;
  /** What Jira logged as the new value where the newer chain says it was `to`; null = it chains. */
  readonly found: FieldValue | null;
}

/**
 * The values of an issue's fields while its log is read from the newest entry to the oldest. It begins with
 * the current values (Jira never logs those at creation); each item read takes its field one change back.
 * Where an item does not chain, the newer values are believed.
 */
export class FieldWalk {
  private readonly values = new Map<FieldId, FieldValue>();

  constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    key: string,
  ) {
    this.values.set('key', [{ id: null, text: key }]);
  }

  /** The value now reached; not set for a field nobody has given a value. */
  value(field: FieldId): FieldValue {
    return this.known(field) ?? NOT_SET;
  }

  /** Every field that was read or asked for so far. */
  reached(): ReadonlyMap<FieldId, FieldValue> {
    return this.values;
  }

  /** Takes the item's field back and says how; null when the item is not about a field's state. */
  back(item: RawItem): Step | null {
    const step = this.look(item);
    if (step !== null) this.values.set(step.field, step.from);
    return step;
  }

  /** As `back`, but changes nothing. */
  look(item: RawItem): Step | null {
    const field = fieldOfItem(item);
    if (field === null) return null;
    const raw = this.fields[field];
    const style = styleOf(field, raw);
    const from = valueFrom(item, style);
    const to = valueTo(item, style);
    if (from.length === 0 && to.length === 0) return null;
    const newer = this.known(field);
    if (LOGGED_BY_ELEMENT.has(field)) return elementStep(field, from, to, newer ?? NOT_SET);
    if (newer === undefined || isAdf(raw) || sameValue(to, newer)) return { field, from, to, found: null };
    return { field, from, to: newer, found: to };
  }

  private known(field: FieldId): FieldValue | undefined {
    let value = this.values.get(field);
    if (value === undefined && Object.hasOwn(this.fields, field)) {
      value = currentValue(this.fields[field]);
      this.values.set(field, value);
    }
    return value;
  }
}

/** `from` empty = added, `to` empty = removed, both = replaced, in the list that the newer chain holds. */
function elementStep(field: FieldId, from: FieldValue, to: FieldValue, newer: FieldValue): Step {
  const rest = newer.filter((item) => !hasItem(to, item));
  const before = [...rest, ...from.filter((item) => !hasItem(rest, item))];
  const chains = to.every((item) => hasItem(newer, item)) && !from.some((item) => hasItem(rest, item));
  return { field, from: before, to: newer, found: chains ? null : [...before.filter(isNot(from)), ...to] };
}

function isNot(value: FieldValue) {
  return (item: FieldValue[number]) => !value.some((other) => sameItem(item, other));
}

function styleOf(field: FieldId, raw: unknown): LogStyle {
  if (typeof raw === 'number') return 'number';
  if (field === 'labels') return 'words';
  return Array.isArray(raw) && (raw.length === 0 || typeof raw[0] === 'string') ? 'words' : 'plain';
}
