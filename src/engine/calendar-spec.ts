export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Local times `HH:MM` or `HH:MM:SS`, from inclusive, to exclusive; `24:00` = end of the day. */
export type LocalRange = readonly [from: string, to: string];

export interface Holiday {
  /** `YYYY-MM-DD`; with `yearly` the year is the first one it is kept. Absent `from` years are not excluded. */
  readonly date: string;
  readonly name: string;
  readonly yearly?: boolean;
}

/**
 * Working hours in one IANA zone. A weekday that is missing is closed; `dates` replaces the weekly hours of
 * a date (extra or other hours), `breaks` is taken out of a date, a holiday closes the date also where
 * `dates` names it. Plain JSON; stored with the agreement.
 */
export interface CalendarSpec {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly LocalRange[]>>>;
  readonly dates?: Readonly<Record<string, readonly LocalRange[]>>;
  readonly breaks?: Readonly<Record<string, readonly LocalRange[]>>;
  readonly holidays?: readonly Holiday[];
}
