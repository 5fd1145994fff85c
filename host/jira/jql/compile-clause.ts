import type { Clause, Field, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { JqlFault } from './jql-fault';
import type { Scalar, SearchField, Test } from './search-field';
import { UNRESOLVED } from './system-fields';

/** What an operand list stands for. */
interface Wanted {
  readonly values: readonly Scalar[];
  readonly empty: boolean;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/**
 * A clause -> a test of an issue. `not` is pushed down to the operators as Jira does, so that a negation never
 * finds issues whose field is empty. Throws `JqlFault`.
 */
export function compileClause(clause: Clause, find: (field: Field) => SearchField, negated = false): Test {
  if (clause.clauseType === 'not') return compileClause(clause.clause, find, !negated);
  if (clause.clauseType === 'compound') {
    const tests = clause.clauses.map((one) => compileClause(one, find, negated));
    const all = (clause.operator.value === 'and') !== negated;
    return all ? (issue) => tests.every((test) => test(issue)) : (issue) => tests.some((test) => test(issue));
  }
  return compileTerminal(clause, find(clause.field), negated);
}

function compileTerminal(clause: TerminalClause, field: SearchField, negated: boolean): Test {
  const given = clause.operator?.value ?? '';
  const refuse = (): never => {
    throw new JqlFault(`The operator '${given}' is not supported by the '${field.name}' field.`);
  };
  const operator = OPPOSITE[given] === undefined ? refuse() : negated ? (OPPOSITE[given] ?? '') : given;
  const { operand } = clause;
  if (!operand) return refuse();
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
    case '!=':
    case 'not in':
    case 'is not': {
      const wanted = wantedBy(operand, field, given);
      const positive = operator === '=' || operator === 'in' || operator === 'is';
      return positive ? hasAny(field, wanted) : hasNone(field, wanted);
    }
    case '~':
    case '!~': {
      if (!field.like || operand.operandType !== 'value') return refuse();
      const test = field.like(operand.value);
      return operator === '~' ? test : (issue) => field.read(issue).length > 0 && !test(issue);
    }
    default: {
      const { rank } = field;
      if (!rank || !field.resolve) return refuse();
      const [limit] = wantedBy(operand, field, given).values;
      if (limit === undefined) return refuse();
      const border = rank(limit);
      const fits = comparison(operator);
      return (issue) => field.read(issue).some((value) => fits(rank(value), border));
    }
  }
}

function comparison(operator: string): (a: Scalar, b: Scalar) => boolean {
  switch (operator) {
    case '<':
      return (a, b) => a < b;
    case '<=':
      return (a, b) => a <= b;
    case '>':
      return (a, b) => a > b;
    default:
      return (a, b) => a >= b;
  }
}

function wantedBy(operand: Operand, field: SearchField, operator: string): Wanted {
  switch (operand.operandType) {
    case 'list': {
      const parts = operand.values.map((one) => wantedBy(one, field, operator));
      return { values: parts.flatMap((part) => part.values), empty: parts.some((part) => part.empty) };
    }
    case 'keyword':
      return { values: [], empty: true };
    case 'function': {
      const name = operand.function.value;
      if (!field.call)
        throw new JqlFault(`Unable to find JQL function '${name}()' for the field '${field.name}'.`);
      const args = operand.arguments.map((argument) => argument.value);
      return { values: field.call(name, args), empty: false };
    }
    case 'value': {
      if (!field.resolve || /^is/.test(operator)) {
        throw new JqlFault(`The operator '${operator}' is not supported by the '${field.name}' field.`);
      }
      const values = field.resolve(operand.value);
      const unresolved = values.includes(UNRESOLVED);
      return { values: values.filter((value) => value !== UNRESOLVED), empty: unresolved };
    }
  }
}

function sameAs(field: SearchField, wanted: readonly Scalar[]): (value: Scalar) => boolean {
  const { same } = field;
  if (same) return (value) => wanted.some((one) => same(value, one));
  const set = new Set(wanted);
  return (value) => set.has(value);
}

function hasAny(field: SearchField, wanted: Wanted): Test {
  const equal = sameAs(field, wanted.values);
  return (issue) => {
    const values = field.read(issue);
    return values.length === 0 ? wanted.empty : values.some(equal);
  };
}

/** Neither one of the values nor, whatever was asked, empty. */
function hasNone(field: SearchField, wanted: Wanted): Test {
  const equal = sameAs(field, wanted.values);
  return (issue) => {
    const values = field.read(issue);
    return values.length > 0 && !values.some(equal);
  };
}
