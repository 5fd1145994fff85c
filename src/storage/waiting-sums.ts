import type { Millis } from '../engine/instant';
import type { CodedCycle } from './coded-cycle';
import { WAITING_COLUMNS, type WaitingColumn } from './cycle-columns';
import { entryColumn, EntryReader, type EntrySums } from './entry-column';
import { DIMENSIONS, type Clause, type Dimension } from './figure-scope';

/** Of fewer, their columns are hardly longer than sums by values would be. */
export const CYCLES_WITH_WAITING_SUMS = 64;

/** The rows of report_cells that have these sums, and those that have not. */
export const WITH_WAITING_SUMS: Clause = { where: 'cycles >= ?', params: [CYCLES_WITH_WAITING_SUMS] };
export const WITHOUT_WAITING_SUMS: Clause = { where: 'cycles < ?', params: [CYCLES_WITH_WAITING_SUMS] };

export const NO_WAITING_SUMS = Object.fromEntries(WAITING_COLUMNS.map((name) => [name, ''])) as Readonly<
  Record<WaitingColumn, string>
>;

/** Of cycles that have one value of a dimension, working and waited time by the values of each other one. */
export function waitingSums(
  cycles: readonly CodedCycle[],
  own: Dimension,
): Readonly<Record<WaitingColumn, string>> {
  if (cycles.length < CYCLES_WITH_WAITING_SUMS) return NO_WAITING_SUMS;
  const others = DIMENSIONS.filter((dimension) => dimension !== own);
  const sums = others.map((dimension) => [`${dimension}-waiting`, waitingColumn(cycles, dimension)]);
  return { ...NO_WAITING_SUMS, ...Object.fromEntries(sums) };
}

/** Two lists of entries: working time by code, and waited time. */
function waitingColumn(cycles: readonly CodedCycle[], dimension: Dimension): string {
  const sumsOf = (figure: 'workingMs' | 'waitedMs') => {
    const sums = new Map<number, Millis>();
    for (const { [dimension]: code, [figure]: ms } of cycles) sums.set(code, (sums.get(code) ?? 0) + ms);
    return { entries: [...sums].flatMap(([code, ms]) => (ms === 0 ? [] : [{ code, ms }])) };
  };
  return entryColumn([sumsOf('workingMs'), sumsOf('waitedMs')]);
}

/** Adds up those of such a text whose codes are wanted (1 at their place): working time as `all`, waited as `wanted`. */
export function addWaitingSums(text: string, codes: Uint8Array, sums: EntrySums): void {
  const reader = new EntryReader(text);
  reader.next((code, ms) => {
    if (codes[code] === 1) sums.all += ms;
  });
  reader.next((code, ms) => {
    if (codes[code] === 1) sums.wanted += ms;
  });
}
