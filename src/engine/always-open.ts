import type { CalendarSpec, LocalRange } from './calendar-spec';

const ALL_DAY: readonly LocalRange[] = [['00:00', '24:00']];

/** A calendar that never closes: every length counts as it is. */
export const ALWAYS_OPEN: CalendarSpec = {
  id: 'always',
  name: 'Around the clock',
  timeZone: 'UTC',
  weekly: {
    mon: ALL_DAY,
    tue: ALL_DAY,
    wed: ALL_DAY,
    thu: ALL_DAY,
    fri: ALL_DAY,
    sat: ALL_DAY,
    sun: ALL_DAY,
  },
};
