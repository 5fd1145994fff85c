import type { Millis } from '../engine/instant';
import { ElapsedColumn } from './elapsed-column';
import { EntryReader, type EntrySums } from './entry-column';
import { cellsOf, type RollupBlock } from './rollup-block';
import { SparseReader } from './sparse-column';

/** The times of a block's cycles, in order of their places: net, taken out by exclusions, and by holder. */
export class HolderReader {
  private readonly elapsed: ElapsedColumn;
  private readonly excluded: SparseReader;
  private readonly holders: EntryReader;

  /** Of a block with its columns `elapsed`, `excluded` and `holder`. */
  constructor(block: RollupBlock) {
    this.elapsed = new ElapsedColumn(cellsOf(block, 'elapsed'));
    this.excluded = new SparseReader(cellsOf(block, 'excluded'));
    this.holders = new EntryReader(cellsOf(block, 'holder'));
  }

  get cycles(): number {
    return this.elapsed.cycles;
  }

  /** Those of a cycle, none before the last one asked for; `elapsedMs` is null of one that has not stopped. */
  at(
    place: number,
    seeHolder: (code: number, ms: Millis) => void,
  ): { readonly elapsedMs: Millis | null; readonly excludedMs: Millis } {
    const elapsedMs = this.elapsed.at(place);
    const excludedMs = this.excluded.at(place) ?? 0;
    this.holders.at(place, seeHolder, (elapsedMs ?? 0) + excludedMs);
    return { elapsedMs, excludedMs };
  }
  /** Adds the times of a cycle, none before the last one asked for, to `sums`: those of holders that are wanted apart, too. */
  addAt(place: number, wanted: Uint8Array, sums: EntrySums): void {
    const total = (this.elapsed.at(place) ?? 0) + (this.excluded.at(place) ?? 0);
    this.holders.addAt(place, wanted, total, sums);
  }
}
