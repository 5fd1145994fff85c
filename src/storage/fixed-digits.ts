/**
 * Whole numbers from 0 on, each with the same number of digits to the base 64, so that the one at a place is read
 * without those before it. The digits need no escaping, in JSON neither.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = 64;

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

/** The number whose digits begin at a place of a text. */
export function numberAt(text: string, from: number, width: number): number {
  let number = 0;
  for (let place = from; place < from + width; place++)
    number = number * BASE + (VALUE_OF[text.charCodeAt(place)] as number);
  return number;
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
  private readonly width: number;

  constructor(private readonly text: string) {
    this.width = numberAt(text, 0, 1);
  }

  get length(): number {
    return (this.text.length - 1) / this.width;
  }

  at(index: number): number {
    if (this.width === 1) return VALUE_OF[this.text.charCodeAt(1 + index)] as number;
    return numberAt(this.text, 1 + index * this.width, this.width);
  }
}
