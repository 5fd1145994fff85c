/** An instant: whole milliseconds since 1970-01-01T00:00:00Z. The engine knows no other time. */
export type Instant = number;

/** A length of time in whole milliseconds. */
export type Millis = number;

/** A half-open stretch of time: `start` belongs to it, `end` does not. `start <= end`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}
