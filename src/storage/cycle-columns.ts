import { COLUMN_OF_FACET, DIMENSIONS, type Dimension, type Facet } from './figure-scope';

/**
 * What is told of cycles, a text a column.
 *
 * | column | of each cycle |
 * |---|---|
 * | a facet | the code of its value |
 * | `ending` | its place in `ENDINGS` of figure-counts |
 * | `elapsed` | net, ms, as elapsed-column has it |
 * | `excluded`, `late` | ms, of those cycles alone that have any |
 * | `hour` | of its verdict, 0..23 |
 * | `issue` | the id of its issue |
 * | `clause` | by code of the exclusion, ms taken out |
 * | `holder` | by code of the holder, working ms: with `elapsed` and `excluded` as their total |
 *
 * And of all of them together, in the first part: `hour-sum`, breaches by `hourOfWeek`; `holder-sum`, ms by holder;
 * `clause-sum`, what `CLAUSE_FIGURES` names by clause. And of those of one value, where they are many
 * (`CYCLES_WITH_WAITING_SUMS`): by each other dimension, as waiting-sums has it, working and waited ms.
 */
export type ColumnName = CycleColumn | SumColumn | WaitingColumn;
export type CycleColumn = NumberColumn | 'elapsed' | 'holder' | 'clause';
/** Where one number tells a cycle. */
export type NumberColumn = Facet | 'ending' | 'excluded' | 'hour' | 'late' | 'issue';
export type SumColumn = 'hour-sum' | 'holder-sum' | 'clause-sum';
export type WaitingColumn = `${Dimension}-waiting`;

export const FACETS = Object.keys(COLUMN_OF_FACET) as readonly Facet[];
export const WAITING_COLUMNS = DIMENSIONS.map((dimension): WaitingColumn => `${dimension}-waiting`);
/** What more questions ask stands first. */
export const COLUMNS: readonly ColumnName[] = [
  'ending',
  ...FACETS,
  'elapsed',
  'excluded',
  'hour',
  'late',
  'issue',
  'clause',
  'holder',
  'hour-sum',
  'holder-sum',
  'clause-sum',
  ...WAITING_COLUMNS,
];
export const ENTRY_COLUMNS: readonly ColumnName[] = [
  'holder',
  'clause',
  'hour-sum',
  'holder-sum',
  'clause-sum',
];

/** What it is called in its table. */
export function columnOf(name: string): string {
  return name.replaceAll('-', '_');
}
