import { int, text } from './column';
import { COUNT_COLUMNS, figureCountsOf } from './figure-counts';
import type { Facet } from './figure-scope';
import type { RollupRow } from './roll-up-day';
import { newerWins, placeholders, select, write, type Param, type Row } from './statement';

const KEY = [
  'project_id',
  'agreement_id',
  'measure_id',
  'facet',
  'facet_value',
  'decided_day',
  'security_level_id',
] as const;
const VALUES = [...COUNT_COLUMNS, 'times', 'breach_hours', 'holders', 'clauses'] as const;
const COLUMNS = [...KEY, ...VALUES];
const NEWER_WINS = newerWins(VALUES, 'build');
/** Far below 1 MiB a request, also where holders are many. */
const ROWS_PER_STATEMENT = 100;
const CHARACTERS_PER_STATEMENT = 400_000;

/** The newest build of a day's roll-ups; 0 = there is none. */
export async function buildOfDay(projectId: string, day: number): Promise<number> {
  const [row = {}] = await select(
    `SELECT COALESCE(MAX(build), 0) AS build FROM report_rollup WHERE project_id = ? AND decided_day = ?`,
    [projectId, day],
  );
  return int(row, 'build');
}

/** Puts the roll-ups of a day in the place of those of earlier builds. Doing it twice changes nothing. */
export async function replaceRollups(
  projectId: string,
  day: number,
  rows: readonly RollupRow[],
  build: number,
): Promise<void> {
  for (const chunk of chunksOf(rows))
    await write(
      `INSERT INTO report_rollup (${COLUMNS.join(', ')}, build) VALUES ${placeholders(chunk.length, COLUMNS.length + 1)}
       ON DUPLICATE KEY UPDATE ${NEWER_WINS}`,
      chunk.flatMap((row) => [projectId, ...paramsOf(row), build]),
    );
  await write(`DELETE FROM report_rollup WHERE project_id = ? AND decided_day = ? AND build < ?`, [
    projectId,
    day,
    build,
  ]);
}

/** The roll-ups of a day as they are kept, in no order. */
export async function rollupsOfDay(projectId: string, day: number): Promise<readonly RollupRow[]> {
  const rows = await select(
    `SELECT ${COLUMNS.join(', ')} FROM report_rollup WHERE project_id = ? AND decided_day = ?`,
    [projectId, day],
  );
  return rows.map(rollupOf);
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
    select(`SELECT DISTINCT decided_day FROM report_rollup WHERE project_id = ?`, [projectId]),
  ]);
  const counts = new Map<number, number>(rollups.map((row) => [int(row, 'decided_day'), 0]));
  for (const row of facts) counts.set(int(row, 'decided_day'), int(row, 'facts'));
  return [...counts].map(([day, count]) => ({ day, facts: count })).sort((a, b) => b.day - a.day);
}

function chunksOf(rows: readonly RollupRow[]): readonly (readonly RollupRow[])[] {
  const chunks: RollupRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const length = row.holders.length + row.times.length + row.clauses.length + row.breachHours.length;
    const last = chunks.at(-1);
    if (last && last.length < ROWS_PER_STATEMENT && length <= room) last.push(row);
    else {
      chunks.push([row]);
      room = CHARACTERS_PER_STATEMENT;
    }
    room -= length;
  }
  return chunks;
}

function paramsOf(row: RollupRow): Param[] {
  return [
    row.agreementId,
    row.measureId,
    row.facet,
    row.facetValue,
    row.day,
    row.securityLevelId,
    row.met,
    row.breached,
    row.grossMet,
    row.grossBreached,
    row.leftOut,
    row.stopped,
    row.elapsedSum,
    row.excludedSum,
    row.lateSum,
    row.times,
    row.breachHours,
    row.holders,
    row.clauses,
  ];
}

function rollupOf(row: Row): RollupRow {
  return {
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    facet: text(row, 'facet') as Facet | '',
    facetValue: text(row, 'facet_value'),
    day: int(row, 'decided_day'),
    securityLevelId: text(row, 'security_level_id'),
    ...figureCountsOf(row),
    times: text(row, 'times'),
    breachHours: text(row, 'breach_hours'),
    holders: text(row, 'holders'),
    clauses: text(row, 'clauses'),
  };
}
