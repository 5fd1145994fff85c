import { int, text } from './column';
import { COUNT_COLUMNS, figureCountsOf } from './figure-counts';
import { allOf, equals } from './figure-scope';
import {
  CELL_COLUMNS,
  columnOf,
  ENTRY_COLUMNS,
  type ColumnName,
  type DayRollup,
  type RollupPart,
} from './roll-up-day';
import { forgetBuildsBefore, newestBuild, upsertOfBuild } from './rollup-rows';
import { select, type Param, type Row } from './statement';

const KEY = ['project_id', 'agreement_id', 'measure_id', 'decided_day', 'security_level_id'] as const;
const VALUES = ['cycles', ...COUNT_COLUMNS, 'working_ms', 'waited_ms', 'excluded_ms', 'entry_chars'] as const;
const COLUMNS = [...KEY, ...VALUES];
const PART_KEY = [...KEY, 'part'] as const;
/** Where the columns of a part are kept. */
const TABLES_OF_PARTS = [
  { table: 'report_cells', names: CELL_COLUMNS },
  { table: 'report_entries', names: ENTRY_COLUMNS },
] as const;

/** The newest build of a day's roll-ups; 0 = there is none. */
export async function buildOfDay(projectId: string, day: number): Promise<number> {
  return newestBuild('day_rollup', { projectId, column: 'decided_day', day });
}

/** Puts the roll-ups of a day in the place of those of earlier builds. Doing it twice changes nothing. */
export async function replaceRollups(
  projectId: string,
  day: number,
  rollups: readonly DayRollup[],
  build: number,
): Promise<void> {
  await upsertOfBuild(
    'day_rollup',
    COLUMNS,
    VALUES,
    rollups.map((rollup) => [projectId, ...paramsOf(rollup), build]),
  );
  const parts = rollups.flatMap((rollup) => rollup.parts.map((columns, part) => ({ rollup, part, columns })));
  for (const { table, names } of TABLES_OF_PARTS)
    await upsertOfBuild(
      table,
      [...PART_KEY, ...names.map(columnOf)],
      names.map(columnOf),
      parts.map(({ rollup, part, columns }) => [
        projectId,
        ...keyParamsOf(rollup),
        part,
        ...names.map((name) => columns[name]),
        build,
      ]),
    );
  for (const table of ['day_rollup', ...TABLES_OF_PARTS.map((one) => one.table)])
    await forgetBuildsBefore(table, { projectId, column: 'decided_day', day }, build);
}

/** The roll-ups of a day as they are kept, in no order. */
export async function rollupsOfDay(projectId: string, day: number): Promise<readonly DayRollup[]> {
  const rows = await select(
    `SELECT ${COLUMNS.join(', ')} FROM day_rollup WHERE project_id = ? AND decided_day = ?`,
    [projectId, day],
  );
  return Promise.all(rows.map(async (row) => rollupOf(row, await partsOf(projectId, row))));
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

function keyParamsOf({ agreementId, measureId, day, securityLevelId }: DayRollup): Param[] {
  return [agreementId, measureId, day, securityLevelId];
}

function paramsOf(rollup: DayRollup): Param[] {
  return [
    ...keyParamsOf(rollup),
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
    rollup.parts.reduce((sum, columns) => sum + charactersOf(columns, ENTRY_COLUMNS), 0),
  ];
}

function charactersOf(columns: RollupPart, names: readonly ColumnName[]): number {
  return names.reduce((sum, name) => sum + columns[name].length, 0);
}

async function partsOf(projectId: string, rollup: Row): Promise<readonly RollupPart[]> {
  const { where, params } = allOf(
    equals('project_id', projectId),
    ...KEY.slice(1).map((column) => equals(column, rollup[column] as Param)),
  );
  const [cells, entries] = await Promise.all(
    TABLES_OF_PARTS.map(({ table, names }) =>
      select(`SELECT ${names.map(columnOf).join(', ')} FROM ${table} WHERE ${where} ORDER BY part`, params),
    ),
  );
  const of = (row: Row, names: readonly ColumnName[]) =>
    Object.fromEntries(names.map((name) => [name, text(row, columnOf(name))]));
  return (cells ?? []).map(
    (row, part) => ({ ...of(row, CELL_COLUMNS), ...of(entries?.[part] ?? {}, ENTRY_COLUMNS) }) as RollupPart,
  );
}

function rollupOf(row: Row, parts: readonly RollupPart[]): DayRollup {
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
    parts,
  };
}
