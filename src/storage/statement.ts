import { sql, type UpdateQueryResponse } from '@forge/sql';
import type { Millis } from '../engine/instant';
import { isRateRefusal, StoreError, storeErrorOf } from './store-error';

export type Param = string | number | null;

/** Forge SQL counts statements by the second. This many pauses, of a second each on average, and then `busy`. */
const MOST_PAUSES = 6;

/** Rows of a SELECT. Every BIGINT arrives as text and every nullable column may be null: read with care. */
export type Row = Readonly<Record<string, unknown>>;

/** Throws StoreError. */
export async function select(query: string, params: readonly Param[] = []): Promise<readonly Row[]> {
  return (await execute<Row>(query, params)) as readonly Row[];
}

/** Runs an INSERT, UPDATE or DELETE; answers the number of rows it touched. Throws StoreError. */
export async function write(query: string, params: readonly Param[]): Promise<number> {
  const { affectedRows } = (await execute<UpdateQueryResponse>(query, params)) as UpdateQueryResponse;
  return Number(affectedRows);
}

/** Waits while the second's statements are used up: what was refused for that was not run. */
async function execute<T>(query: string, params: readonly Param[]): Promise<unknown> {
  for (let pauses = 0; ; pauses++) {
    try {
      const answer = await sql
        .prepare<T>(query)
        .bindParams(...params)
        .execute();
      return answer.rows;
    } catch (error) {
      if (!isRateRefusal(error) || pauses === MOST_PAUSES) throw storeErrorOf(error);
    }
    // eslint-disable-next-line no-restricted-syntax -- decides when to ask again, never what is answered
    await sleep(500 + 1_000 * Math.random());
  }
}

function sleep(ms: Millis): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Runs an INSERT; false when a row with this key is there already, and then nothing has changed. Throws StoreError. */
export async function insertOnce(query: string, params: readonly Param[]): Promise<boolean> {
  try {
    await write(query, params);
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.fault === 'duplicate') return false;
    throw error;
  }
}

/**
 * The assignments of an upsert in which a row with a newer `guard` wins and an older one changes nothing. The
 * guard comes last: MySQL assigns from left to right, and every assignment compares with its old value.
 */
export function newerWins(columns: readonly string[], guard: string): string {
  return [...columns, guard]
    .map((column) => `${column} = IF(VALUES(${guard}) >= ${guard}, VALUES(${column}), ${column})`)
    .join(', ');
}

/** `(?, ?, ?), (?, ?, ?)`: the VALUES list of a multi-row insert. */
export function placeholders(rows: number, columns: number): string {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  return Array.from({ length: rows }, () => row).join(', ');
}
