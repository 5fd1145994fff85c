import { NOT_SET, type FieldId, type FieldValue } from '../engine/field-value';
import { isAdf } from './adf-text';
import {
  LOGGED_BY_ELEMENT,
  fieldOfItem,
  valueFrom,
  valueTo,
  type LogStyle,
  type RawItem,
} from './changelog-item';
import { currentValue } from './current-value';
import { hasItem, sameItem, sameValue } from './same-value';

/** One field's change, read backwards. */
export interface Step {
  readonly field: FieldId;
  readonly from: FieldValue;
  readonly to: FieldValue;
  /** What Jira logged as the new value where the newer chain says it was `to`; null = it chains. */
  readonly found: FieldValue | null;
}

/** A field, and the value it has at the instant reached. */
interface Track {
  readonly field: FieldId;
  readonly style: LogStyle;
  /** null = unknown: the field was not asked for and nothing newer was logged. */
  value: FieldValue | null;
}

/**
 * The values of an issue's fields while its log is read from the newest entry to the oldest. It begins with
 * the current values (Jira never logs those at creation); each item read takes its field one change back.
 * Where an item does not chain, the newer values are believed.
 */
export class FieldWalk {
  private readonly tracks = new Map<FieldId, Track>();

  constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    key: string,
  ) {
    this.tracks.set('key', { field: 'key', style: 'plain', value: [{ id: null, text: key }] });
  }

  /** The value now reached; not set for a field nobody has given a value. */
  value(field: FieldId): FieldValue {
    return this.track(field).value ?? NOT_SET;
  }

  /** Every field that was read or asked for so far. */
  reached(): Iterable<FieldId> {
    return this.tracks.keys();
  }

  /** Takes the item's field back and says how; null when the item is not about a field's state. */
  back(item: RawItem): Step | null {
    const track = this.trackOf(item);
    if (track === null) return null;
    const step = this.lookAt(track, item);
    if (step !== null) track.value = step.from;
    return step;
  }

  /** As `back`, but changes nothing. */
  look(item: RawItem): Step | null {
    const track = this.trackOf(item);
    return track === null ? null : this.lookAt(track, item);
  }

  private lookAt({ field, style, value: newer }: Track, item: RawItem): Step | null {
    const from = named(valueFrom(item, style), newer);
    const to = named(valueTo(item, style), newer);
    if (from.length === 0 && to.length === 0) return null;
    if (style === 'by-element') return elementStep(field, from, to, newer ?? NOT_SET);
    // What a rich text reads like in the log cannot be compared with the document it is now.
    if (newer === null || style === 'rich' || sameValue(to, newer)) return { field, from, to, found: null };
    return { field, from, to: newer, found: to };
  }

  private trackOf(item: RawItem): Track | null {
    const { fieldId } = item;
    const known = typeof fieldId === 'string' ? this.tracks.get(fieldId) : undefined;
    if (known !== undefined) return known;
    const field = fieldOfItem(item);
    return field === null ? null : this.track(field);
  }

  private track(field: FieldId): Track {
    let track = this.tracks.get(field);
    if (track === undefined) {
      const raw = this.fields[field];
      const value = Object.hasOwn(this.fields, field) ? currentValue(raw) : null;
      track = { field, style: styleOf(field, raw), value };
      this.tracks.set(field, track);
    }
    return track;
  }
}

/** Names that the log does not tell (`[1, 2]` beside names with commas) are those the newer value knows. */
function named(value: FieldValue, newer: FieldValue | null): FieldValue {
  if (newer === null || value.every(({ id, text }) => id === null || text !== null)) return value;
  return value.map(({ id, text }) => ({
    id,
    text: text ?? newer.find((item) => item.id === id)?.text ?? null,
  }));
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
  if (LOGGED_BY_ELEMENT.has(field)) return 'by-element';
  if (typeof raw === 'number') return 'number';
  if (field === 'labels') return 'words';
  if (isAdf(raw)) return 'rich';
  return Array.isArray(raw) && (raw.length === 0 || typeof raw[0] === 'string') ? 'words' : 'plain';
}
