/** One disagreement: what of a case, what the vectors expect, what came out. */
export interface Mismatch {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** A case as it stands in a file: nothing about it is sure. */
export type VectorCase = Readonly<Record<string, unknown>>;

/** Checks one case of a form; an empty list = passed. May throw: the case then fails with that message. */
export type CaseCheck = (vector: VectorCase) => Mismatch[];

/** Reads an ISO instant as ms; digits beyond the millisecond are cut. Throws on anything else. */
export function readInstant(value: unknown, what: string): number {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new Error(`${what} is not an instant: ${JSON.stringify(value)}`);
  return at;
}

/** Throws when the value is not a finite number. */
export function readNumber(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`${what} is not a number: ${JSON.stringify(value)}`);
  }
  return value;
}

/** Seconds, maybe with a fraction, as whole ms. Throws when the value is not a finite number. */
export function readSeconds(value: unknown, what: string): number {
  return Math.round(readNumber(value, what) * 1000);
}

/** Throws when the value is not a plain object. */
export function readObject(value: unknown, what: string): VectorCase {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${what} is not an object: ${JSON.stringify(value)}`);
  }
  return value as VectorCase;
}

/** Throws when the value is not a list. */
export function readList(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${what} is not a list: ${JSON.stringify(value)}`);
  return value;
}

export function formatInstant(at: number | null): string {
  return at === null ? 'never' : new Date(at).toISOString();
}

/** Compares instants or lengths in ms; they may differ by `toleranceMs`. */
export function compareMs(
  what: string,
  expected: number | null,
  actual: number | null,
  format: (ms: number | null) => string,
  toleranceMs = 0,
): Mismatch[] {
  const same =
    expected === null || actual === null ? expected === actual : Math.abs(expected - actual) <= toleranceMs;
  return same ? [] : [{ what, expected: format(expected), actual: format(actual) }];
}

export function compareExactly(what: string, expected: unknown, actual: unknown): Mismatch[] {
  const [left, right] = [JSON.stringify(expected), JSON.stringify(actual)];
  return left === right ? [] : [{ what, expected: left, actual: right ?? 'nothing' }];
}
