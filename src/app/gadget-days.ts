import type { GadgetConfiguration } from '../contract/gadget';
import { dayOf, formatLocalDay, parseCivilDate, parseLocalDay } from '../engine/local-date';

export type GadgetPeriod = NonNullable<GadgetConfiguration['period']>;

const SPANS = { '7d': 7, '30d': 30, '90d': 90, '365d': 365 } as const;

/**
 * First and last day of a gadget's period, both included, seen from `today`. What is going on ends today.
 *
 * gadgetDays('last-month', '2026-11-26') //=> { from: '2026-10-01', to: '2026-10-31' }
 */
export function gadgetDays(
  period: GadgetPeriod,
  today: string,
): { readonly from: string; readonly to: string } {
  const day = parseLocalDay(today);
  const { year, month } = parseCivilDate(today);
  switch (period) {
    case '7d':
    case '30d':
    case '90d':
    case '365d':
      return { from: formatLocalDay(day - SPANS[period] + 1), to: today };
    case 'this-month':
      return { from: formatLocalDay(dayOf(year, month, 1)), to: today };
    case 'last-month': {
      const next = dayOf(year, month, 1);
      const before = parseCivilDate(formatLocalDay(next - 1));
      return { from: formatLocalDay(dayOf(before.year, before.month, 1)), to: formatLocalDay(next - 1) };
    }
    case 'this-quarter':
      return { from: formatLocalDay(dayOf(year, month - ((month - 1) % 3), 1)), to: today };
  }
}
