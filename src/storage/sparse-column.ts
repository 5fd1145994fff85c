import { Digits, digitsOf, greatest, widthOf } from './fixed-digits';

/**
 * Whole numbers that few of the places have, as one text: how many digits a gap and a number have, then of each
 * place that has one how many it comes after the one before, and the number. Empty where no place has one.
 */
export function sparseColumn(numbers: readonly (number | null)[]): string {
  let before = 0;
  const cells = numbers.flatMap((number, place) => {
    if (number === null) return [];
    const gap = place - before;
    before = place;
    return [{ gap, number }];
  });
  if (cells.length === 0) return '';
  const gaps = widthOf(greatest(cells.map(({ gap }) => gap)));
  const width = widthOf(greatest(cells.map(({ number }) => number)));
  return (
    digitsOf(gaps, 1) +
    digitsOf(width, 1) +
    cells.map(({ gap, number }) => digitsOf(gap, gaps) + digitsOf(number, width)).join('')
  );
}

/** Reads such a text in order of the places; some may be left out. */
export class SparseReader {
  private readonly digits: Digits;
  private readonly gaps: number;
  private readonly width: number;
  /** Where the number to come next stands in the text, and of which place it is. */
  private from = 2;
  private place = Number.POSITIVE_INFINITY;

  constructor(text: string) {
    this.digits = new Digits(text);
    this.gaps = text === '' ? 0 : this.digits.at(0, 1);
    this.width = text === '' ? 0 : this.digits.at(1, 1);
    if (text !== '') this.arrive(0);
  }

  /** The number of a place, none before the last one asked for; null = it has none. */
  at(place: number): number | null {
    while (this.place < place) {
      this.from += this.width;
      if (this.from < this.digits.text.length) this.arrive(this.place);
      else this.place = Number.POSITIVE_INFINITY;
    }
    return this.place === place ? this.digits.at(this.from, this.width) : null;
  }

  private arrive(before: number): void {
    this.place = before + this.digits.at(this.from, this.gaps);
    this.from += this.gaps;
  }
}
