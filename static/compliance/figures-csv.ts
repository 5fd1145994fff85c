import type { Instant } from '../../src/engine/instant';
import { toCsv, type Cell } from '../ui/csv';

interface Taken {
  /** When the figures were true; null = they do not say. */
  readonly asOf: Instant | null;
  /** How many more rows Jira did not show the person who took them away. */
  readonly hidden?: number;
}

/**
 * Figures or tickets as CSV. Others who read the file may see other tickets than the person who took it away, and
 * later: below the table it says whose it is of, and as of when (UTC), and `more` that they must know.
 */
export function figuresCsv(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  { asOf, hidden = 0 }: Taken,
  more: readonly string[] = [],
): string {
  const at = asOf === null ? '' : `, as of ${new Date(asOf).toISOString()}`;
  return toCsv(head, rows, [
    `Of tickets whose security level the person who exported this may see${at}`,
    ...(hidden > 0 ? [`Left out: ${hidden} more, which Jira does not show that person`] : []),
    ...more,
  ]);
}
