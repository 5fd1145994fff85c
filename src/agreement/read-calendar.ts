import type { Fault } from '../contract';
import type { CalendarSpec } from '../engine/calendar-spec';
import { calendarSpec } from './compile-agreement';
import { agreementSchema } from './document';
import { readDays } from './hours-text';
import { shapeFaults } from './shape-faults';

export type CalendarReading =
  | { readonly ok: true; readonly calendar: CalendarSpec }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads one calendar of a document, by itself. Every fault is told, with its path in the calendar. */
export function readCalendar(raw: unknown): CalendarReading {
  const shape = agreementSchema.shape.calendars.element.safeParse(raw, { reportInput: true });
  if (!shape.success) return { ok: false, faults: shapeFaults(shape.error) };
  const faults = doubledDays(shape.data.hours);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, calendar: calendarSpec(shape.data) };
}

function doubledDays(hours: 'always' | Readonly<Record<string, string>>): readonly Fault[] {
  if (hours === 'always') return [];
  const seen = new Set<string>();
  return Object.keys(hours).flatMap((line) => {
    const days = readDays(line);
    return (days.ok ? days.value : []).flatMap((day): Fault[] => {
      if (!seen.has(day)) {
        seen.add(day);
        return [];
      }
      const remedy = 'Write all hours of a day in one line, ranges separated by commas.';
      return [{ path: `hours["${line}"]`, message: `${day} has hours under another line already`, remedy }];
    });
  });
}
