import { int, text } from './column';
import { COUNT_COLUMNS, figureCountsOf } from './figure-counts';
import type { ColumnName, DayRollup, RollupColumn } from './roll-up-day';
import { newerWins, placeholders, select, write, type Param, type Row } from './statement';

const KEY = ['project_id', 'agreement_id', 'measure_id', 'decided_day', 'security_level_id'] as const;
const VALUES = [
  'cycles',
  ...COUNT_COLUMNS,
  'working_ms',
  'waited_ms',
  'excluded_ms',
  'column_chars',
] as const;
const COLUMNS = [...KEY, ...VALUES];
const COLUMN_KEY = ['project_id', 'column_name', ...KEY.slice(1), 'part'] as const;
const ROWS_PER_STATEMENT = 100;
/** Far below 1 MiB a request. */
const CHARACTERS_PER_STATEMENT = 400_000;

/** The newest build of a day's roll-ups; 0 = there is none. */
export async function buildOfDay(projectId: string, day: number): Promise<number> {
  const [row = {}] = await select(
    `SELECT COALESCE(MAX(build), 0) AS build FROM day_rollup WHERE project_id = ? AND decided_day = ?`,
    [projectId, day],
  );
  return int(row, 'build');
}

/** Puts the roll-ups of a day in the place of those of earlier builds. Doing it twice changes nothing. */
export async function replaceRollups(
  projectId: string,
  day: number,
  rollups: readonly DayRollup[],
  build: number,
): Promise<void> {
  for (const chunk of chunksOf(rollups, () => 0))
    await upsert(
      'day_rollup',
      COLUMNS,
      VALUES,
      chunk.map((rollup) => [projectId, ...paramsOf(rollup), build]),
    );
  const columns = rollups.flatMap((rollup) => rollup.columns.map((column) => ({ rollup, column })));
  for (const chunk of chunksOf(columns, ({ column }) => column.cells.length))
    await upsert(
      'report_column',
      [...COLUMN_KEY, 'cells'],
      ['cells'],
      chunk.map(({ rollup, column }) => [projectId, ...columnParamsOf(rollup, column), build]),
    );
  for (const table of ['day_rollup', 'report_column'])
    await write(`DELETE FROM ${table} WHERE project_id = ? AND decided_day = ? AND build < ?`, [
      projectId,
      day,
      build,
    ]);
}

/** The roll-ups of a day as they are kept, in no order. */
export async function rollupsOfDay(projectId: string, day: number): Promise<readonly DayRollup[]> {
  const rows = await select(
    `SELECT ${COLUMNS.join(', ')} FROM day_rollup WHERE project_id = ? AND decided_day = ?`,
    [projectId, day],
  );
  return Promise.all(rows.map(async (row) => rollupOf(row, await columnsOf(projectId, row))));
}

/** Days that have facts or roll-ups, the newest first. */
export async function daysWithFigures(
  projectId: string,
): Promise<readonly { readonly day: number; readonly facts: number }[]> {
  const [facts, rollups] = await Promise.all([
    select(
      `SELECT decided_day, COUNT(*) AS facts FROM cycle_fact WHERE project_id = ? GROUP BY decided_day`,
      [projectId],
    ),
    select(`SELECT DISTINCT decided_day FROM day_rollup WHERE project_id = ?`, [projectId]),
  ]);
  const counts = new Map<number, number>(rollups.map((row) => [int(row, 'decided_day'), 0]));
  for (const row of facts) counts.set(int(row, 'decided_day'), int(row, 'facts'));
  return [...counts].map(([day, count]) => ({ day, facts: count })).sort((a, b) => b.day - a.day);
}

async function upsert(
  table: string,
  columns: readonly string[],
  values: readonly string[],
  rows: readonly (readonly Param[])[],
): Promise<void> {
  await write(
    `INSERT INTO ${table} (${columns.join(', ')}, build) VALUES ${placeholders(rows.length, columns.length + 1)}
     ON DUPLICATE KEY UPDATE ${newerWins(values, 'build')}`,
    rows.flat(),
  );
}

function chunksOf<T>(items: readonly T[], charactersOf: (item: T) => number): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  let room = 0;
  for (const item of items) {
    const length = charactersOf(item);
    const last = chunks.at(-1);
    if (last && last.length < ROWS_PER_STATEMENT && length <= room) last.push(item);
    else {
      chunks.push([item]);
      room = CHARACTERS_PER_STATEMENT;
    }
    room -= length;
  }
  return chunks;
}

function paramsOf(rollup: DayRollup): Param[] {
  return [
    rollup.agreementId,
    rollup.measureId,
    rollup.day,
    rollup.securityLevelId,
    rollup.cycles,
    rollup.met,
    rollup.breached,
    rollup.grossMet,
    rollup.grossBreached,
    rollup.leftOut,
    rollup.stopped,
    rollup.workingMs,
    rollup.waitedMs,
    rollup.excludedMs,
    rollup.columns.reduce((sum, { cells }) => sum + cells.length, 0),
  ];
}

function columnParamsOf(rollup: DayRollup, { name, part, cells }: RollupColumn): Param[] {
  return [name, rollup.agreementId, rollup.measureId, rollup.day, rollup.securityLevelId, part, cells];
}

async function columnsOf(projectId: string, rollup: Row): Promise<readonly RollupColumn[]> {
  const rows = await select(
    `SELECT column_name, part, cells FROM report_column
      WHERE project_id = ? AND agreement_id = ? AND measure_id = ? AND decided_day = ? AND security_level_id = ?`,
    [projectId, ...KEY.slice(1).map((column) => rollup[column] as Param)],
  );
  return rows.map((row) => ({
    name: text(row, 'column_name') as ColumnName,
    part: int(row, 'part'),
    cells: text(row, 'cells'),
  }));
}

function rollupOf(row: Row, columns: readonly RollupColumn[]): DayRollup {
  return {
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    day: int(row, 'decided_day'),
    securityLevelId: text(row, 'security_level_id'),
    cycles: int(row, 'cycles'),
    ...figureCountsOf(row),
    workingMs: int(row, 'working_ms'),
    waitedMs: int(row, 'waited_ms'),
    excludedMs: int(row, 'excluded_ms'),
    columns,
  };
}
