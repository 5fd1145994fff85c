import type { FieldId } from './field-value';
import type { Predicate } from './predicate';

/** The fields a predicate asks for, each once. */
export function fieldsOf(predicate: Predicate, into = new Set<FieldId>()): ReadonlySet<FieldId> {
  switch (predicate.op) {
    case 'always':
      return into;
    case 'and':
    case 'or':
      for (const inner of predicate.of) fieldsOf(inner, into);
      return into;
    case 'not':
      return fieldsOf(predicate.of, into);
    default:
      return into.add(predicate.field);
  }
}
