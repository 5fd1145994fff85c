import { int, text } from './column';
import { COUNT_COLUMNS, figureCountsOf } from './figure-counts';
import { columnOf, COLUMNS, ENTRY_COLUMNS, type ColumnName } from './cycle-columns';
import { allOf, DIMENSIONS, equals, type Dimension } from './figure-scope';
import type { CycleSums, DayRollup, RollupPart } from './roll-up-day';
import { forgetBuildsBefore, newestBuild, upsertOfBuild } from './rollup-rows';
import { select, type Param, type Row } from './statement';

const KEY = ['project_id', 'agreement_id', 'measure_id', 'decided_day', 'security_level_id'] as const;
const SUMS = ['cycles', ...COUNT_COLUMNS, 'working_ms', 'waited_ms', 'excluded_ms'] as const;
const PART_KEY = [...KEY, 'dimension', 'code', 'part'] as const;
const PART_VALUES = [...SUMS, 'entry_chars', ...COLUMNS.map(columnOf)];

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
    [...KEY, ...SUMS],
    SUMS,
    rollups.map((rollup) => [projectId, ...keyParamsOf(rollup), ...sumParamsOf(rollup), build]),
  );
  await upsertOfBuild(
    'report_cells',
    [...PART_KEY, ...PART_VALUES],
    PART_VALUES,
    rollups.flatMap((rollup) =>
      rollup.parts.map((part) => [projectId, ...keyParamsOf(rollup), ...partParamsOf(part), build]),
    ),
  );
  for (const table of ['day_rollup', 'report_cells'])
    await forgetBuildsBefore(table, { projectId, column: 'decided_day', day }, build);
}

/** The roll-ups of a day as they are kept, in no order. */
export async function rollupsOfDay(projectId: string, day: number): Promise<readonly DayRollup[]> {
  const rows = await select(
    `SELECT ${[...KEY, ...SUMS].join(', ')} FROM day_rollup WHERE project_id = ? AND decided_day = ?`,
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

function sumParamsOf(sums: CycleSums): Param[] {
  return [
    sums.cycles,
    sums.met,
    sums.breached,
    sums.grossMet,
    sums.grossBreached,
    sums.leftOut,
    sums.stopped,
    sums.workingMs,
    sums.waitedMs,
    sums.excludedMs,
  ];
}

function partParamsOf(part: RollupPart): Param[] {
  return [
    part.dimension,
    part.code,
    part.part,
    ...sumParamsOf(part),
    ENTRY_COLUMNS.reduce((sum, name) => sum + part[name].length, 0),
    ...COLUMNS.map((name) => part[name]),
  ];
}

/** By dimension: those of all of them could be more than one answer may hold. */
async function partsOf(projectId: string, rollup: Row): Promise<readonly RollupPart[]> {
  const key = KEY.slice(1).map((column) => equals(column, rollup[column] as Param));
  const answers = await Promise.all(
    (['', ...DIMENSIONS.toSorted()] as const).map(async (dimension) => {
      const { where, params } = allOf(
        equals('project_id', projectId),
        equals('dimension', dimension),
        ...key,
      );
      const columns = ['code', 'part', ...SUMS, ...COLUMNS.map(columnOf)];
      const rows = await select(
        `SELECT ${columns.join(', ')} FROM report_cells WHERE ${where} ORDER BY code, part`,
        params,
      );
      return rows.map((row) => partOf(row, dimension));
    }),
  );
  return answers.flat();
}

function partOf(row: Row, dimension: Dimension | ''): RollupPart {
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, text(row, columnOf(name))]));
  return {
    dimension,
    code: int(row, 'code'),
    part: int(row, 'part'),
    ...sumsOf(row),
    ...(columns as Record<ColumnName, string>),
  };
}

function rollupOf(row: Row, parts: readonly RollupPart[]): DayRollup {
  return {
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    day: int(row, 'decided_day'),
    securityLevelId: text(row, 'security_level_id'),
    ...sumsOf(row),
    parts,
  };
}

function sumsOf(row: Row): CycleSums {
  return {
    cycles: int(row, 'cycles'),
    ...figureCountsOf(row),
    workingMs: int(row, 'working_ms'),
    waitedMs: int(row, 'waited_ms'),
    excludedMs: int(row, 'excluded_ms'),
  };
}
