import type { Millis } from '../engine/instant';
import { Digits, digitsOf, greatest, widthOf } from './fixed-digits';

/** A time by code: who held a cycle, or what an exclusion took out of it. */
export interface Entry {
  readonly code: number;
  readonly ms: Millis;
}

/** Entries of one cycle; `total`: what their times add up to, where whoever reads them knows it. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly total?: Millis | undefined;
}

/**
 * The entries of cycles, of each as many as it has, as one text: how many digits a count, a code and a time have,
 * then of each cycle how many entries follow, doubled, and these. One more: the time of the last one is not there, it
 * is what the others leave of the total.
 */
export function entryColumn(cycles: readonly Entries[]): string {
  const cells = cycles.map(({ entries, total }) => {
    const sum = entries.reduce((added, { ms }) => added + ms, 0);
    return { entries, isLastLeft: entries.length > 0 && sum === total };
  });
  const entries = cells.flatMap((cell) => cell.entries);
  const counts = widthOf(greatest(cells.map((cell) => 2 * cell.entries.length + 1)));
  const codes = widthOf(greatest(entries.map(({ code }) => code)));
  const times = widthOf(greatest(entries.map(({ ms }) => ms)));
  const texts = cells.map(({ entries: own, isLastLeft }) => {
    const timed = isLastLeft ? own.length - 1 : own.length;
    return (
      digitsOf(2 * own.length + Number(isLastLeft), counts) +
      own.map(({ code, ms }, n) => digitsOf(code, codes) + (n < timed ? digitsOf(ms, times) : '')).join('')
    );
  });
  return [counts, codes, times].map((width) => digitsOf(width, 1)).join('') + texts.join('');
}

/** Reads such a text from its first cycle on, one after the other; some may be left out. */
export class EntryReader {
  private place = 3;
  private cycles = 0;
  private readonly digits: Digits;
  private readonly counts: number;
  private readonly codes: number;
  private readonly times: number;

  constructor(text: string) {
    this.digits = new Digits(text);
    this.counts = this.digits.at(0, 1);
    this.codes = this.digits.at(1, 1);
    this.times = this.digits.at(2, 1);
  }

  /** The entries of the cycle at an index, none before the last one asked for; `total` as it was written. */
  at(index: number, see: (code: number, ms: Millis) => void, total = 0): void {
    while (this.cycles < index) {
      const count = this.digits.at(this.place, this.counts);
      this.place += this.counts + (count >> 1) * (this.codes + this.times) - (count & 1) * this.times;
      this.cycles++;
    }
    this.next(see, total);
  }

  next(see: (code: number, ms: Millis) => void, total = 0): void {
    const { digits, codes, times } = this;
    const count = digits.at(this.place, this.counts);
    const timed = (count >> 1) - (count & 1);
    this.place += this.counts;
    this.cycles++;
    let left = total;
    for (let n = 0; n < timed; n++) {
      const ms = digits.at(this.place + codes, times);
      left -= ms;
      see(digits.at(this.place, codes), ms);
      this.place += codes + times;
    }
    if ((count & 1) === 0) return;
    see(digits.at(this.place, codes), left);
    this.place += codes;
  }
}
