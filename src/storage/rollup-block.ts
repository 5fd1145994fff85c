import { int, text } from './column';
import { daySpans } from './day-span';
import { allOf, type Clause } from './figure-scope';
import { columnOf, ENTRY_COLUMNS, type ColumnName } from './roll-up-day';
import { select, type Row } from './statement';

/** Some cycles of a day, a measure and a security level, with the columns that were asked for. */
export interface RollupBlock {
  readonly agreementId: string;
  readonly measureId: string;
  readonly day: number;
  readonly securityLevelId: string;
  readonly cells: Readonly<Partial<Record<ColumnName, string>>>;
}

/** Half of what one answer may hold. */
export const CHARACTERS_PER_ANSWER = 2_000_000;
/** At most, a cycle; the key of a row is far less than one column. */
const CHARACTERS_OF_CELL = 8;
export const CHARACTERS_OF_CODE = 3;
const NUMBERS: readonly ColumnName[] = ['issue', 'elapsed', 'late', 'excluded', 'waited', 'working'];

/** The blocks of the days that `rollups` holds, in as many answers as they need. */
export async function rollupBlocks(
  rollups: Clause,
  names: readonly ColumnName[],
): Promise<readonly RollupBlock[]> {
  const entries = names.filter((name) => isEntry(name));
  const cells = names.filter((name) => !isEntry(name));
  const spans = await spansOf(rollups, cells, entries.length > 0);
  const answers = await Promise.all(
    spans.map(async (span) => {
      const within = allOf(rollups, span);
      const [ofCells, ofEntries] = await Promise.all([
        cells.length > 0 ? blocksOf('report_cells', cells, within) : null,
        entries.length > 0 ? blocksOf('report_entries', entries, within) : null,
      ]);
      return ofCells && ofEntries ? joined(ofCells, ofEntries) : (ofCells ?? ofEntries ?? new Map());
    }),
  );
  return answers.flatMap((blocks: Blocks) => [...blocks.values()]);
}

/** A column that was asked for. */
export function cellsOf({ cells }: Pick<RollupBlock, 'cells'>, name: ColumnName): string {
  const found = cells[name];
  if (found === undefined) throw new Error(`The roll-ups of a day have no column ${name}`);
  return found;
}

function isEntry(name: ColumnName): boolean {
  return (ENTRY_COLUMNS as readonly ColumnName[]).includes(name);
}

async function spansOf(
  { where, params }: Clause,
  cells: readonly ColumnName[],
  withEntries: boolean,
): Promise<readonly Clause[]> {
  const days = await select(
    `SELECT decided_day, SUM(cycles) AS cycles, SUM(entry_chars) AS entry_chars FROM day_rollup
      WHERE ${where} GROUP BY decided_day ORDER BY decided_day`,
    params,
  );
  const perCycle = cells.reduce(
    (sum, name) => sum + (NUMBERS.includes(name) ? CHARACTERS_OF_CELL : CHARACTERS_OF_CODE),
    0,
  );
  const costs = days.map((row) => ({
    day: int(row, 'decided_day'),
    cost: Math.max(int(row, 'cycles') * perCycle, withEntries ? int(row, 'entry_chars') : 0),
  }));
  return daySpans(costs, CHARACTERS_PER_ANSWER);
}

type Blocks = ReadonlyMap<string, RollupBlock>;

async function blocksOf(
  table: 'report_cells' | 'report_entries',
  names: readonly ColumnName[],
  { where, params }: Clause,
): Promise<Blocks> {
  const columns = names.map((name) => [name, columnOf(name)] as const);
  const rows = await select(
    `SELECT agreement_id, measure_id, decided_day, security_level_id, part, ${columns.map(([, column]) => column).join(', ')}
       FROM ${table} WHERE ${where}`,
    params,
  );
  return new Map(rows.map((row) => [placeOf(row), blockOf(row, columns)]));
}

function placeOf(row: Row): string {
  const [agreementId, measureId] = [text(row, 'agreement_id'), text(row, 'measure_id')];
  const [day, part, level] = [int(row, 'decided_day'), int(row, 'part'), text(row, 'security_level_id')];
  return `${day} ${part} ${level} ${measureId} ${agreementId}`;
}

function blockOf(row: Row, columns: readonly (readonly [ColumnName, string])[]): RollupBlock {
  const cells: Partial<Record<ColumnName, string>> = {};
  for (const [name, column] of columns) cells[name] = text(row, column);
  return {
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    day: int(row, 'decided_day'),
    securityLevelId: text(row, 'security_level_id'),
    cells,
  };
}

/** A day that is being made anew may have one table's row and not the other's yet: then it is dirty again. */
function joined(cells: Blocks, entries: Blocks): Blocks {
  const both = new Map<string, RollupBlock>();
  for (const [place, block] of cells) {
    const other = entries.get(place);
    if (other) both.set(place, { ...block, cells: { ...block.cells, ...other.cells } });
  }
  return both;
}
