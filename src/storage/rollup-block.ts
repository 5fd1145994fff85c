import { int, text } from './column';
import { allOf, among, type Clause } from './figure-scope';
import type { ColumnName } from './roll-up-day';
import { select } from './statement';

/** Some cycles of a day, a measure and a security level, with the columns that were asked for. */
export interface RollupBlock {
  readonly agreementId: string;
  readonly measureId: string;
  readonly day: number;
  readonly securityLevelId: string;
  readonly cells: ReadonlyMap<ColumnName, string>;
}

/** Half of what one answer may hold. */
const CHARACTERS_PER_ANSWER = 2_000_000;
/** At most, of any column but those of entries and sums: eight digits and what a row costs. */
const CHARACTERS_OF_NUMBER = 8;
const LONG: readonly ColumnName[] = ['holder', 'clause', 'hour-sum', 'holder-sum', 'clause-sum'];

/** The blocks of the days that `rollups` holds, in as many answers as they need. */
export async function rollupBlocks(
  rollups: Clause,
  names: readonly ColumnName[],
): Promise<readonly RollupBlock[]> {
  const spans = await spansOf(rollups, names);
  const answers = await Promise.all(
    spans.map(({ from, to }) =>
      blocksOf(
        allOf(among('column_name', names), rollups, {
          where: 'decided_day >= ? AND decided_day <= ?',
          params: [from, to],
        }),
      ),
    ),
  );
  return answers.flat();
}

interface Span {
  readonly from: number;
  to: number;
}

async function spansOf({ where, params }: Clause, names: readonly ColumnName[]): Promise<readonly Span[]> {
  const days = await select(
    `SELECT decided_day, SUM(cycles) AS cycles, SUM(column_chars) AS column_chars FROM day_rollup
      WHERE ${where} GROUP BY decided_day ORDER BY decided_day`,
    params,
  );
  const long = names.some((name) => LONG.includes(name));
  const spans: Span[] = [];
  let room = 0;
  for (const row of days) {
    const [day, chars] = [int(row, 'decided_day'), int(row, 'column_chars')];
    const numbers = int(row, 'cycles') * names.length * CHARACTERS_OF_NUMBER;
    const cost = long ? chars : Math.min(chars, numbers);
    const last = spans.at(-1);
    if (last && cost <= room) last.to = day;
    else {
      spans.push({ from: day, to: day });
      room = CHARACTERS_PER_ANSWER;
    }
    room -= cost;
  }
  return spans;
}

async function blocksOf({ where, params }: Clause): Promise<readonly RollupBlock[]> {
  const rows = await select(
    `SELECT column_name, agreement_id, measure_id, decided_day, security_level_id, part, cells
       FROM report_column WHERE ${where}`,
    params,
  );
  const blocks = new Map<string, RollupBlock & { readonly cells: Map<ColumnName, string> }>();
  for (const row of rows) {
    const [agreementId, measureId] = [text(row, 'agreement_id'), text(row, 'measure_id')];
    const [day, securityLevelId] = [int(row, 'decided_day'), text(row, 'security_level_id')];
    const key = `${day} ${int(row, 'part')} ${securityLevelId} ${measureId} ${agreementId}`;
    let block = blocks.get(key);
    if (!block) blocks.set(key, (block = { agreementId, measureId, day, securityLevelId, cells: new Map() }));
    block.cells.set(text(row, 'column_name') as ColumnName, text(row, 'cells'));
  }
  return [...blocks.values()];
}

/** A column that was asked for. */
export function cellsOf({ cells }: RollupBlock, name: ColumnName): string {
  const found = cells.get(name);
  if (found === undefined) throw new Error(`The roll-ups of a day have no column ${name}`);
  return found;
}
