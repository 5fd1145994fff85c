import type { Predicate } from '../../engine/predicate';
import type { FieldClause, JqlValue } from './clause-of-field';
import { readJqlDate } from './jql-date';

type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A clause over a number, a date or a date-time. */
export function comparedClause(clause: FieldClause): Predicate | null {
  const { operator, field, values, withEmpty } = clause;
  switch (operator) {
    case 'is':
      return { op: 'empty', field };
    case 'is not':
      return { op: 'not-empty', field };
    case '~':
    case '!~':
      return clause.faults.add(
        clause.operatorPlace,
        `“${clause.fieldText}” holds ${clause.kind === 'number' ? 'a number' : 'a date'}: it has no words to look for.`,
        'Use = != < <= > >=, in or not in, is EMPTY or is not EMPTY.',
      );
    case '=':
    case 'in': {
      const any = values.map((value) => compared(clause, value, '='));
      const empty: Predicate[] = withEmpty ? [{ op: 'empty', field }] : [];
      return join('or', empty, any);
    }
    case '!=':
    case 'not in': {
      const none = values.map((value) => compared(clause, value, '!='));
      if (none.length === 0) return { op: 'not-empty', field };
      return join('and', [], none);
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [value] = values;
      if (value === undefined) {
        return clause.faults.add(
          clause.operatorPlace,
          'Nothing is before or after EMPTY.',
          'Write is EMPTY.',
        );
      }
      return compared(clause, value, operator);
    }
  }
}

function join(op: 'and' | 'or', first: Predicate[], rest: readonly (Predicate | null)[]): Predicate | null {
  const of = [...first];
  for (const one of rest) {
    if (one === null) return null;
    of.push(one);
  }
  const [only] = of;
  return of.length === 1 && only ? only : { op, of };
}

function compared(clause: FieldClause, value: JqlValue, relation: Relation): Predicate | null {
  const { field } = clause;
  if (clause.kind === 'date') {
    const instant = readJqlDate(clause, value);
    return instant === null ? null : { op: 'date', field, relation, value: instant };
  }
  const number = value.text.trim() === '' ? NaN : Number(value.text);
  if (Number.isFinite(number)) return { op: 'number', field, relation, value: number };
  return clause.faults.add(value, `“${value.text}” is not a number.`, 'Write a number, such as 10 or 2.5.');
}
