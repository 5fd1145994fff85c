/** An exact share: `top` of `bottom`, `bottom` > 0. Nothing about it is rounded until it is money. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const NOTHING: Fraction = { top: 0n, bottom: 1n };

/** `fraction(2, 3)`: whole numbers only, as far as a number is exact; throws otherwise. */
export function fraction(top: number, bottom: number): Fraction {
  if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom) || bottom <= 0) {
    throw new Error(`${top} of ${bottom} is no exact share`);
  }
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.top, a.bottom * b.bottom);
}

/** `by` > 0. */
export function dividedBy(a: Fraction, by: Fraction): Fraction {
  if (by.top <= 0n) throw new Error('A share of nothing is no share');
  return reduced(a.top * by.bottom, a.bottom * by.top);
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

export function lesser(a: Fraction, b: Fraction): Fraction {
  return isLess(b, a) ? b : a;
}

/**
 * The fraction of a whole number, rounded to the nearest whole, half of one up. Of nothing negative.
 *
 * roundedOf({ top: 1n, bottom: 3n }, 1000) //=> 333
 */
export function roundedOf({ top, bottom }: Fraction, whole: number): number {
  return Number((BigInt(whole) * top * 2n + bottom) / (2n * bottom));
}

function reduced(top: bigint, bottom: bigint): Fraction {
  const by = common(top < 0n ? -top : top, bottom);
  return by === 1n ? { top, bottom } : { top: top / by, bottom: bottom / by };
}

/** The greatest common divisor; that of 0 and b is b. */
function common(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
