import { TZDate } from '@date-fns/tz';
import { addDays, format, isWeekend, set, startOfDay, type Duration } from 'date-fns';
import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import moment from 'moment';
import 'moment-business-time';
import { Temporal } from 'temporal-polyfill';
import { federalHolidays } from './calendar-workload';

/** Answers in ms. `localTime` = it knows only the process's zone, which is set to New York for it. */
export interface Peer {
  readonly name: string;
  readonly localTime: boolean;
  elapsed(from: number, to: number): number;
  due(from: number, ms: number): number;
}

const ZONE = 'America/New_York';
const MINUTE = 60_000;
const SEGMENTS = [
  { start: '09:00:00', end: '12:30:00' },
  { start: '13:30:00', end: '17:00:00' },
];
const HOLIDAYS = federalHolidays();
const HOLIDAY_SET = new Set(HOLIDAYS);

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The loop that teams write: day by day, the day's stretches, until the span or the time is used up. */
function dayLoop(name: string, days: (from: number, to: number) => Iterable<readonly Stretch[]>): Peer {
  return {
    name,
    localTime: false,
    elapsed(from, to) {
      let sum = 0;
      for (const stretches of days(from, to)) {
        for (const { start, end } of stretches) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
      }
      return sum;
    },
    due(from, ms) {
      let left = ms;
      for (const stretches of days(from, Infinity)) {
        for (const stretch of stretches) {
          const start = Math.max(stretch.start, from);
          if (stretch.end <= start) continue;
          if (stretch.end - start >= left) return start + left;
          left -= stretch.end - start;
        }
      }
      return Number.NaN;
    },
  };
}

function* dateFnsDays(from: number, to: number): Iterable<readonly Stretch[]> {
  for (let day = startOfDay(new TZDate(from, ZONE)); day.getTime() < to; day = addDays(day, 1)) {
    if (isWeekend(day) || HOLIDAY_SET.has(format(day, 'yyyy-MM-dd'))) continue;
    const at = (time: Duration) => set(day, time).getTime();
    yield [
      { start: at({ hours: 9, minutes: 0 }), end: at({ hours: 12, minutes: 30 }) },
      { start: at({ hours: 13, minutes: 30 }), end: at({ hours: 17, minutes: 0 }) },
    ];
  }
}

function* temporalDays(from: number, to: number): Iterable<readonly Stretch[]> {
  const dateAt = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate();
  const last = to === Infinity ? null : dateAt(to);
  for (
    let date = dateAt(from);
    !last || Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    if (date.dayOfWeek > 5 || HOLIDAY_SET.has(date.toString())) continue;
    const at = (plainTime: string) => date.toZonedDateTime({ timeZone: ZONE, plainTime }).epochMilliseconds;
    yield SEGMENTS.map(({ start, end }) => ({ start: at(start), end: at(end) }));
  }
}

function dayjsPeer(): Peer {
  dayjs.extend(dayjsBusinessTime);
  dayjs.setHolidays(HOLIDAYS);
  dayjs.setBusinessTime({
    sunday: null,
    monday: SEGMENTS,
    tuesday: SEGMENTS,
    wednesday: SEGMENTS,
    thursday: SEGMENTS,
    friday: SEGMENTS,
    saturday: null,
  } as unknown as Parameters<typeof dayjs.setBusinessTime>[0]);
  return {
    name: 'dayjs-business-time',
    localTime: true,
    elapsed: (from, to) => dayjs(from).businessMinutesDiff(dayjs(to)) * MINUTE,
    due: (from, ms) =>
      dayjs(from)
        .addBusinessMinutes(ms / MINUTE)
        .valueOf(),
  };
}

interface WorkingMoment extends moment.Moment {
  workingDiff(other: moment.Moment, unit: string): number;
  addWorkingTime(amount: number, unit: string): WorkingMoment;
}

function momentPeer(): Peer {
  const day = SEGMENTS.flatMap(({ start, end }) => [start, end]);
  moment.updateLocale('en', {
    workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null },
    holidays: HOLIDAYS,
  } as moment.LocaleSpecification);
  const at = (instant: number) => moment(instant) as WorkingMoment;
  return {
    name: 'moment-business-time',
    localTime: true,
    elapsed: (from, to) => at(to).workingDiff(at(from), 'minutes') * MINUTE,
    due: (from, ms) =>
      at(from)
        .addWorkingTime(ms / MINUTE, 'minutes')
        .valueOf(),
  };
}

/** In the order of the table; making them sets up the libraries' global state. */
export function peers(): Peer[] {
  return [
    dayLoop('date-fns + TZDate day loop', dateFnsDays),
    dayLoop('temporal-polyfill day loop', temporalDays),
    dayjsPeer(),
    momentPeer(),
  ];
}
