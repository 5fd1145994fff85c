import type { Instant } from '../../engine/instant';
import type { FieldClause, JqlValue } from './clause-of-field';

const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;
const RELATIVE = /^[+-]?\d+[a-z]?(?:\s+\d+[a-z])*$/i;

/**
 * A date as JQL writes it: `2026-01-31`, `2026/01/31 14:30`. Read in UTC, so that it means the same for
 * everybody; a date alone is its first instant. null = a fault was noted.
 */
export function readJqlDate(clause: FieldClause, value: JqlValue): Instant | null {
  const parts = ABSOLUTE.exec(value.text.trim());
  if (parts) {
    const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part ?? 0));
    const instant = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute);
    const back = new Date(instant);
    const same =
      back.getUTCMonth() + 1 === month && back.getUTCDate() === day && back.getUTCMinutes() === minute;
    if (same && back.getUTCHours() === hour) return instant;
    return clause.faults.add(
      value,
      `There is no date “${value.text}”.`,
      'Write it as 2026-01-31 or 2026-01-31 14:30.',
    );
  }
  if (RELATIVE.test(value.text.trim())) {
    return clause.faults.add(
      value,
      `“${value.text}” is counted from now: the answer would change with the clock, not with the issue.`,
      'Write a fixed date, such as 2026-01-31.',
    );
  }
  return clause.faults.add(
    value,
    `“${value.text}” is not a date.`,
    'Write it as 2026-01-31 or 2026-01-31 14:30.',
  );
}
