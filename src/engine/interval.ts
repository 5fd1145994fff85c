import type { Instant, Interval, Millis } from './instant';

/** Sorts, joins what overlaps or touches, drops the empty. Every list below is in this form. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: { start: Instant; end: Instant }[] = [];
  const sorted = intervals.filter((i) => i.start < i.end).sort((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** What lies in both lists; each must be merged. Example: [0,10) and [5,20) = [5,10). */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i]!;
    const right = b[j]!;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) common.push({ start, end });
    if (left.end <= right.end) i++;
    else j++;
  }
  return common;
}

/** What lies in `from` and not in `taken`; each must be merged. Example: [0,10) less [3,5) = [0,3), [5,10). */
export function subtractIntervals(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let j = 0;
  for (const { start, end } of from) {
    let at = start;
    while (j < taken.length && taken[j]!.end <= start) j++;
    for (let k = j; k < taken.length && taken[k]!.start < end; k++) {
      if (taken[k]!.start > at) rest.push({ start: at, end: taken[k]!.start });
      at = Math.max(at, taken[k]!.end);
    }
    if (at < end) rest.push({ start: at, end });
  }
  return rest;
}

/** The part of a merged list inside a span. */
export function clipIntervals(intervals: readonly Interval[], span: Interval): Interval[] {
  return intersectIntervals(intervals, [span]);
}

/** Sum of lengths. */
export function totalLength(intervals: readonly Interval[]): Millis {
  let sum = 0;
  for (const { start, end } of intervals) sum += end - start;
  return sum;
}
