import type { Millis } from '../engine/instant';
import { digitsOf, greatest, numberAt, widthOf } from './fixed-digits';

/** A time by code: who held a cycle, or what an exclusion took out of it. */
export interface Entry {
  readonly code: number;
  readonly ms: Millis;
}

/**
 * The entries of cycles, of each as many as it has, as one text: how many digits a count, a code and a time have,
 * then of each cycle how many entries follow, and these.
 */
export function entryColumn(cycles: readonly (readonly Entry[])[]): string {
  const entries = cycles.flat();
  const counts = widthOf(greatest(cycles.map(({ length }) => length)));
  const codes = widthOf(greatest(entries.map(({ code }) => code)));
  const times = widthOf(greatest(entries.map(({ ms }) => ms)));
  const cells = cycles.map(
    (own) =>
      digitsOf(own.length, counts) +
      own.map(({ code, ms }) => digitsOf(code, codes) + digitsOf(ms, times)).join(''),
  );
  return [counts, codes, times].map((width) => digitsOf(width, 1)).join('') + cells.join('');
}

/** Reads such a text from its first cycle on, one after the other; some may be left out. */
export class EntryReader {
  private place = 3;
  private cycles = 0;
  private readonly counts: number;
  private readonly codes: number;
  private readonly times: number;

  constructor(private readonly text: string) {
    this.counts = numberAt(text, 0, 1);
    this.codes = numberAt(text, 1, 1);
    this.times = numberAt(text, 2, 1);
  }

  /** The entries of the cycle at an index, none before the last one asked for. */
  at(index: number, see: (code: number, ms: Millis) => void): void {
    while (this.cycles < index) {
      const count = numberAt(this.text, this.place, this.counts);
      this.place += this.counts + count * (this.codes + this.times);
      this.cycles++;
    }
    this.next(see);
  }

  next(see: (code: number, ms: Millis) => void): void {
    const count = numberAt(this.text, this.place, this.counts);
    this.place += this.counts;
    this.cycles++;
    for (let n = 0; n < count; n++) {
      const code = numberAt(this.text, this.place, this.codes);
      see(code, numberAt(this.text, this.place + this.codes, this.times));
      this.place += this.codes + this.times;
    }
  }
}
