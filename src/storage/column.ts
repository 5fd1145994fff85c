import type { Row } from './statement';

/** A whole number; BIGINT arrives as text. */
export function int(row: Row, column: string): number {
  const value = Number(row[column]);
  if (!Number.isSafeInteger(value))
    throw new Error(`Column ${column} is no whole number: ${String(row[column])}`);
  return value;
}

export function intOrNull(row: Row, column: string): number | null {
  return row[column] === null || row[column] === undefined ? null : int(row, column);
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} is no text: ${String(value)}`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null || row[column] === undefined ? null : text(row, column);
}

export function flag(row: Row, column: string): boolean {
  return int(row, column) !== 0;
}
