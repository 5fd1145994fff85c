import { readDate, readInstant } from '../agreement/date-text';
import type { Reading } from '../agreement/problem';
import type { Instant } from '../engine/instant';
import { instantOf } from '../engine/time-zone';

/** A date is its midnight in the provider's zone; an instant says its own zone. */
export function effectiveInstant(text: string, providerZone: string): Reading<Instant> {
  if (text.includes('T')) return readInstant(text);
  const date = readDate(text);
  return date.ok ? { ok: true, value: instantOf(providerZone, date.value, 0) } : date;
}
