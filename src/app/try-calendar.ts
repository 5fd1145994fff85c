import { readDate } from '../agreement/date-text';
import { instantWords } from '../agreement/date-words';
import { readDuration } from '../agreement/duration-text';
import { durationWords } from '../agreement/duration-words';
import { listed } from '../agreement/listed';
import { readCalendar } from '../agreement/read-calendar';
import type { Fault, Result } from '../contract';
import type { CalendarTrial } from '../contract/draft';
import { compileCalendar } from '../engine/calendar';
import type { CalendarSpec } from '../engine/calendar-spec';
import { instantOfDateText } from '../engine/date-text';
import type { Instant, Millis } from '../engine/instant';
import { invalid, refuseUnlessAdministers } from './refuse';

type Stretch = CalendarTrial['stretches'][number];

/** A screen shows no more; a longer way to the deadline is cut at its end. */
const MOST_STRETCHES = 400;

/** When a goal that starts then is due in a calendar that is not saved yet, and why. Administrators only. */
export async function tryCalendar({
  projectId,
  calendar,
  start,
  within,
}: {
  readonly projectId: string;
  readonly calendar: unknown;
  readonly start: string;
  readonly within: string;
}): Promise<Result<CalendarTrial>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const reading = readCalendar(calendar);
  const duration = readDuration(within);
  const faults: Fault[] = reading.ok ? [] : [...reading.faults];
  if (!duration.ok) faults.push({ path: 'within', ...duration.problem });
  else if (duration.value === null)
    faults.push({
      path: 'within',
      message: 'Without a goal nothing falls due',
      remedy: 'Write a time, such as 8h.',
    });
  const at = reading.ok ? localInstant(start, reading.calendar.timeZone) : null;
  if (reading.ok && at === null)
    faults.push({
      path: 'start',
      message: `"${start}" is not a date and a time of day`,
      remedy: 'Write them as 2026-12-24T15:30.',
    });
  if (!reading.ok || !duration.ok || duration.value === null || at === null || faults.length > 0)
    return invalid('The calendar cannot be tried yet.', faults);
  return { ok: true, value: trial(reading.calendar, at, duration.value) };
}

function localInstant(text: string, timeZone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text)) return null;
  return readDate(text.slice(0, 10)).ok ? instantOfDateText(text, timeZone) : null;
}

function trial(spec: CalendarSpec, start: Instant, within: Millis): CalendarTrial {
  const due = compileCalendar(spec).due(start, within);
  const promised = durationWords(within);
  if (due === null)
    return {
      start,
      due,
      reason: `Never: after ${instantWords(start, spec.timeZone)} “${spec.name}” is not open for ${promised}.`,
      stretches: [],
    };
  const stretches = stretchesBetween(spec, start, due);
  const holidays = [...new Set(stretches.filter(({ kind }) => kind === 'holiday').map(({ name }) => name))];
  const closed = stretches.some(({ kind }) => kind === 'outside-hours');
  const stood = [...(closed ? ['outside hours'] : []), ...holidays.map((name) => `on ${name}`)];
  const why = stood.length === 0 ? 'all time until then counts' : `it stands still ${listed(stood, 'and')}`;
  return {
    start,
    due,
    reason: `Due on ${instantWords(due, spec.timeZone)}: ${promised} of “${spec.name}” from ${instantWords(start, spec.timeZone)} on; ${why}.`,
    stretches: stretches.slice(0, MOST_STRETCHES),
  };
}

/** What counts and what does not, in order and without gaps. */
function stretchesBetween(spec: CalendarSpec, start: Instant, due: Instant): readonly Stretch[] {
  const calendar = compileCalendar(spec);
  const stretches: Stretch[] = [];
  const push = (from: Instant, to: Instant, kind: Stretch['kind'], name: string) => {
    if (from < to) stretches.push({ start: from, end: to, kind, name });
  };
  const closed = (from: Instant, to: Instant) => {
    let at = from;
    for (const holiday of calendar.holidaysIn(from, to)) {
      push(at, holiday.start, 'outside-hours', spec.name);
      push(holiday.start, holiday.end, 'holiday', holiday.name);
      at = Math.max(at, holiday.end);
    }
    push(at, to, 'outside-hours', spec.name);
  };
  let at = start;
  for (const open of calendar.openIntervals(start, due)) {
    closed(at, open.start);
    push(open.start, open.end, 'running', spec.name);
    at = open.end;
  }
  closed(at, due);
  return stretches;
}
