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

/** Times added up: of all codes, and of those that are wanted. */
export interface EntrySums {
  all: Millis;
  wanted: Millis;
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
    this.skipTo(index);
    this.next(see, total);
  }

  /** Adds those of the cycle to `sums`, without a call for each; `wanted`: 1 at the codes that are added apart, too. */
  addAt(index: number, wanted: Uint8Array, total: Millis, sums: EntrySums): void {
    this.skipTo(index);
    const { digits, codes, times } = this;
    const count = digits.at(this.place, this.counts);
    const end = this.place + this.lengthOf(count);
    let all = 0;
    let place = this.place + this.counts;
    for (; place + codes < end; place += codes + times) {
      const ms = digits.at(place + codes, times);
      all += ms;
      if (wanted[digits.at(place, codes)] === 1) sums.wanted += ms;
    }
    if ((count & 1) === 1) {
      if (wanted[digits.at(place, codes)] === 1) sums.wanted += total - all;
      all = total;
    }
    sums.all += all;
    this.place = end;
    this.cycles++;
  }

  private skipTo(index: number): void {
    const { digits, counts } = this;
    let place = this.place;
    for (; this.cycles < index; this.cycles++) place += this.lengthOf(digits.at(place, counts));
    this.place = place;
  }

  /** Of a cycle, from its count on. */
  private lengthOf(count: number): number {
    return this.counts + (count >> 1) * (this.codes + this.times) - (count & 1) * this.times;
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
