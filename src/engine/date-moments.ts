import { NOT_SET, type FieldValue } from './field-value';
import type { Instant } from './instant';
import type { IssueHistory } from './issue-history';
import type { DateReachedEntry } from './moment-match';
import type { DateField } from './rules';
import { instantOfDateText } from './date-text';

/** A date that comes while it stands in its field; `standing` = it is the field's current value. */
export interface PendingDate extends DateReachedEntry {
  readonly standing: boolean;
}

/**
 * The instants at which the dates in the given fields are reached while they stand there, in order. A date
 * already past when it is written counts as reached at the writing. A date without time is reached at
 * 00:00 of that date in the field's zone. Entries after `now` are not looked at.
 */
export function pendingDates(
  fields: readonly DateField[],
  history: IssueHistory,
  now: Instant,
): PendingDate[] {
  const pending: PendingDate[] = [];
  for (const { field, timeZone } of fields) {
    let value: FieldValue = history.initial[field] ?? NOT_SET;
    let since = history.created;
    const add = (until: Instant, standing: boolean) => {
      const at = instantIn(value, timeZone);
      if (at !== null && at < until) {
        pending.push({ kind: 'date-reached', at: Math.max(at, since), field, timeZone, standing });
      }
    };
    for (const entry of history.entries) {
      if (entry.at > now) break;
      if (entry.kind !== 'changed' || entry.field !== field) continue;
      add(entry.at, false);
      value = entry.to;
      since = entry.at;
    }
    add(Infinity, true);
  }
  return pending.sort((a, b) => a.at - b.at);
}

function instantIn(value: FieldValue, timeZone: string): Instant | null {
  const at = instantOfDateText(value[0]?.id ?? value[0]?.text ?? '', timeZone);
  return Number.isNaN(at) ? null : at;
}
