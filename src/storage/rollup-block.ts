import { int, text } from './column';
import { columnOf, ENTRY_COLUMNS, WAITING_COLUMNS, type ColumnName } from './cycle-columns';
import { daySpans } from './day-span';
import { allOf, type Clause } from './figure-scope';
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
/** At most, a cycle. */
const CHARACTERS_OF_CELL = 8;
export const CHARACTERS_OF_CODE = 3;
/** Of each cycle a code and two times, at most. */
const CHARACTERS_OF_WAITING = 22;
/** Of a row, that may hold one cycle: what it belongs to, and the names of its columns. */
const [CHARACTERS_OF_KEY, CHARACTERS_OF_NAME] = [250, 25];
const NUMBERS: readonly ColumnName[] = ['issue', 'elapsed', 'late', 'excluded'];

/** What `cells` holds of report_cells, in as many answers as it needs. */
export async function rollupBlocks(
  cells: Clause,
  names: readonly ColumnName[],
): Promise<readonly RollupBlock[]> {
  const spans = await spansOf(cells, names);
  const answers = await Promise.all(spans.map((span) => blocksOf(allOf(cells, span), names)));
  return answers.flat();
}

/** A column that was asked for. */
export function cellsOf({ cells }: Pick<RollupBlock, 'cells'>, name: ColumnName): string {
  const found = cells[name];
  if (found === undefined) throw new Error(`The roll-ups of a day have no column ${name}`);
  return found;
}

async function spansOf({ where, params }: Clause, names: readonly ColumnName[]): Promise<readonly Clause[]> {
  const days = await select(
    `SELECT decided_day, COUNT(*) AS blocks, SUM(cycles) AS cycles, SUM(entry_chars) AS entry_chars FROM report_cells
      WHERE ${where} GROUP BY decided_day ORDER BY decided_day`,
    params,
  );
  const charactersOf = charactersOfBlocks(names);
  return daySpans(
    days.map((row) => ({ day: int(row, 'decided_day'), cost: charactersOf(row, int(row, 'blocks')) })),
    CHARACTERS_PER_ANSWER,
  );
}

/** What an answer with these columns holds at most: of blocks whose `cycles` and `entry_chars` a row adds up. */
export function charactersOfBlocks(names: readonly ColumnName[]): (row: Row, blocks: number) => number {
  const cells = names.filter((name) => !ENTRY_COLUMNS.includes(name));
  const perBlock = CHARACTERS_OF_KEY + names.length * CHARACTERS_OF_NAME;
  const perCycle = cells.reduce((sum, name) => sum + charactersOf(name), 0);
  const withEntries = cells.length < names.length;
  return (row, blocks) =>
    blocks * perBlock + int(row, 'cycles') * perCycle + (withEntries ? int(row, 'entry_chars') : 0);
}

/** At most, of each cycle. */
function charactersOf(name: ColumnName): number {
  if ((WAITING_COLUMNS as readonly ColumnName[]).includes(name)) return CHARACTERS_OF_WAITING;
  return NUMBERS.includes(name) ? CHARACTERS_OF_CELL : CHARACTERS_OF_CODE;
}

async function blocksOf(
  { where, params }: Clause,
  names: readonly ColumnName[],
): Promise<readonly RollupBlock[]> {
  const columns = names.map((name) => [name, columnOf(name)] as const);
  const rows = await select(
    `SELECT agreement_id, measure_id, decided_day, security_level_id, ${columns.map(([, column]) => column).join(', ')}
       FROM report_cells WHERE ${where}`,
    params,
  );
  return rows.map((row) => blockOf(row, columns));
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
