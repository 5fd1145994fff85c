import { daysOf, isDay, PRESETS, type Preset } from './period';

describe('the days of a period', () => {
  it.each<[Preset, string, string, string]>([
    ['last-7-days', '2026-11-26', '2026-11-20', '2026-11-26'],
    ['last-30-days', '2026-03-01', '2026-01-31', '2026-03-01'],
    ['last-90-days', '2026-11-26', '2026-08-29', '2026-11-26'],
    ['last-365-days', '2024-02-29', '2023-03-02', '2024-02-29'],
    ['this-month', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['last-month', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['last-month', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['this-quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['last-quarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['this-year', '2026-11-26', '2026-01-01', '2026-11-26'],
  ])('%s seen from %s', (preset, today, from, to) => {
    expect(daysOf({ preset }, today)).toEqual({ from, to });
  });

  it('stays what was chosen, whatever the day', () => {
    const chosen = { preset: null, from: '2026-01-01', to: '2026-02-03' } as const;
    expect(daysOf(chosen, '2027-05-05')).toEqual({ from: '2026-01-01', to: '2026-02-03' });
  });

  it('never ends after today nor begins after it ends', () => {
    for (const preset of PRESETS)
      for (const today of ['2024-02-29', '2026-01-01', '2026-12-31']) {
        const { from, to } = daysOf({ preset }, today);
        expect(from <= to && to <= today).toBe(true);
      }
  });
});

it.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2026-2-1', false],
  ['', false],
  ['2026-13-01', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
