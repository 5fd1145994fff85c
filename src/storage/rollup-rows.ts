import { newerWins, placeholders, write, type Param } from './statement';

const ROWS_PER_STATEMENT = 100;
/** Far below 1 MiB a request. */
const CHARACTERS_PER_STATEMENT = 400_000;

/** Writes rows of a build; a row of a newer build stays as it is. `values`: the columns that are not the key's. */
export async function upsertOfBuild(
  table: string,
  columns: readonly string[],
  values: readonly string[],
  rows: readonly (readonly Param[])[],
): Promise<void> {
  for (const chunk of chunksOf(rows))
    await write(
      `INSERT INTO ${table} (${columns.join(', ')}, build) VALUES ${placeholders(chunk.length, columns.length + 1)}
       ON DUPLICATE KEY UPDATE ${newerWins(values, 'build')}`,
      chunk.flat(),
    );
}

function chunksOf(rows: readonly (readonly Param[])[]): readonly (readonly (readonly Param[])[])[] {
  const chunks: (readonly Param[])[][] = [];
  let room = 0;
  for (const row of rows) {
    const length = charactersOf(row);
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

function charactersOf(row: readonly Param[]): number {
  return row.reduce<number>((sum, param) => sum + (typeof param === 'string' ? param.length : 0), 0);
}
