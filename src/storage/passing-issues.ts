import type { Millis } from '../engine/instant';
import type { BlockFilter } from './block-filter';
import { int, text } from './column';
import type { ColumnName } from './cycle-columns';
import { ElapsedColumn } from './elapsed-column';
import { EntryReader } from './entry-column';
import { ENDINGS, type Ending } from './figure-counts';
import { allOf, among, type Clause, type FigureScope } from './figure-scope';
import { figureSources } from './figure-sources';
import { FixedColumn } from './fixed-digits';
import { codedValues } from './report-value';
import { cellsOf, rollupBlocks, type RollupBlock } from './rollup-block';
import { select } from './statement';

/** A day on which cycles pass, how many at least, and of which issues. */
export interface PassingDay {
  readonly day: number;
  readonly cycles: number;
  readonly issueIds: ReadonlySet<string>;
}

/** What a cycle must be, as columns tell it; `clause` says the same of rows. */
export interface CycleCondition {
  readonly ending: (ending: Ending) => boolean;
  /** Net, `to` exclusive. */
  readonly times?: { readonly from: Millis; readonly to: Millis } | undefined;
  /** An exclusion that took time from it, or left it out. */
  readonly exclusionId?: string | undefined;
  readonly clause: Clause;
}

/** The days of a scope on which cycles pass its filter and the condition, the newest first. */
export async function passingDays(
  scope: FigureScope,
  condition: CycleCondition,
): Promise<readonly PassingDay[]> {
  const { cells, facts, filter } = await figureSources(scope);
  const days = new Map<number, { cycles: number; issueIds: Set<string> }>();
  const add = (day: number, issueId: string) => {
    const own = days.get(day) ?? { cycles: 0, issueIds: new Set<string>() };
    days.set(day, own);
    own.cycles++;
    own.issueIds.add(issueId);
  };
  await Promise.all([
    addFromColumns(scope, cells, filter, condition, add),
    facts === null ? null : addFromFacts(facts, condition, add),
  ]);
  return [...days].map(([day, own]) => ({ day, ...own })).sort((a, b) => b.day - a.day);
}

type Add = (day: number, issueId: string) => void;

/** First on which days there are any, for what few pass: the ids of issues are much longer than all that is looked at. */
async function addFromColumns(
  scope: FigureScope,
  cells: Clause,
  filter: BlockFilter,
  condition: CycleCondition,
  add: Add,
): Promise<void> {
  const days = new Set<number>();
  await seeColumns(scope, cells, filter, condition, [], ({ day }) => days.add(day));
  if (days.size === 0) return;
  const some = allOf(cells, among('decided_day', [...days]));
  await seeColumns(scope, some, filter, condition, ['issue'], (block, place) =>
    add(block.day, String(new FixedColumn(cellsOf(block, 'issue')).at(place))),
  );
}

/** Shows each cycle that passes, in blocks that have some `further` columns. */
async function seeColumns(
  { projectId, levels }: FigureScope,
  cells: Clause,
  filter: BlockFilter,
  { ending, times, exclusionId }: CycleCondition,
  further: readonly ColumnName[],
  see: (block: RollupBlock, place: number) => void,
): Promise<void> {
  const ends = ENDINGS.map(ending);
  const [blocks, clauses] = await Promise.all([
    rollupBlocks(cells, [
      'ending',
      ...further,
      ...filter.columns,
      ...(times ? (['elapsed'] as const) : []),
      ...(exclusionId === undefined ? [] : (['clause'] as const)),
    ]),
    exclusionId === undefined ? [] : codedValues(projectId, { kind: 'clause', levels, value: exclusionId }),
  ]);
  for (const block of blocks) {
    const endings = new FixedColumn(cellsOf(block, 'ending'));
    const elapsed = times && new ElapsedColumn(cellsOf(block, 'elapsed'));
    const code = clauses.find(({ securityLevelId }) => securityLevelId === block.securityLevelId)?.code;
    const bears =
      exclusionId === undefined ? null : bearersOf(cellsOf(block, 'clause'), code, endings.length);
    for (const place of filter.placesIn(block, endings.length)) {
      const end = endings.at(place);
      if (!ends[end] || (bears && bears[place] !== 1)) continue;
      if (times && elapsed) {
        const ms = elapsed.at(place);
        if (ms === null || ms < times.from || ms >= times.to) continue;
      }
      see(block, place);
    }
  }
}

/** By place, 1 where the entries have the code. */
function bearersOf(entries: string, wanted: number | undefined, cycles: number): Uint8Array {
  const bears = new Uint8Array(cycles);
  if (wanted === undefined) return bears;
  const reader = new EntryReader(entries);
  for (let place = 0; place < cycles; place++)
    reader.next((code) => {
      if (code === wanted) bears[place] = 1;
    });
  return bears;
}

/** Some fifty bytes each. */
const ROWS_PER_ANSWER = 20_000;

async function addFromFacts(facts: Clause, condition: CycleCondition, add: Add): Promise<void> {
  const { where, params } = allOf(facts, condition.clause);
  for (let offset = 0; ; offset += ROWS_PER_ANSWER) {
    const rows = await select(
      `SELECT decided_day, issue_id FROM cycle_fact WHERE ${where}
        ORDER BY issue_id, agreement_id, measure_id, cycle_number LIMIT ? OFFSET ?`,
      [...params, ROWS_PER_ANSWER, offset],
    );
    for (const row of rows) add(int(row, 'decided_day'), text(row, 'issue_id'));
    if (rows.length < ROWS_PER_ANSWER) return;
  }
}
