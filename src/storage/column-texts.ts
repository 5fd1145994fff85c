import type { CodedCycle } from './coded-cycle';
import type { CycleColumn, NumberColumn } from './cycle-columns';
import { elapsedColumn } from './elapsed-column';
import { entryColumn } from './entry-column';
import { fixedColumn } from './fixed-digits';
import { sparseColumn } from './sparse-column';

const WRITERS: Readonly<Record<CycleColumn, (cycles: readonly CodedCycle[]) => string>> = {
  ending: digits('ending'),
  priority: digits('priority'),
  'request-type': digits('request-type'),
  organization: digits('organization'),
  assignee: digits('assignee'),
  stratum: digits('stratum'),
  elapsed: (cycles) => elapsedColumn(cycles.map(({ elapsed }) => elapsed)),
  excluded: (cycles) => sparseColumn(cycles.map(({ excluded }) => excluded || null)),
  hour: digits('hour'),
  late: (cycles) => sparseColumn(cycles.map(({ late }) => late || null)),
  issue: digits('issue'),
  clause: (cycles) => entryColumn(cycles.map(({ clause }) => clause)),
  holder: (cycles) => entryColumn(cycles.map(({ holder }) => holder)),
};

function digits(name: NumberColumn): (cycles: readonly CodedCycle[]) => string {
  return (cycles) => fixedColumn(cycles.map((cycle) => cycle[name]));
}

const CYCLE_COLUMNS = Object.keys(WRITERS) as readonly CycleColumn[];
/** What is asked for only with a filter: without one, its sums are. */
const ONLY_WITH_FILTER: readonly CycleColumn[] = ['excluded', 'hour', 'holder'];
export const COLUMNS_OF_ALL: ReadonlySet<CycleColumn> = new Set(
  CYCLE_COLUMNS.filter((name) => !ONLY_WITH_FILTER.includes(name)),
);
export const COLUMNS_OF_VALUE: ReadonlySet<CycleColumn> = new Set(CYCLE_COLUMNS);

export function columnsOf(
  cycles: readonly CodedCycle[],
  names: ReadonlySet<CycleColumn>,
): Readonly<Record<CycleColumn, string>> {
  return Object.fromEntries(
    CYCLE_COLUMNS.map((name) => [name, names.has(name) ? WRITERS[name](cycles) : '']),
  ) as Record<CycleColumn, string>;
}
