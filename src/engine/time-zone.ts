import type { Instant, Millis } from './instant';
import { DAY, dayOf, formatLocalDay, parseLocalDay, weekdayOf } from './local-date';

/** Offsets are looked up in these years; before and after them the nearest known offset holds. */
export const FIRST_YEAR = 1600;
export const LAST_YEAR = 3000;

const FIRST_INSTANT = dayOf(FIRST_YEAR, 1, 1) * DAY;
const LAST_INSTANT = dayOf(LAST_YEAR + 1, 1, 1) * DAY;
/** No zone was ever further from UTC (Manila: 15:56 behind). */
const WIDEST_OFFSET = DAY;
/**
 * Between two probes no zone leaves an offset and comes back to it: the shortest such stay on record is a
 * week (Boa Vista, October 2000).
 */
const PROBE_STEP = 6 * DAY;
/** What is looked up at a time, so that neighbouring questions cost nothing. */
const MARGIN = 400 * DAY;

/**
 * A zone's offsets as a list of segments, found once by probing `Intl` and halving, then kept. Local time is
 * written as ms too: what a clock on the wall shows, read as if it were UTC.
 */
export class TimeZone {
  private readonly probe: (at: Instant) => Millis;
  /** Segment i holds `offsets[i]` from `starts[i]`; `localEnds[i]` is the local time at which it ends. */
  private starts: Instant[] = [];
  private offsets: Millis[] = [];
  private localEnds: Millis[] = [];
  private knownFrom = Infinity;
  private knownTo = -Infinity;

  /** `name`: an IANA zone. Throws an Error that names the zone when there is none of that name. */
  constructor(readonly name: string) {
    this.probe = offsetProbe(name);
  }

  /** Local time minus UTC at an instant. Example: Asia/Kolkata = 19,800,000. */
  offsetAt(at: Instant): Millis {
    if (!(at >= this.knownFrom && at < this.knownTo)) this.learn(at, at);
    return this.offsets[this.segmentAt(at)] ?? 0;
  }

  /**
   * The instant at which the local clock first shows `local` or later. So a time that the clock skips is the
   * instant of the skip, and of a time shown twice the first one is meant. The mapping never runs backwards:
   * ranges that touch locally touch in time, and 00:00-24:00 is as long as the day really was.
   */
  instantOf(local: Millis): Instant {
    if (!(local - WIDEST_OFFSET >= this.knownFrom && local + WIDEST_OFFSET < this.knownTo)) {
      this.learn(local - WIDEST_OFFSET, local + WIDEST_OFFSET);
    }
    let low = 0;
    let high = this.localEnds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (local < this.localEnds[middle]!) high = middle;
      else low = middle + 1;
    }
    return Math.max(this.starts[low]!, local - this.offsets[low]!);
  }

  private segmentAt(at: Instant): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private learn(from: Instant, to: Instant): void {
    const wantFrom = clamp(from - MARGIN);
    const wantTo = clamp(to + MARGIN);
    if (this.knownTo < this.knownFrom) {
      this.starts = [-Infinity];
      this.offsets = [this.probe(wantFrom)];
      this.knownFrom = wantFrom;
      this.knownTo = wantFrom;
    }
    if (wantTo > this.knownTo) this.append(this.changes(this.knownTo, wantTo));
    if (wantFrom < this.knownFrom) this.prepend(wantFrom);
    this.knownTo = Math.max(this.knownTo, wantTo === LAST_INSTANT ? Infinity : wantTo);
    this.knownFrom = Math.min(this.knownFrom, wantFrom === FIRST_INSTANT ? -Infinity : wantFrom);
    this.localEnds = this.offsets.map((offset, i) => (this.starts[i + 1] ?? Infinity) + offset);
  }

  private append(changes: Changes): void {
    this.starts.push(...changes.starts);
    this.offsets.push(...changes.offsets);
  }

  private prepend(from: Instant): void {
    const earlier = this.changes(from, this.knownFrom);
    this.starts = [-Infinity, ...earlier.starts, ...this.starts.slice(1)];
    this.offsets = [this.probe(from), ...earlier.offsets, ...this.offsets.slice(1)];
  }

  /** Every change of offset after `from`, up to and including `to`. */
  private changes(from: Instant, to: Instant): Changes {
    const found: Changes = { starts: [], offsets: [] };
    let at = from;
    let offset = this.probe(at);
    while (at < to) {
      const next = Math.min(at + PROBE_STEP, to);
      if (this.probe(next) === offset) {
        at = next;
        continue;
      }
      at = this.firstOtherThan(offset, at, next);
      offset = this.probe(at);
      found.starts.push(at);
      found.offsets.push(offset);
    }
    return found;
  }

  private firstOtherThan(offset: Millis, from: Instant, to: Instant): Instant {
    let same = from / 1000;
    let other = to / 1000;
    while (other - same > 1) {
      const middle = Math.floor((same + other) / 2);
      if (this.probe(middle * 1000) === offset) same = middle;
      else other = middle;
    }
    return other * 1000;
  }
}

interface Changes {
  readonly starts: Instant[];
  readonly offsets: Millis[];
}

const zones = new Map<string, TimeZone>();

/** The zone of an IANA name; one object per name. Throws an Error that names an unknown zone. */
export function timeZone(name: string): TimeZone {
  let zone = zones.get(name);
  if (!zone) {
    zone = new TimeZone(name);
    zones.set(name, zone);
  }
  return zone;
}

/** Local time minus UTC in a zone at an instant, in ms. Throws on an unknown zone. */
export function offsetAt(zone: string, at: Instant): Millis {
  return timeZone(zone).offsetAt(at);
}

/**
 * The instant of a local date (`YYYY-MM-DD`) and time (ms since midnight, 0..86,400,000); skipped and repeated
 * times as `TimeZone.instantOf` settles them. Throws on an unknown zone or date.
 * Example: `instantOf('Europe/Berlin', '2026-03-29', 9_000_000)` (02:30, skipped) = 2026-03-29T01:00:00Z.
 */
export function instantOf(zone: string, localDate: string, localTimeMs: Millis): Instant {
  return timeZone(zone).instantOf(parseLocalDay(localDate) * DAY + localTimeMs);
}

export interface LocalParts {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 0 = Monday ... 6 = Sunday. */
  readonly weekday: number;
  /** Since local midnight by the clock on the wall. */
  readonly timeMs: Millis;
  readonly offsetMs: Millis;
}

/** What calendar and clock on the wall show at an instant. Throws on an unknown zone. */
export function localPartsOf(zone: string, at: Instant): LocalParts {
  const offsetMs = offsetAt(zone, at);
  const day = Math.floor((at + offsetMs) / DAY);
  return { date: formatLocalDay(day), weekday: weekdayOf(day), timeMs: at + offsetMs - day * DAY, offsetMs };
}

function clamp(at: Instant): Instant {
  const wholeSecond = Math.floor(at / 1000) * 1000;
  return Math.min(Math.max(wholeSecond, FIRST_INSTANT), LAST_INSTANT);
}

function offsetProbe(name: string): (at: Instant) => Millis {
  const format = formatIn(name);
  return (at) => {
    // Always "MM/DD/YYYY, HH:MM:SS"; reading the digits is much cheaper than formatToParts.
    const text = format.format(at);
    const year = twoDigits(text, 6) * 100 + twoDigits(text, 8);
    const day = dayOf(year, twoDigits(text, 0), twoDigits(text, 3));
    const time = twoDigits(text, 12) * 3600 + twoDigits(text, 15) * 60 + twoDigits(text, 18);
    return day * DAY + time * 1000 - at;
  };
}

function formatIn(name: string): Intl.DateTimeFormat {
  try {
    if (name === '') throw new RangeError('empty');
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    throw new Error(`"${name}" is not a time zone: use an IANA name such as Europe/London`);
  }
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}
