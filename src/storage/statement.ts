import { sql, type UpdateQueryResponse } from '@forge/sql';
import { StoreError, storeErrorOf } from './store-error';

export type Param = string | number | null;

/** Rows of a SELECT. Every BIGINT arrives as text and every nullable column may be null: read with care. */
export type Row = Readonly<Record<string, unknown>>;

/** Throws StoreError. */
export async function select(query: string, params: readonly Param[] = []): Promise<readonly Row[]> {
  try {
    const answer = await sql
      .prepare<Row>(query)
      .bindParams(...params)
      .execute();
    return answer.rows as readonly Row[];
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/** Runs an INSERT, UPDATE or DELETE; answers the number of rows it touched. Throws StoreError. */
export async function write(query: string, params: readonly Param[]): Promise<number> {
  try {
    const answer = await sql
      .prepare<UpdateQueryResponse>(query)
      .bindParams(...params)
      .execute();
    return Number(answer.rows.affectedRows);
  } catch (error) {
    throw storeErrorOf(error);
  }
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
