import type { Interval } from '../../../src/engine/instant';
import type { Place } from '../../ui/place';

/** The days of a period, the last one included: "1–30 Nov 2026". */
export function periodWords({ start, end }: Interval, { locale, timeZone }: Place): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).formatRange(start, end - 1);
}
