import type { Operand, Predicate } from '../../engine/predicate';
import { operandsOf } from './choice-values';
import type { FieldClause, JqlValue } from './clause-of-field';

/** A clause over a field whose values are picked from a list: status, user, option, label … */
export function choiceClause(clause: FieldClause): Predicate | null {
  const { operator } = clause;
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return oneOf(clause);
    case '!=':
    case 'not in':
    case 'is not':
      return noneOf(clause);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return clause.kind === 'priority' ? byRank(clause, operator) : refuse(clause);
    case '~':
    case '!~':
      return refuse(clause);
  }
}

function oneOf(clause: FieldClause): Predicate | null {
  const read = readValues(clause);
  if (read === null) return null;
  const { operands, withEmpty } = read;
  const field = stateField(clause);
  const empty: Predicate = { op: 'empty', field };
  if (operands.length === 0 && withEmpty) return empty;
  const among: Predicate = { op: 'in', field, values: operands };
  return withEmpty ? { op: 'or', of: [empty, among] } : among;
}

/** Never true of a field that is not set, so EMPTY among the values adds nothing to other ones. */
function noneOf(clause: FieldClause): Predicate | null {
  const read = readValues(clause);
  if (read === null) return null;
  const { operands, withEmpty } = read;
  const field = stateField(clause);
  if (operands.length === 0 && withEmpty) return { op: 'not-empty', field };
  return { op: 'not-in', field, values: operands };
}

interface ReadValues {
  readonly operands: readonly Operand[];
  readonly withEmpty: boolean;
}

function readValues(clause: FieldClause): ReadValues | null {
  const operands: Operand[] = [];
  let { withEmpty } = clause;
  let faulty = false;
  for (const value of clause.values) {
    if (isUnresolved(clause, value)) withEmpty = true;
    else {
      const found = operandsOf(clause, value);
      if (found === null) faulty = true;
      else operands.push(...found);
    }
  }
  return faulty ? null : { operands: distinct(operands), withEmpty };
}

/** Jira's word for "no resolution", unless a resolution is called that. */
function isUnresolved({ kind, names }: FieldClause, { text }: JqlValue): boolean {
  const isWord = (word: string) => word.toLowerCase() === 'unresolved';
  return kind === 'resolution' && isWord(text) && !names.resolutions?.some(({ name }) => isWord(name));
}

/** Priorities above or below one, highest first in the list of the site. */
function byRank(clause: FieldClause, operator: '<' | '<=' | '>' | '>='): Predicate | null {
  const { names, faults, field, values } = clause;
  const [value] = values;
  if (value === undefined) return refuse(clause);
  if (names.priorities === null) {
    return faults.add(
      clause.operatorPlace,
      'Which priority is higher only Jira can tell, and this log does not come from Jira.',
      'Name the priorities: priority in (…).',
    );
  }
  const operands = operandsOf(clause, value);
  if (operands === null) return null;
  const ranks = operands.map((operand) => names.priorities?.findIndex(({ id }) => id === operand.id) ?? -1);
  const isWanted = (rank: number) =>
    ranks.some((pivot) => {
      if (rank === pivot) return operator === '<=' || operator === '>=';
      return rank < pivot ? operator === '>' || operator === '>=' : operator === '<' || operator === '<=';
    });
  const wanted = names.priorities.filter((_, rank) => isWanted(rank));
  return { op: 'in', field, values: wanted.map(({ id }) => ({ id })) };
}

/** A status category is no field of the history: its statuses are asked for. */
function stateField({ kind, field }: FieldClause): string {
  return kind === 'status-category' ? 'status' : field;
}

function distinct(operands: readonly Operand[]): readonly Operand[] {
  const seen = new Set<string>();
  return operands.filter((operand) => {
    const key = JSON.stringify([operand.id, operand.text]);
    return seen.has(key) ? false : seen.add(key);
  });
}

function refuse(clause: FieldClause): null {
  const ranked = clause.kind === 'priority' ? ', < <= > >=' : '';
  return clause.faults.add(
    clause.operatorPlace,
    `“${clause.fieldText}” cannot be asked with “${clause.operatorText}”: its values are picked from a list.`,
    `Use = or !=, in or not in, is EMPTY or is not EMPTY${ranked}.`,
  );
}
