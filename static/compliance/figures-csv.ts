import { toCsv, type Cell } from '../ui/csv';

/**
 * Figures or tickets as CSV. Others who read the file may see other tickets than the person who took it away, so it
 * says below the table whose it is of. `hidden`: how many more Jira did not show that person.
 */
export function figuresCsv(head: readonly string[], rows: readonly (readonly Cell[])[], hidden = 0): string {
  return toCsv(head, rows, [
    'Of tickets whose security level the person who exported this may see',
    ...(hidden > 0 ? [`Left out: ${hidden} more, which Jira does not show that person`] : []),
  ]);
}
