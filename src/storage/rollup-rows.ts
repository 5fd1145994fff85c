import { int } from './column';
import { runsWithin } from './runs-within';
import { newerWins, placeholders, select, write, type Param } from './statement';

/** A day of a project, and the column in which a table has it. */
interface TableDay {
  readonly projectId: string;
  readonly column: 'decided_day' | 'resolved_day';
  readonly day: number;
}

/** The newest build of a day's rows; 0 = there is none. */
export async function newestBuild(table: string, { projectId, column, day }: TableDay): Promise<number> {
  const [row = {}] = await select(
    `SELECT COALESCE(MAX(build), 0) AS build FROM ${table} WHERE project_id = ? AND ${column} = ?`,
    [projectId, day],
  );
  return int(row, 'build');
}

export async function forgetBuildsBefore(
  table: string,
  { projectId, column, day }: TableDay,
  build: number,
): Promise<void> {
  await write(`DELETE FROM ${table} WHERE project_id = ? AND ${column} = ? AND build < ?`, [
    projectId,
    day,
    build,
  ]);
}

const ROWS_PER_STATEMENT = 100;
/** Far below 1 MiB a request. */
const CHARACTERS_PER_STATEMENT = 400_000;
const LEAST_OF_ROW = CHARACTERS_PER_STATEMENT / ROWS_PER_STATEMENT;

/** Writes rows of a build; a row of a newer build stays as it is. `values`: the columns that are not the key's. */
export async function upsertOfBuild(
  table: string,
  columns: readonly string[],
  values: readonly string[],
  rows: readonly (readonly Param[])[],
): Promise<void> {
  for (const chunk of runsWithin(rows, charactersOf, CHARACTERS_PER_STATEMENT))
    await write(
      `INSERT INTO ${table} (${columns.join(', ')}, build) VALUES ${placeholders(chunk.length, columns.length + 1)}
       ON DUPLICATE KEY UPDATE ${newerWins(values, 'build')}`,
      chunk.flat(),
    );
}

function charactersOf(row: readonly Param[]): number {
  const texts = row.reduce<number>((sum, param) => sum + (typeof param === 'string' ? param.length : 0), 0);
  return Math.max(LEAST_OF_ROW, texts);
}
