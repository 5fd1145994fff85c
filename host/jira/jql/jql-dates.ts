import { addMonths } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { dayIn, instantIn } from '../jira-date';
import { JqlFault } from './jql-fault';
import type { Asking } from './search-field';

const UNITS: Readonly<Record<string, number>> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 };
const RELATIVE = /^([+-]?)((?:\d+\s*[yMwdhm]\s*)+)$/;
const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/;

/** Shifts `at` by `-2w 3d`, `1M`; null when the text is not of that form. `m` is minutes, `M` months. */
function shift(at: number, text: string, zone: string): number | null {
  const found = RELATIVE.exec(text.trim());
  if (!found) return null;
  const sign = found[1] === '-' ? -1 : 1;
  let moved = at;
  for (const [, amount, unit] of (found[2] ?? '').matchAll(/(\d+)\s*([yMwdhm])/g)) {
    const count = sign * Number(amount);
    const months = unit === 'y' ? 12 * count : unit === 'M' ? count : 0;
    moved =
      months === 0
        ? moved + count * (UNITS[unit ?? ''] ?? 0)
        : addMonths(new TZDate(moved, zone), months).getTime();
  }
  return moved;
}

/** An operand of a date field -> epoch ms: `2026-11-23 10:00` (in the viewer's zone), `-5m`, or ms. */
export function dateOperand(field: string, text: string, { zone, now }: Asking): number {
  const absolute = ABSOLUTE.exec(text.trim());
  if (absolute) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = absolute
      .slice(1)
      .map((part) => Number(part ?? 0));
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60) {
      return instantIn(zone, [year, month, day, hour, minute]);
    }
  }
  if (/^\d{10,}$/.test(text)) return Number(text);
  const relative = absolute ? null : shift(now, text, zone);
  if (relative !== null) return relative;
  throw new JqlFault(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
      `'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

type Span = 'Day' | 'Week' | 'Month' | 'Year';

/** `now()`, `startOfDay("-1d")`, `endOfMonth()` ... -> epoch ms; null = no such date function. */
export function dateFunction(name: string, args: readonly string[], { zone, now }: Asking): number | null {
  const lower = name.toLowerCase();
  if (lower === 'now') return now;
  const found = /^(start|end)of(day|week|month|year)$/.exec(lower);
  if (!found) return null;
  const span = ((found[2] ?? '').charAt(0).toUpperCase() + (found[2] ?? '').slice(1)) as Span;
  const step = args[0] ?? '0d';
  // A bare number counts in the function's own unit.
  const unit = { Day: 'd', Week: 'w', Month: 'M', Year: 'y' }[span];
  const at = shift(now, /^[+-]?\d+$/.test(step) ? step + unit : step, zone);
  if (at === null) throw new JqlFault(`Function '${name}' does not take the argument '${step}'.`);
  const start = startOf(span, at, zone);
  return found[1] === 'start' ? start : startOf(span, addSpan(span, start, zone), zone) - 1;
}

function startOf(span: Span, at: number, zone: string): number {
  const [year = 0, month = 1, day = 1] = dayIn(at, zone).split('-').map(Number);
  if (span === 'Year') return instantIn(zone, [year, 1, 1]);
  if (span === 'Month') return instantIn(zone, [year, month, 1]);
  // Jira's week begins on Sunday unless an administrator says otherwise.
  const back = span === 'Week' ? new Date(Date.UTC(year, month - 1, day)).getUTCDay() : 0;
  return instantIn(zone, [year, month, day - back]);
}

function addSpan(span: Span, start: number, zone: string): number {
  const [year = 0, month = 1, day = 1] = dayIn(start, zone).split('-').map(Number);
  if (span === 'Year') return instantIn(zone, [year + 1, 1, 1]);
  if (span === 'Month') return instantIn(zone, [year, month + 1, 1]);
  return instantIn(zone, [year, month, day + (span === 'Week' ? 7 : 1)]);
}
