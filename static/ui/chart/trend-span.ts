import type { ComplianceQuery } from '../../../src/contract/compliance';
import { addDays } from '../add-days';

/**
 * The days of a week or month that begins with `day`, as far as `query` covers it where it covers it in part.
 * @example trendSpan({ day: '2026-11-23', partial: false }, 'week', query) //=> { from: '2026-11-23', to: '2026-11-29' }
 */
export function trendSpan(
  { day, partial }: { readonly day: string; readonly partial: boolean },
  grain: 'week' | 'month',
  query: Pick<ComplianceQuery, 'from' | 'to'>,
): { readonly from: string; readonly to: string } {
  const to = grain === 'week' ? addDays(day, 6) : lastOfMonth(day);
  if (!partial) return { from: day, to };
  return { from: day < query.from ? query.from : day, to: to > query.to ? query.to : to };
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
