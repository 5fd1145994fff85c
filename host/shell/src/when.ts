/** Instants and lengths of time as people read them. All numbers are milliseconds. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `Mon 23 Nov 2026, 09:14:07 GMT`, in the zone given. */
export function clockText(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}:${part('second')} ${part('timeZoneName')}`;
}

/** `23 Nov 2026, 09:14`. */
export function instantText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/**
 * `due now`, `due in 38 min`, `due today 15:34`, `due tomorrow 09:40`, `due Fri 10:03`, then the date. An
 * instant and not a length from an hour on, so that it is never taken for the working time left.
 */
export function dueText(at: number, now: number, timeZone: string): string {
  const left = at - now;
  if (left < minute) return 'due now';
  if (left < hour) return `due in ${Math.floor(left / minute)} min`;
  const text = (options: Intl.DateTimeFormatOptions, instant = at): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(instant);
  const time = text({ hour: '2-digit', minute: '2-digit' });
  const days = civilDay(at, timeZone) - civilDay(now, timeZone);
  if (days === 0) return `due today ${time}`;
  if (days === 1) return `due tomorrow ${time}`;
  if (days < 7) return `due ${text({ weekday: 'short' })} ${time}`;
  return `due ${text({ day: 'numeric', month: 'short' })}, ${time}`;
}

/** Number of the calendar day on which an instant falls in a zone. */
function civilDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / day;
}

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`, then the date. */
export function agoText(at: number, now: number, timeZone: string): string {
  const past = now - at;
  if (past < minute) return 'just now';
  if (past < hour) return `${Math.floor(past / minute)} min ago`;
  if (past < day) return `${Math.floor(past / hour)} h ago`;
  if (past < 2 * day) return 'a day ago';
  if (past < 7 * day) return `${Math.floor(past / day)} days ago`;
  return instantText(at, timeZone);
}

/** The two greatest units: `2 d 3 h`, `3 h 20 min`, `4 min 10 s`, `9 s`. Rounded down. */
export function lengthText(length: number): string {
  const units = [
    [day, 'd'],
    [hour, 'h'],
    [minute, 'min'],
    [1000, 's'],
  ] as const;
  const first = units.findIndex(([size]) => length >= size);
  if (first === -1) return '0 s';
  let rest = length;
  return units
    .slice(first, first + 2)
    .map(([size, name]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return count === 0 ? '' : `${count} ${name}`;
    })
    .filter(Boolean)
    .join(' ');
}
