import type { Mapping } from './mapping';
import type { LogCase } from './read-log';

/**
 * Field id -> text at a case's creation: what its first row records, and, where the creation lies before that
 * row, what the mapping says held then.
 */
export function initialValues({ created, rows }: LogCase, mapping: Mapping): Record<string, string> {
  const first = rows[0];
  const before = first !== undefined && created < first.at ? mapping.initial : {};
  return { ...first?.values, ...before };
}
