import { addDays } from '../ui/add-days';

/** A period by name follows the calendar; one by days stays what it is. Days are local dates, both included. */
export type Period =
  { readonly preset: Preset } | { readonly preset: null; readonly from: string; readonly to: string };

export const PRESETS = [
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'last-365-days',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
] as const;
export type Preset = (typeof PRESETS)[number];

export const DEFAULT_PRESET: Preset = 'last-30-days';

const dayOf = (utc: number): string => new Date(utc).toISOString().slice(0, 10);

/** First day of the month `months` after that of `day`. */
function monthStart(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month - 1 + months, 1));
}

/** Months since the quarter of `day` began: 0, 1 or 2. */
const intoQuarter = (day: string): number => (Number(day.slice(5, 7)) - 1) % 3;

/**
 * First and last day of a period, seen from `today`. What is going on ends today.
 * @example daysOf({ preset: 'last-month' }, '2026-11-26') //=> { from: '2026-10-01', to: '2026-10-31' }
 */
export function daysOf(period: Period, today: string): { readonly from: string; readonly to: string } {
  switch (period.preset) {
    case null:
      return { from: period.from, to: period.to };
    case 'last-7-days':
      return { from: addDays(today, -6), to: today };
    case 'last-30-days':
      return { from: addDays(today, -29), to: today };
    case 'last-90-days':
      return { from: addDays(today, -89), to: today };
    case 'last-365-days':
      return { from: addDays(today, -364), to: today };
    case 'this-month':
      return { from: monthStart(today, 0), to: today };
    case 'last-month':
      return { from: monthStart(today, -1), to: addDays(monthStart(today, 0), -1) };
    case 'this-quarter':
      return { from: monthStart(today, -intoQuarter(today)), to: today };
    case 'last-quarter': {
      const start = monthStart(today, -intoQuarter(today));
      return { from: monthStart(start, -3), to: addDays(start, -1) };
    }
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

/** Is it a day of the calendar, as `<input type="date">` writes it? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && dayOf(at) === text;
}

export function presetName(preset: Preset): string {
  switch (preset) {
    case 'last-7-days':
      return 'Last 7 days';
    case 'last-30-days':
      return 'Last 30 days';
    case 'last-90-days':
      return 'Last 90 days';
    case 'last-365-days':
      return 'Last 365 days';
    case 'this-month':
      return 'This month';
    case 'last-month':
      return 'Last month';
    case 'this-quarter':
      return 'This quarter';
    case 'last-quarter':
      return 'Last quarter';
    case 'this-year':
      return 'This year';
  }
}
