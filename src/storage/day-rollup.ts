import { int, text } from './column';
import { COUNT_COLUMNS, countsOfEndings, figureCountsOf } from './figure-counts';
import { columnOf, COLUMNS, type ColumnName } from './cycle-columns';
import type { CycleSums, DayRollup, RollupPart } from './roll-up-day';
import { CHARACTERS_PER_ANSWER, charactersOfBlocks } from './rollup-block';
import { forgetBuildsBefore, newestBuild, upsertOfBuild } from './rollup-rows';
import { runsWithin } from './runs-within';
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
  // Last that which tells the newest build: what is left behind here is found by the next.
  for (const table of ['report_cells', 'day_rollup'])
    await forgetBuildsBefore(table, { projectId, column: 'decided_day', day }, build);
}

/** The roll-ups of a day as they are kept, in no order; cells that no counts belong to have counts of nothing. */
export async function rollupsOfDay(projectId: string, day: number): Promise<readonly DayRollup[]> {
  const rows = await select(
    `SELECT ${[...KEY, ...SUMS].join(', ')} FROM day_rollup WHERE project_id = ? AND decided_day = ?`,
    [projectId, day],
  );
  const cells = await cellsOfDay(projectId, day);
  const found = new Map(rows.map((row) => [keyOf(row), { ...groupOf(row), ...sumsOf(row) }]));
  for (const [key, { group }] of cells) if (!found.has(key)) found.set(key, { ...group, ...NO_CYCLES });
  return [...found].map(([key, rollup]) => ({ ...rollup, parts: cells.get(key)?.parts ?? [] }));
}

type Group = Pick<DayRollup, 'agreementId' | 'measureId' | 'day' | 'securityLevelId'>;
const NO_CYCLES: CycleSums = {
  cycles: 0,
  ...countsOfEndings([]),
  workingMs: 0,
  waitedMs: 0,
  excludedMs: 0,
};
/** Some forty bytes each. */
const SIZES_PER_ANSWER = 20_000;

/** The parts of each roll-up of a day, in their order. */
async function cellsOfDay(
  projectId: string,
  day: number,
): Promise<ReadonlyMap<string, { readonly group: Group; readonly parts: readonly RollupPart[] }>> {
  const cells = new Map<string, { group: Group; parts: RollupPart[] }>();
  const parts = (columns: readonly string[], limit: number, offset: number) =>
    select(
      `SELECT ${columns.join(', ')} FROM report_cells WHERE project_id = ? AND decided_day = ?
        ORDER BY dimension, code, agreement_id, measure_id, security_level_id, part LIMIT ? OFFSET ?`,
      [projectId, day, limit, offset],
    );
  const charactersOf = charactersOfBlocks(COLUMNS);
  for (let offset = 0; ;) {
    const sizes = await parts(['cycles', 'entry_chars'], SIZES_PER_ANSWER, offset);
    for (const { length } of runsWithin(sizes, (row) => charactersOf(row, 1), CHARACTERS_PER_ANSWER)) {
      for (const row of await parts([...PART_KEY, ...PART_VALUES], length, offset)) {
        const own = cells.get(keyOf(row)) ?? { group: groupOf(row), parts: [] };
        cells.set(keyOf(row), own);
        own.parts.push(partOf(row));
      }
      offset += length;
    }
    if (sizes.length < SIZES_PER_ANSWER) return cells;
  }
}

/** Days that have facts or roll-ups, the newest first. */
export async function daysWithFigures(
  projectId: string,
): Promise<readonly { readonly day: number; readonly facts: number }[]> {
  const [facts, ...rollups] = await Promise.all([
    select(
      `SELECT decided_day, COUNT(*) AS facts FROM cycle_fact WHERE project_id = ? GROUP BY decided_day`,
      [projectId],
    ),
    ...['day_rollup', 'report_cells'].map((table) =>
      select(`SELECT DISTINCT decided_day FROM ${table} WHERE project_id = ?`, [projectId]),
    ),
  ]);
  const counts = new Map<number, number>(rollups.flat().map((row) => [int(row, 'decided_day'), 0]));
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
    part.entryCharacters,
    ...COLUMNS.map((name) => part[name]),
  ];
}

function keyOf(row: Row): string {
  return JSON.stringify(KEY.map((column) => row[column]));
}

function groupOf(row: Row): Group {
  return {
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    day: int(row, 'decided_day'),
    securityLevelId: text(row, 'security_level_id'),
  };
}

function partOf(row: Row): RollupPart {
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, text(row, columnOf(name))]));
  return {
    dimension: text(row, 'dimension') as RollupPart['dimension'],
    code: int(row, 'code'),
    part: int(row, 'part'),
    ...sumsOf(row),
    ...(columns as Record<ColumnName, string>),
    entryCharacters: int(row, 'entry_chars'),
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
