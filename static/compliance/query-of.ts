import type { ComplianceChoices, ComplianceQuery } from '../../src/contract/compliance';
import type { Filters } from './address';
import { daysOf } from './period';

type Agreement = ComplianceChoices['agreements'][number];

/** The agreement whose zone tells the days: the one chosen, else the first. */
export const dayKeeper = ({ agreements }: ComplianceChoices, { agreementId }: Filters): Agreement | null =>
  agreements.find((one) => one.agreementId === agreementId) ?? agreements[0] ?? null;

/** The query that filters stand for, with the days of their period. */
export function queryOf(choices: ComplianceChoices, filters: Filters): ComplianceQuery {
  const today = dayKeeper(choices, filters)?.today ?? new Date(choices.asOf).toISOString().slice(0, 10);
  const { period, grain: _, ...narrowed } = filters;
  const given = Object.entries(narrowed).filter(([, value]) => value !== undefined);
  return { ...daysOf(period, today), ...Object.fromEntries(given) };
}
