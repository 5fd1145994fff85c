import { JastBuilder, type Field, type OrderBy } from '@atlaskit/jql-ast';
import type { IndexedIssue } from '../search-index';
import { compileClause } from './compile-clause';
import { fieldFinder } from './find-field';
import { JqlFault } from './jql-fault';
import type { Asking, Scalar, SearchField, Test } from './search-field';

export interface Search {
  readonly test: Test;
  readonly compare: (a: IndexedIssue, b: IndexedIssue) => number;
}

const MOST_SORT_FIELDS = 7;

/** Parses and checks a query. Throws `JqlFault` with Jira's message, also for one without a restriction. */
export function compileSearch(jql: string, asking: Asking): Search {
  const { query, errors } = new JastBuilder().build(jql);
  const [fault] = errors;
  if (fault) throw new JqlFault(`Error in the JQL Query: ${fault.message}`);
  if (!query?.where) {
    throw new JqlFault(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  const find = fieldFinder(asking);
  return { test: compileClause(query.where, find), compare: compileOrder(query.orderBy, find) };
}

/** Ties, and queries without order, go newest first. */
function compileOrder(
  orderBy: OrderBy | void,
  find: (field: Field) => SearchField,
): (a: IndexedIssue, b: IndexedIssue) => number {
  const fields = orderBy ? orderBy.fields : [];
  if (fields.length > MOST_SORT_FIELDS) throw new JqlFault('JQL can be ordered by at most 7 fields.');
  const keys = fields.map((one) => {
    const field = find(one.field);
    if (field.unsortable) throw new JqlFault(`Field '${field.name}' does not support sorting.`);
    return { field, sign: one.direction?.value === 'DESC' ? -1 : 1 };
  });
  return (a, b) => {
    for (const { field, sign } of keys) {
      const order = sign * compareBy(field, a, b);
      if (order !== 0) return order;
    }
    return b.id - a.id;
  };
}

/** Empty values come last in ascending order. */
function compareBy(field: SearchField, a: IndexedIssue, b: IndexedIssue): number {
  const [left, right] = [sortKey(field, a), sortKey(field, b)];
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left < right ? -1 : 1;
}

function sortKey(field: SearchField, issue: IndexedIssue): Scalar | undefined {
  const [value] = field.read(issue);
  if (value === undefined) return undefined;
  const key = field.rank ?? field.order;
  return key ? key(value) : value;
}
