import {
  allOf,
  among,
  equals,
  filterClause,
  filtersSet,
  scopeClause,
  type Clause,
  type Facet,
  type FigureScope,
} from './figure-scope';
import { dirtyDays } from './rollup-dirty';

/** Where the figures of a scope are read; null = nothing is to be read there. No day is in both. */
export interface FigureSources {
  readonly rollups: Clause | null;
  readonly facts: Clause | null;
  /** Days read from the rows. */
  readonly liveDays: number;
}

/**
 * Which days of a scope are read from roll-ups and which from the rows. Roll-ups are kept by one dimension: a
 * second one at once is only in the rows.
 */
export async function figureSources(scope: FigureScope, by?: Facet): Promise<FigureSources> {
  const whole = scopeClause(scope);
  const filter = filterClause(scope.filter);
  const set = filtersSet(scope.filter);
  const facets = new Set([...set.map(([facet]) => facet), ...(by === undefined ? [] : [by])]);
  if (facets.size > 1)
    return { rollups: null, facts: allOf(whole, filter), liveDays: scope.toDay - scope.fromDay + 1 };

  const dirty = await dirtyDays(scope.projectId, scope.fromDay, scope.toDay);
  const [facet = ''] = facets;
  const value = facet === '' ? '' : set[0]?.[1];
  return {
    rollups: allOf(whole, equals('facet', facet), equals('facet_value', value), noneOf(dirty)),
    facts: dirty.length === 0 ? null : allOf(whole, filter, among('decided_day', dirty)),
    liveDays: dirty.length,
  };
}

function noneOf(days: readonly number[]): Clause | null {
  if (days.length === 0) return null;
  const { where, params } = among('decided_day', days);
  return { where: `NOT (${where})`, params };
}
