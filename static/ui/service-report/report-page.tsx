import { useEffect, useRef, type ReactNode } from 'react';
import type { ReportRef } from '../../../src/contract/definitions';
import type { ServiceReportView } from '../../../src/contract/service-report';
import { AgreementReading } from '../agreement-reading';
import { Button } from '../button';
import { call } from '../call';
import { download } from '../download';
import { flag } from '../flag';
import { Loading } from '../loading';
import { Notice } from '../notice';
import { placeIn } from '../place';
import { usePlace } from '../place-context';
import { Refused, type RefusalWords } from '../refused';
import { sayMoment } from '../say-date';
import { SignatureList } from '../signature-list';
import { TicketLink } from '../ticket-link';
import { useAnswer } from '../use-answer';
import { ReportNotes } from './report-notes';
import { ReportSigning } from './report-signing';
import { periodWords, stateWords, toldWords } from './report-words';

const refusal: RefusalWords = {
  notFound: { title: 'Service report not found', text: 'It does not exist, or it is not for you.' },
  forbidden: { title: 'This service report is not for you', text: 'Ask a representative of your side.' },
  failed: 'The service report could not be loaded',
};

interface Props {
  readonly report: ReportRef;
  readonly onBack: () => void;
  /** 1 where the screen has no title of its own. */
  readonly level?: 1 | 2;
  /** What a screen offers beside it. */
  readonly children?: ReactNode;
}

const TITLE = 'service-report-title';

/** While it is drafted, how it gets on is asked for so often. */
const ASK_AGAIN_MS = 4_000;

/** One service report: read, printed, signed, and what both sides make of it. */
export function ReportPage({ report, onBack, level = 2, children }: Props) {
  const { answer, again, put } = useAnswer('readReport', report);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const view = answer.kind === 'shown' ? answer.value : null;
  const Title = `h${level}` as const;
  const drafting = view !== null && view.content === null;
  useEffect(() => {
    if (!drafting) return undefined;
    const timer = setInterval(again, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [drafting, again]);
  return (
    <div className="service-report">
      <div className="no-print">
        <Button look="subtle" onClick={onBack}>
          All service reports
        </Button>
      </div>
      <Title id={TITLE} ref={title} tabIndex={-1} dir="auto">
        {view ? `Service report: ${view.summary.agreementName}` : 'Service report'}
      </Title>
      {answer.kind === 'loading' && <Loading label="Loading the service report" />}
      {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
      {view && <Shown view={view} level={level} report={report} again={again} put={put} />}
      {view?.content && children}
    </div>
  );
}

interface ShownProps {
  readonly level: 1 | 2;
  readonly view: ServiceReportView;
  readonly report: ReportRef;
  readonly again: () => void;
  readonly put: (view: ServiceReportView) => void;
}

function Shown({ view, level, report, again, put }: ShownProps) {
  const { summary, content, text, maySign } = view;
  const place = usePlace();
  const there = placeIn(place, summary.timeZone);
  const Heading = `h${level + 1}` as 'h2' | 'h3';
  const { word, tone } = stateWords(summary);
  const print = async (): Promise<void> => {
    const result = await call('printReport', report);
    if (result.ok) download(result.value.fileName, result.value.text, 'text/html');
    else flag('It could not be printed', { type: 'error', description: result.message });
  };
  return (
    <>
      <p>
        {periodWords(summary, place, summary.timeZone)} <span className={`badge tone-${tone}`}>{word}</span>
      </p>
      <p className="subtle">
        {summary.deliveredAt === null
          ? `Due ${sayMoment(summary.dueAt, there)}.`
          : `Delivered ${sayMoment(summary.deliveredAt, there)}${summary.issueKey === null ? '.' : ' as '}`}
        {summary.deliveredAt !== null && summary.issueKey !== null && (
          <TicketLink issueKey={summary.issueKey} />
        )}
      </p>
      <p className="subtle" dir="auto">
        {toldWords(summary)}
      </p>
      {summary.late && (
        <Notice tone="warning">It was due {sayMoment(summary.dueAt, there)}: that promise is broken.</Notice>
      )}
      {summary.problem !== null && <Notice tone="danger">{summary.problem}</Notice>}
      {content === null && (
        <Notice tone="information">
          Tickets are being replayed. The report shows here by itself once it is frozen.
        </Notice>
      )}
      {content && text && (
        <>
          <div className="row no-print">
            <Button onClick={() => void print()}>Download to print</Button>
          </div>
          <AgreementReading text={text} level={level} titledBy={TITLE} />
          <section aria-labelledby="report-signatures">
            <Heading id="report-signatures">Signatures</Heading>
            <SignatureList
              signatures={summary.signatures}
              waitingFor={(['provider', 'customer'] as const)
                .filter((side) => !summary.signatures.some((one) => one.side === side))
                .map((side) => ({ side }))}
              parties={{ provider: content.provider, customer: content.customer }}
              timeZone={summary.timeZone}
            />
          </section>
          {maySign[0] !== undefined && (
            <ReportSigning
              heading={Heading}
              report={report}
              hash={summary.hash}
              party={maySign[0] === 'provider' ? content.provider : content.customer}
              onSigned={(signed) => {
                flag('You have signed the service report');
                put(signed);
              }}
              onStale={again}
            />
          )}
          <ReportNotes heading={Heading} report={report} view={view} onWritten={put} />
        </>
      )}
    </>
  );
}
