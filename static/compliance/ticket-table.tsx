import type { ComplianceChoices, TicketRow } from '../../src/contract/compliance';
import { sayDuration } from '../ui/duration';
import { usePlace } from '../ui/place-context';
import { sayMoment } from '../ui/say-date';
import { TableHead } from '../ui/table-head';
import { TicketLink } from '../ui/ticket-link';
import { IssueCells, ISSUE_COLUMNS } from './issue-cells';
import { sayLate, sayTime, verdictWord } from './ticket-words';

interface Props {
  readonly label: string;
  readonly rows: readonly TicketRow[];
  /** The measure is the same everywhere and need not be said. */
  readonly ofOneMeasure: boolean;
}

/** Cycles with their verdicts, and why they are late. */
export function TicketTable({ label, rows, ofOneMeasure }: Props) {
  const place = usePlace();
  const isHeld = rows.some(({ heldMs }) => heldMs !== undefined);
  const columns = [
    'Ticket',
    ...(ofOneMeasure ? [] : ['Measure']),
    'Verdict',
    'Working time',
    ...(isHeld ? ['Of it, held'] : []),
    'Decided',
    ...ISSUE_COLUMNS,
  ];
  return (
    <table className="plain-table cards tickets" role="table">
      <caption className="visually-hidden">{label}</caption>
      <TableHead columns={columns} />
      <tbody role="rowgroup">
        {rows.map((row) => {
          const { word, tone } = verdictWord(row.verdict);
          const late = sayLate(row);
          const gross = verdictWord(row.grossVerdict).word;
          return (
            <tr key={`${row.issueId} ${row.agreementId} ${row.measureId} ${row.cycleNumber}`} role="row">
              <td role="cell" className="card-head ticket-cell">
                <TicketLink issueKey={row.issueKey} />
                <span dir="auto">{row.summary}</span>
                {row.reason && (
                  <span className="subtle" dir="auto">
                    {row.reason}
                  </span>
                )}
              </td>
              {!ofOneMeasure && (
                <td role="cell" data-label="Measure" dir="auto">
                  {row.measureName}
                  {row.cycleNumber > 1 && <span className="subtle"> (cycle {row.cycleNumber})</span>}
                </td>
              )}
              <td role="cell" data-label="Verdict">
                <span className="two-lines">
                  <span className={`badge tone-${tone}`}>{word}</span>
                  {gross !== word && <span className="subtle">Gross: {gross.toLowerCase()}</span>}
                </span>
              </td>
              <td role="cell" data-label="Working time">
                <span className="two-lines">
                  {sayTime(row)}
                  {late !== null && <span className="late">{late}</span>}
                </span>
              </td>
              {isHeld && (
                <td role="cell" data-label="Of it, held">
                  {row.heldMs === undefined ? '–' : sayDuration(row.heldMs)}
                </td>
              )}
              <td role="cell" data-label="Decided">
                {sayMoment(row.decidedAt, place)}
              </td>
              <IssueCells issue={row} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Is a list narrowed to one measure of one agreement? */
export const isOfOneMeasure = (
  { agreements }: ComplianceChoices,
  { agreementId, measureId }: { readonly agreementId?: string; readonly measureId?: string },
): boolean => measureId !== undefined && (agreementId !== undefined || agreements.length === 1);
