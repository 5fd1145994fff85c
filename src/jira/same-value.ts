import type { FieldItem, FieldValue } from '../engine/field-value';

/** Are two values the same value? By id where both have one, else by text; the order of items is ignored. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (a.length !== b.length) return false;
  if (a.length === 0) return true;
  const first = a[0];
  const other = b[0];
  if (a.length === 1 && first && other) return sameItem(first, other);
  return a.every((item) => hasItem(b, item));
}

export function hasItem(value: FieldValue, item: FieldItem): boolean {
  for (const other of value) if (sameItem(item, other)) return true;
  return false;
}

export function sameItem(a: FieldItem, b: FieldItem): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id || sameSecond(a.id, b.id);
  if (a.text === null || b.text === null) return false;
  return a.text === b.text || sameNumber(a.text, b.text);
}

/** Date-times in UTC whose log has lost the milliseconds. */
function sameSecond(a: string, b: string): boolean {
  return a.length === 24 && b.length === 24 && a.charCodeAt(23) === 90 && a.slice(0, 19) === b.slice(0, 19);
}

/** `14.0` is logged where the field holds 14. */
function sameNumber(a: string, b: string): boolean {
  const code = a.charCodeAt(0);
  return ((code >= 48 && code <= 57) || code === 45) && Number(a) === Number(b);
}
