import type { Millis } from './instant';

/** What customers felt in a span, whatever the promises say. */
export interface FeltService {
  /** Tickets resolved, and those of them whose resolution had been taken back. */
  readonly resolved: number;
  readonly reopened: number;
  /** Customers who gave stars (1..5), and the stars in all. */
  readonly rated: number;
  readonly stars: number;
  /** Working time of the cycles counted, and that part of it in which their clocks stood still for others. */
  readonly workingMs: Millis;
  readonly waitedMs: Millis;
}

/** Where green figures are no longer believed; below `LEAST_CASES` nothing is said. */
export const REOPENED_LIMIT = 0.1;
export const SATISFACTION_LIMIT = 3.5;
export const WAIT_LIMIT = 0.5;
const LEAST_CASES = 10;

export interface FeltSign {
  readonly kind: 'reopened' | 'customer-wait' | 'satisfaction';
  readonly value: number;
  readonly limit: number;
  readonly cases: number;
}

/**
 * What is red for customers although the promises are kept: more than a tenth of tickets reopened, less than 3.5
 * stars on average, or clocks that stood still for more than half of the working time.
 *
 * watermelonSigns({ resolved: 40, reopened: 8, rated: 0, stars: 0, workingMs: 0, waitedMs: 0 })
 * //=> [{ kind: 'reopened', value: 0.2, limit: 0.1, cases: 40 }]
 */
export function watermelonSigns(felt: FeltService): readonly FeltSign[] {
  const signs: FeltSign[] = [];
  const { resolved, reopened, rated, stars, workingMs, waitedMs } = felt;
  if (resolved >= LEAST_CASES && reopened / resolved > REOPENED_LIMIT)
    signs.push({ kind: 'reopened', value: reopened / resolved, limit: REOPENED_LIMIT, cases: resolved });
  if (resolved >= LEAST_CASES && workingMs > 0 && waitedMs / workingMs > WAIT_LIMIT)
    signs.push({ kind: 'customer-wait', value: waitedMs / workingMs, limit: WAIT_LIMIT, cases: resolved });
  if (rated >= LEAST_CASES && stars / rated < SATISFACTION_LIMIT)
    signs.push({ kind: 'satisfaction', value: stars / rated, limit: SATISFACTION_LIMIT, cases: rated });
  return signs;
}
