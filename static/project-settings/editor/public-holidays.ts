import type Holidays from 'date-holidays';
import type { HolidayLine } from './holidays-from-ical';

type HolidaysClass = typeof Holidays;

export interface RegionChoice {
  readonly code: string;
  readonly name: string;
}

const choices = (names: Readonly<Record<string, string>> | undefined): readonly RegionChoice[] =>
  Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** Countries, the states of a country, the regions of a state, by name. */
export function regionChoices(
  source: HolidaysClass,
  country: string,
  state: string,
): {
  readonly countries: readonly RegionChoice[];
  readonly states: readonly RegionChoice[];
  readonly regions: readonly RegionChoice[];
} {
  const all = new source();
  return {
    countries: choices(all.getCountries('en')),
    states: country ? choices(all.getStates(country, 'en')) : [],
    regions: country && state ? choices(all.getRegions(country, state, 'en')) : [],
  };
}

/** Public holidays of a place in some years, by date, in English where the source knows it. */
export function publicHolidays(
  source: HolidaysClass,
  place: { readonly country: string; readonly state: string; readonly region: string },
  years: readonly number[],
): readonly HolidayLine[] {
  const { country, state, region } = place;
  const holidays = new source({
    country,
    ...(state ? { state } : {}),
    ...(state && region ? { region } : {}),
  });
  const lines = new Map<string, HolidayLine>();
  for (const year of years) {
    for (const { date, start, end, name, type } of holidays.getHolidays(year, 'en')) {
      if (type !== 'public') continue;
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      for (let step = 0; step < Math.min(days, 31); step++) {
        const day = new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + step * 86_400_000);
        const text = day.toISOString().slice(0, 10);
        if (!lines.has(text)) lines.set(text, { date: text, name });
      }
    }
  }
  return [...lines.values()].sort((a, b) => a.date.localeCompare(b.date));
}
