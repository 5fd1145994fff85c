import type { ServiceReportSummary } from '../../../src/contract/service-report';
import { placeIn } from '../../ui/place';
import { usePlace } from '../../ui/place-context';
import { sayMoment } from '../../ui/say-date';
import { TicketLink } from '../../ui/ticket-link';
import { periodWords, stateWords } from '../../ui/service-report/report-words';
import { TableHead } from '../../ui/table-head';

interface Props {
  readonly reports: readonly ServiceReportSummary[];
  readonly onOpen: (report: ServiceReportSummary) => void;
}

/** Reports with where they stand; each leads to its text. */
export function ReportTable({ reports, onOpen }: Props) {
  const place = usePlace();
  return (
    <table className="plain-table cards" role="table">
      <caption className="visually-hidden">Service reports</caption>
      <TableHead columns={['Period', 'Agreement', 'State', 'Due', 'Delivered']} />
      <tbody role="rowgroup">
        {reports.map((report) => {
          const { projectId, agreementId, agreementName, start, dueAt, deliveredAt, late, issueKey } = report;
          const { overdueActions } = report;
          const there = placeIn(place, report.timeZone);
          const { word, tone } = stateWords(report);
          return (
            <tr key={`${projectId} ${agreementId} ${start}`} role="row">
              <td role="cell" className="card-head">
                <button type="button" className="figure-link" onClick={() => onOpen(report)}>
                  {periodWords(report, place, report.timeZone)}
                  <span className="visually-hidden">, {agreementName}</span>
                </button>
              </td>
              <td role="cell" data-label="Agreement" dir="auto">
                {agreementName}
              </td>
              <td role="cell" data-label="State">
                <span className="two-lines">
                  <span className={`badge tone-${tone}`}>{word}</span>
                  {overdueActions > 0 && (
                    <span className="late">
                      {overdueActions === 1 ? '1 action overdue' : `${overdueActions} actions overdue`}
                    </span>
                  )}
                </span>
              </td>
              <td role="cell" data-label="Due">
                {sayMoment(dueAt, there)}
              </td>
              <td role="cell" data-label="Delivered">
                <span className="two-lines">
                  {deliveredAt === null ? 'Not yet' : sayMoment(deliveredAt, there)}
                  {late && <span className="late">Late</span>}
                  {issueKey !== null && <TicketLink issueKey={issueKey} />}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
