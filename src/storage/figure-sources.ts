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
  /** In report_cells, of days whose roll-ups hold, the fewest cycles that hold all that pass; `filter`: which of them do. */
  readonly cells: Clause;
  readonly filter: BlockFilter;
  /** Where what passes of these days is added up; null = only the cells tell. */
  readonly sums: KeptSums | null;
  /** Rows of the other days that pass the filter; null = there are no such days. */
  readonly facts: Clause | null;
  /** The days that are read from the rows, in order. */
  readonly liveDays: readonly number[];
}

/** All cycles are in day_rollup, those of one value in report_cells. */
export interface KeptSums {
  readonly table: 'day_rollup' | 'report_cells';
  readonly clause: Clause;
}

type KeptSources = Pick<FigureSources, 'cells' | 'filter' | 'sums'>;

const OF_ALL = allOf(equals('dimension', ''), equals('code', 0));

async function keptSources(all: BlockFilter, rollups: Clause): Promise<KeptSources> {
  if (all.passesAll) {
    return { cells: allOf(OF_ALL, rollups), filter: all, sums: { table: 'day_rollup', clause: rollups } };
  }
  const choices = all.byValue().map(({ value, filter }) => ({ cells: allOf(value, rollups), filter }));
  const [first, ...others] = choices;
  if (first && others.length === 0) {
    return { ...first, sums: { table: 'report_cells', clause: first.cells } };
  }
  const counted = await Promise.all(
    choices.map(async (choice) => ({ ...choice, cycles: await cyclesIn(choice.cells) })),
  );
  const { cells, filter } = counted.reduce((fewest, choice) =>
    choice.cycles < fewest.cycles ? choice : fewest,
  );
  return { cells, filter, sums: null };
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
  return {
    ...(await keptSources(all, rollups)),
    facts: dirty.length === 0 ? null : allOf(whole, filterClause(scope.filter), among('decided_day', dirty)),
    liveDays: dirty,
  };
}
