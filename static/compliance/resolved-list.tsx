import type { ComplianceQuery, ResolvedKind, ResolvedTicket } from '../../src/contract/compliance';
import { call } from '../ui/call';
import { usePlace } from '../ui/place-context';
import { sayMoment } from '../ui/say-date';
import { TableHead } from '../ui/table-head';
import { TicketLink } from '../ui/ticket-link';
import { IssueCells, ISSUE_COLUMNS } from './issue-cells';
import { ListOf } from './ticket-list';
import { usePages, type AskPage } from './use-pages';

/** Asks for tickets that were resolved. */
export const resolvedOf =
  (query: ComplianceQuery, of: ResolvedKind): AskPage<ResolvedTicket> =>
  (after) =>
    call('listResolved', after === undefined ? { query, of } : { query, of, after });

interface Props {
  readonly query: ComplianceQuery;
  readonly of: ResolvedKind;
  readonly label: string;
  /** Said when there is none. */
  readonly none: string;
}

const COLUMNS = ['Ticket', 'Resolved', 'Reopened', 'Stars', ...ISSUE_COLUMNS];

/** Tickets that were resolved, the last one first, and how they felt. */
export function ResolvedList({ query, of, label, none }: Props) {
  const place = usePlace();
  const pages = usePages(JSON.stringify([query, of]), resolvedOf(query, of));
  return (
    <ListOf pages={pages} one="ticket" none={none}>
      <table className="plain-table cards tickets" role="table">
        <caption className="visually-hidden">{label}</caption>
        <TableHead columns={COLUMNS} />
        <tbody role="rowgroup">
          {pages.rows.map((row) => (
            <tr key={row.issueId} role="row">
              <td role="cell" className="card-head ticket-cell">
                <TicketLink issueKey={row.issueKey} />
                <span dir="auto">{row.summary}</span>
              </td>
              <td role="cell" data-label="Resolved">
                {sayMoment(row.resolvedAt, place)}
              </td>
              <td role="cell" data-label="Reopened">
                {row.reopened === 0 ? '–' : row.reopened === 1 ? 'once' : `${row.reopened} times`}
              </td>
              <td role="cell" data-label="Stars">
                {row.stars === null ? '–' : `${row.stars} of 5`}
              </td>
              <IssueCells issue={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </ListOf>
  );
}
