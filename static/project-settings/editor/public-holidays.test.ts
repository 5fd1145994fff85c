import Holidays from 'date-holidays';
import { publicHolidays, regionChoices } from './public-holidays';

it('offers countries, their regions and the parts of those', () => {
  const { countries, states, regions } = regionChoices(Holidays, 'DE', 'BY');
  expect(countries).toContainEqual({ code: 'DE', name: 'Germany' });
  expect(states).toContainEqual({ code: 'BY', name: 'Bayern' });
  expect(regions.length).toBeGreaterThan(0);
  expect(regionChoices(Holidays, '', '').states).toEqual([]);
});

it('lists public holidays of a place only, with those on another day instead', () => {
  const lines = publicHolidays(Holidays, { country: 'GB', state: 'ENG', region: '' }, [2026]);
  expect(lines).toContainEqual({ date: '2026-04-03', name: 'Good Friday' });
  expect(lines).toContainEqual({ date: '2026-12-28', name: 'Boxing Day (substitute day)' });
  expect(lines.map(({ name }) => name)).not.toContain("Mother's Day");
});

it('knows what only a region keeps', () => {
  const dates = (state: string) =>
    publicHolidays(Holidays, { country: 'DE', state, region: '' }, [2026, 2027]).map(({ date }) => date);
  expect(dates('BY')).toContain('2026-01-06');
  expect(dates('BE')).not.toContain('2026-01-06');
  expect(dates('BE')).toContain('2027-12-25');
});
