import type { ServiceReportSummary } from '../../src/contract/service-report';
import { Button } from '../ui/button';
import { usePlace } from '../ui/place-context';
import { periodWords, stateWords } from '../ui/service-report/report-words';
import { useAnswer } from '../ui/use-answer';

interface Props {
  readonly onOpen: (report: ServiceReportSummary) => void;
}

/** The service reports for which this customer signs; nothing where there are none. */
export function MyReports({ onOpen }: Props) {
  const { answer } = useAnswer('listReports', undefined);
  if (answer.kind !== 'shown' || answer.value.reports.length === 0) return null;
  const { reports } = answer.value;
  return (
    <section className="waiting" aria-labelledby="reports-title">
      <h2 id="reports-title">Service reports ({reports.length})</h2>
      <ul className="agreements">
        {reports.map((report) => (
          <li key={`${report.projectId} ${report.agreementId} ${report.start}`}>
            <ReportCard report={report} onOpen={() => onOpen(report)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly report: ServiceReportSummary;
  readonly onOpen: () => void;
}

function ReportCard({ report, onOpen }: CardProps) {
  const place = usePlace();
  const { agreementName, timeZone, signatures } = report;
  const { word, tone } = stateWords(report);
  const days = periodWords(report, place, timeZone);
  const waits = report.state === 'delivered' && !signatures.some(({ side }) => side === 'customer');
  return (
    <article className="agreement-card" aria-label={`${agreementName}, ${days}`}>
      <div className="row">
        <h3 dir="auto">{agreementName}</h3>
        <span className={`badge tone-${tone}`}>{word}</span>
      </div>
      <p className="subtle">
        {days}
        {report.late && ' · late'}
        {report.overdueActions > 0 &&
          ` · ${report.overdueActions} ${report.overdueActions === 1 ? 'action' : 'actions'} overdue`}
      </p>
      <div>
        <Button look={waits ? 'primary' : 'default'} onClick={onOpen}>
          {waits ? 'Read and sign' : 'Read'}
          <span className="visually-hidden">
            {' '}
            the service report of {agreementName}, {days}
          </span>
        </Button>
      </div>
    </article>
  );
}
