import { Temporal } from 'temporal-polyfill';
import { federalHolidays, FIRST_YEAR, LAST_YEAR, type Workload } from './calendar-workload';

const ZONE = 'America/New_York';
const RANGES = [
  ['09:00', '12:30'],
  ['13:30', '17:00'],
] as const;

/**
 * The right answers, by another road than the engine's: every interval of the years is put on the time line
 * by Temporal, then each pair walks the list.
 */
export function truthOf(workload: Workload): Float64Array {
  const { starts, ends } = allIntervals();
  const answers = new Float64Array(workload.a.length);
  for (let i = 0; i < answers.length; i++) {
    const a = workload.a[i]!;
    const b = workload.b[i]!;
    answers[i] = workload.kind === 'elapsed' ? elapsed(starts, ends, a, b) : due(starts, ends, a, b);
  }
  return answers;
}

function elapsed(starts: readonly number[], ends: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = 0; i < starts.length && starts[i]! < to; i++) {
    sum += Math.max(0, Math.min(ends[i]!, to) - Math.max(starts[i]!, from));
  }
  return sum;
}

function due(starts: readonly number[], ends: readonly number[], from: number, ms: number): number {
  let left = ms;
  for (let i = 0; i < starts.length; i++) {
    const start = Math.max(starts[i]!, from);
    if (ends[i]! <= start) continue;
    if (ends[i]! - start >= left) return start + left;
    left -= ends[i]! - start;
  }
  return Number.NaN;
}

function allIntervals(): { starts: number[]; ends: number[] } {
  const holidays = new Set(federalHolidays());
  const starts: number[] = [];
  const ends: number[] = [];
  const last = Temporal.PlainDate.from({ year: LAST_YEAR, month: 12, day: 31 });
  for (
    let date = Temporal.PlainDate.from({ year: FIRST_YEAR, month: 1, day: 1 });
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    if (date.dayOfWeek > 5 || holidays.has(date.toString())) continue;
    for (const [from, to] of RANGES) {
      starts.push(date.toZonedDateTime({ timeZone: ZONE, plainTime: from }).epochMilliseconds);
      ends.push(date.toZonedDateTime({ timeZone: ZONE, plainTime: to }).epochMilliseconds);
    }
  }
  return { starts, ends };
}
