import { BlockFilter } from './block-filter';
import {
  allOf,
  among,
  filterClause,
  noneAmong,
  scopeClause,
  type Clause,
  type FigureScope,
} from './figure-scope';
import { dirtyDays } from './rollup-dirty';

/** Where the figures of a scope are read. No day is in both. */
export interface FigureSources {
  /** Days whose roll-ups hold; which of their cycles pass is told by their columns. */
  readonly rollups: Clause;
  readonly filter: BlockFilter;
  /** Rows of the other days that pass the filter; null = there are no such days. */
  readonly facts: Clause | null;
  /** The days that are read from the rows, in order. */
  readonly liveDays: readonly number[];
}

/** Which days of a scope are read from roll-ups and which from the rows. */
export async function figureSources(scope: FigureScope): Promise<FigureSources> {
  const whole = scopeClause(scope);
  const [dirty, filter] = await Promise.all([
    dirtyDays(scope.projectId, scope.fromDay, scope.toDay),
    BlockFilter.of(scope),
  ]);
  return {
    rollups: allOf(whole, noneAmong('decided_day', dirty)),
    filter,
    facts: dirty.length === 0 ? null : allOf(whole, filterClause(scope.filter), among('decided_day', dirty)),
    liveDays: dirty,
  };
}
