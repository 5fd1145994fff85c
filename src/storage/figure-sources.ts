import { BlockFilter } from './block-filter';
import { int } from './column';
import {
  allOf,
  among,
  equals,
  filterClause,
  noneAmong,
  scopeClause,
  type Clause,
  type FigureScope,
} from './figure-scope';
import { dirtyDays } from './rollup-dirty';
import { select } from './statement';

/** Where the figures of a scope are read: of its clean days from roll-ups, of the others from the rows. */
export interface FigureSources {
  /** Days whose roll-ups hold, all cycles of them. */
  readonly rollups: Clause;
  /** In report_cells, of these days the fewest cycles that hold all that pass; `filter`: which of them do. */
  readonly cells: Clause;
  readonly filter: BlockFilter;
  /** Where what passes is added up; null = only the cells tell. `isWhole`: it is all cycles. */
  readonly sums: { readonly table: 'day_rollup' | 'report_cells'; readonly clause: Clause } | null;
  readonly isWhole: boolean;
  /** Rows of the other days that pass the filter; null = there are no such days. */
  readonly facts: Clause | null;
  /** The days that are read from the rows, in order. */
  readonly liveDays: readonly number[];
}

const OF_ALL = allOf(equals('dimension', ''), equals('code', 0));

async function fewestCells(
  all: BlockFilter,
  rollups: Clause,
): Promise<Pick<FigureSources, 'cells' | 'filter'>> {
  if (all.passesAll) return { cells: allOf(OF_ALL, rollups), filter: all };
  const choices = all.byValue().map(({ value, filter }) => ({ cells: allOf(value, rollups), filter }));
  const [first, ...others] = choices;
  if (first && others.length === 0) return first;
  const counted = await Promise.all(
    choices.map(async (choice) => ({ ...choice, cycles: await cyclesIn(choice.cells) })),
  );
  return counted.reduce((fewest, choice) => (choice.cycles < fewest.cycles ? choice : fewest));
}

async function cyclesIn({ where, params }: Clause): Promise<number> {
  const [row = {}] = await select(
    `SELECT COALESCE(SUM(cycles), 0) AS cycles FROM report_cells WHERE ${where}`,
    params,
  );
  return int(row, 'cycles');
}

/** Which days of a scope are read from roll-ups and which from the rows. */
export async function figureSources(scope: FigureScope): Promise<FigureSources> {
  const whole = scopeClause(scope);
  const [dirty, all] = await Promise.all([
    dirtyDays(scope.projectId, scope.fromDay, scope.toDay),
    BlockFilter.of(scope),
  ]);
  const rollups = allOf(whole, noneAmong('decided_day', dirty));
  const { cells, filter } = await fewestCells(all, rollups);
  const isWhole = all.passesAll;
  return {
    rollups,
    cells,
    filter,
    sums: isWhole
      ? { table: 'day_rollup', clause: rollups }
      : filter.passesAll
        ? { table: 'report_cells', clause: cells }
        : null,
    isWhole,
    facts: dirty.length === 0 ? null : allOf(whole, filterClause(scope.filter), among('decided_day', dirty)),
    liveDays: dirty,
  };
}
