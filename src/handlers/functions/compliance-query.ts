import { z } from 'zod';
import type { ComplianceQuery } from '../../contract/compliance';
import { agreementId } from '../answer';

const DAY_MS = 86_400_000;
/** Ten years: what the store reads at once stays within its limits. */
const MOST_DAYS = 3_660;

const day = z.string().refine(isDay, 'It is no day of the calendar.');
/** Ids of measures, accounts, organizations ...: of none, if it is mistyped. */
const named = z.string().max(128);

export const grain = z.enum(['week', 'month']);

/** What a report is about, as the browser asks. */
export const complianceQuery = z
  .object({
    from: day,
    to: day,
    agreementId: agreementId.optional(),
    measureId: named.optional(),
    priority: named.optional(),
    requestType: named.optional(),
    organization: named.optional(),
    assignee: named.optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day comes before the first.' })
  .refine(({ from, to }) => !(Date.parse(to) - Date.parse(from) >= MOST_DAYS * DAY_MS), {
    path: ['to'],
    message: 'A period is ten years at most.',
  })
  .transform((query) => given(query) as ComplianceQuery);

/** Absent, not undefined: what is not narrowed down. */
export function given<T extends object>(query: T): T {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as T;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(text);
  return at >= 0 && new Date(at).toISOString().startsWith(text);
}
