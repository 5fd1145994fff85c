import { gadgetDays, type GadgetPeriod } from './gadget-days';

describe('the days of a gadget', () => {
  it.each<[GadgetPeriod, string, string, string]>([
    ['7d', '2026-11-26', '2026-11-20', '2026-11-26'],
    ['30d', '2026-03-01', '2026-01-31', '2026-03-01'],
    ['90d', '2026-11-26', '2026-08-29', '2026-11-26'],
    ['365d', '2024-12-31', '2024-01-02', '2024-12-31'],
    ['this-month', '2026-11-26', '2026-11-01', '2026-11-26'],
    ['this-month', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['last-month', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['last-month', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['this-quarter', '2026-11-26', '2026-10-01', '2026-11-26'],
    ['this-quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
  ])('%s seen from %s are %s to %s', (period, today, from, to) => {
    expect(gadgetDays(period, today)).toEqual({ from, to });
  });
});
