/**
 * Whole numbers from 0 on, each with the same number of digits to the base 64, so that the one at a place is read
 * without those before it. The digits need no escaping, in JSON neither.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = 64;
/** So many fit into 31 bits. */
const SHIFTED_DIGITS = 5;

const VALUE_OF = new Uint8Array(128);
for (let value = 0; value < BASE; value++) VALUE_OF[DIGITS.charCodeAt(value)] = value;

/** How many digits a number needs; at least one. */
export function widthOf(number: number): number {
  let width = 1;
  for (let rest = Math.floor(number / BASE); rest > 0; rest = Math.floor(rest / BASE)) width++;
  return width;
}

/** The digits of a number. */
export function digitsOf(number: number, width: number): string {
  let digits = '';
  let rest = number;
  for (let place = 0; place < width; place++) {
    digits = (DIGITS[rest % BASE] as string) + digits;
    rest = Math.floor(rest / BASE);
  }
  return digits;
}

/** A text whose numbers are read where they begin. */
export class Digits {
  constructor(readonly text: string) {}

  at(from: number, width: number): number {
    if (width > SHIFTED_DIGITS) return this.wide(from, width);
    let number = 0;
    for (let place = from; place < from + width; place++)
      number = (number << 6) | (VALUE_OF[this.text.charCodeAt(place)] as number);
    return number;
  }

  private wide(from: number, width: number): number {
    let number = 0;
    for (let place = from; place < from + width; place++)
      number = number * BASE + (VALUE_OF[this.text.charCodeAt(place)] as number);
    return number;
  }
}

export function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** Numbers as one text: how many digits each has, then their digits. */
export function fixedColumn(numbers: readonly number[]): string {
  const width = widthOf(greatest(numbers));
  return digitsOf(width, 1) + numbers.map((number) => digitsOf(number, width)).join('');
}

/** The numbers of such a text, whichever is asked for. */
export class FixedColumn {
  private readonly digits: Digits;
  private readonly width: number;

  constructor(text: string) {
    this.digits = new Digits(text);
    this.width = this.digits.at(0, 1);
  }

  get length(): number {
    return (this.digits.text.length - 1) / this.width;
  }

  at(index: number): number {
    return this.digits.at(1 + index * this.width, this.width);
  }

  /**
   * Of the first `count` places (null = of all), those whose number is `wanted` (1 at its place) go into `kept`, which
   * may be the same; answers how many these are.
   */
  keep(places: Int32Array | null, count: number, wanted: Uint8Array, kept: Int32Array): number {
    let passed = 0;
    if (this.width === 1 && places === null) {
      const { text } = this.digits;
      for (let place = 0; place < count; place++)
        if (wanted[VALUE_OF[text.charCodeAt(1 + place)] as number] === 1) kept[passed++] = place;
      return passed;
    }
    for (let n = 0; n < count; n++) {
      const place = places === null ? n : (places[n] as number);
      if (wanted[this.at(place)] === 1) kept[passed++] = place;
    }
    return passed;
  }
}
