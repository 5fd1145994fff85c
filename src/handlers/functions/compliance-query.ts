import { z } from 'zod';
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
  .transform(given);

/** About one measure of one agreement. */
export const measureQuery = complianceQuery.pipe(
  z.looseObject({ from: z.string(), to: z.string(), agreementId: z.string(), measureId: z.string() }),
);

const holderKinds = ['assignee', 'team', 'customer', 'third-party', 'unassigned'] as const;

/** Which tickets are behind a number. */
export const drill = z
  .object({
    verdict: z.enum(['met', 'breached', 'counted', 'left-out', 'saved']).optional(),
    gross: z.boolean().optional(),
    times: z.object({ from: z.int().min(0), to: z.int().min(0) }).optional(),
    cell: z.object({ weekday: z.int().min(0).max(6), hour: z.int().min(0).max(23) }).optional(),
    holder: z.object({ kind: z.enum(holderKinds), id: z.string().max(255) }).optional(),
    clause: named.optional(),
  })
  .transform(given);

/** Without the keys that are undefined. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** What is not asked for is absent, not undefined. */
export function given<T extends object>(payload: T): Given<T> {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined)) as Given<T>;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(text);
  return at >= 0 && new Date(at).toISOString().startsWith(text);
}
