import { z } from 'zod';

const column = z.string().min(1);

const field = z.union([
  column.transform((name) => ({ column: name, values: {} as Record<string, string> })),
  z.strictObject({ column, values: z.record(z.string(), z.string()).default({}) }),
]);

/**
 * How the columns of an event-log CSV become an issue's history: one row = what is known of a case at an
 * instant. See scenarios/logs for worked ones.
 */
export const mappingSchema = z.strictObject({
  log: z.literal(1),
  name: z.string().min(1),
  /** Who made the data and under which licence; printed with every result. */
  attribution: z.string().min(1),
  delimiter: z.string().length(1).default(','),
  /** Column of the case number. */
  case: column,
  /** Column of the instant a row was written. */
  at: column,
  time: z.strictObject({ format: z.string().default('iso'), zone: z.string().default('UTC') }),
  /** Column that orders rows of one instant; without it they keep the file's order. */
  order: column.optional(),
  /** Column of the creation instant; without it the case begins with its first row. */
  created: column.optional(),
  summary: column.optional(),
  /** Field id -> column; `values` renames what the column says. */
  fields: z.record(z.string(), field),
  /** What held at a creation that lies before the first row; other fields are taken from that row. */
  initial: z.record(z.string(), z.string()).default({}),
  /** Values a field may take besides those a file happens to have, so that rules may name them. */
  known: z.record(z.string(), z.array(z.string())).default({}),
  /** Column values that mean "not recorded": the field keeps what it had. */
  unknown: z.array(z.string()).default(['', '?']),
  /** Statuses in which a case has a resolution, and its name. */
  resolved: z.strictObject({ status: z.array(z.string()).min(1), as: z.string().default('Done') }).optional(),
});

export type Mapping = z.output<typeof mappingSchema>;
