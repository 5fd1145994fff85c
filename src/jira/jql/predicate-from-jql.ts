import { JastBuilder, JQLSyntaxError, type Clause, type Jast } from '@atlaskit/jql-ast';
import type { FieldId } from '../../engine/field-value';
import { fieldsOf } from '../../engine/fields-of';
import { ALWAYS, type Predicate } from '../../engine/predicate';
import type { JiraNames } from './jira-names';
import { JqlFaults, placeOf, type JqlFault } from './jql-fault';
import { readClause } from './read-clause';

export type JqlReading =
  | {
      readonly ok: true;
      readonly predicate: Predicate;
      /** Fields the predicate reads, each once, sorted: what has to be asked of Jira. */
      readonly fields: readonly FieldId[];
    }
  | { readonly ok: false; readonly faults: readonly JqlFault[] };

/**
 * Turns JQL into a predicate that can be asked at any instant of an issue's history, or says everything
 * that stands in the way, each with its place in the text.
 *
 * Read as Jira reads it: names ignore case; `!=`, `not in` and `!~` are false for a field that is not set;
 * NOT turns the operators behind it round. An empty text is always true. Dates are UTC.
 *
 * predicateFromJql('priority = High', names)
 * //=> { ok: true, predicate: { op: 'in', field: 'priority', values: [{ id: '2' }] }, fields: ['priority'] }
 */
export function predicateFromJql(jql: string, names: JiraNames): JqlReading {
  const faults = new JqlFaults(jql);
  const jast = new JastBuilder().build(jql);
  const readable = noteSyntaxErrors(jast, jql, faults);
  const { query } = jast;
  const predicate = query?.where ? read(query.where, false, { names, faults, readable }) : ALWAYS;
  if (query?.orderBy) {
    const place = placeOf(query.orderBy);
    if (place !== null) faults.inClause(place);
    faults.add(place, 'A rule has no order.', 'Leave ORDER BY out.');
  }
  const found = faults.all();
  if (found.length > 0 || predicate === null) return { ok: false, faults: found };
  return { ok: true, predicate, fields: [...fieldsOf(predicate)].sort() };
}

interface Reading {
  readonly names: JiraNames;
  readonly faults: JqlFaults;
  /** Clauses that end after it stand behind a syntax error: what they mean is a guess. */
  readonly readable: number;
}

function read(clause: Clause, negated: boolean, reading: Reading): Predicate | null {
  switch (clause.clauseType) {
    case 'not':
      return read(clause.clause, !negated, reading);
    case 'compound': {
      const op = (clause.operator.value === 'and') === negated ? 'or' : 'and';
      const of: Predicate[] = [];
      let faulty = false;
      for (const inner of clause.clauses) {
        const predicate = read(inner, negated, reading);
        if (predicate === null) faulty = true;
        else if (predicate.op === op) of.push(...predicate.of);
        else of.push(predicate);
      }
      return faulty ? null : { op, of };
    }
    case 'terminal':
      if ((clause.position?.[1] ?? 0) > reading.readable) return null;
      return readClause(clause, negated, reading.names, reading.faults);
  }
}

/** Notes them and says where the first one stands. */
function noteSyntaxErrors(jast: Jast, jql: string, faults: JqlFaults): number {
  const whole = { start: 0, end: jql.length };
  let first = Infinity;
  for (const error of jast.errors) {
    const start = error instanceof JQLSyntaxError ? error.start : 0;
    const place = { start, end: error instanceof JQLSyntaxError ? Math.max(error.stop, start) : jql.length };
    first = Math.min(first, start);
    faults.inClause(whole);
    const { reason, remedy } = syntaxProblem(faults.text(place), faults.text({ start: 0, end: start }));
    faults.add(place, reason, remedy);
  }
  return first;
}

function syntaxProblem(piece: string, before: string): { readonly reason: string; readonly remedy: string } {
  if (piece.trim() === '') {
    return {
      reason: 'Something is missing here: the JQL is not complete.',
      remedy: 'Complete the clause or leave it out.',
    };
  }
  if (/\bis(\s+not)?\s+$/i.test(before)) {
    return { reason: 'IS and IS NOT go with EMPTY only.', remedy: 'Use = or != for a value.' };
  }
  const remedy = /^["']/.test(piece)
    ? 'Close the quotes; inside them write a backslash before a quote.'
    : 'Put names and values with spaces or special characters in quotes; join clauses by AND or OR.';
  return { reason: `JQL does not allow “${piece}” here.`, remedy };
}
