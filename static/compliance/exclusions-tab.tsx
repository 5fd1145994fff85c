import { useState } from 'react';
import type { ComplianceQuery, MeasureCompliance } from '../../src/contract/compliance';
import { Blank } from '../ui/blank';
import { Button } from '../ui/button';
import { sayDuration } from '../ui/duration';
import { Loading } from '../ui/loading';
import { isOnlyTold, NO_PROMISE } from '../ui/no-promise';
import { Refused } from '../ui/refused';
import { sayShare } from '../ui/say-share';
import { useAnswer } from '../ui/use-answer';
import { ClauseTable } from './clause-table';
import { clausesCsv, clausesOf } from './clauses-csv';
import { DrillNumber } from './drill';
import { ExportButton } from './export-button';
import { Link } from './navigation';
import { figureRefusal } from './refusal-words';
import { TabBar } from './tab-bar';
import type { TabProps } from './tab-props';

/** So many measures are asked for at once; the others when they are wanted. */
const AT_ONCE = 6;

/** What the exclusions took out, measure by measure and clause by clause. */
export function ExclusionsTab({ choices, query, grain }: TabProps) {
  const { answer, again } = useAnswer('readCompliance', { query, grain });
  const [room, setRoom] = useState(AT_ONCE);
  const measures = answer.kind === 'shown' ? answer.value.measures : [];
  return (
    <>
      <TabBar
        period={{ choices, query }}
        asOf={answer.kind === 'shown' ? answer.value.asOf : null}
        onRefresh={again}
      >
        {measures.length > 0 && (
          <ExportButton
            key={JSON.stringify(query)}
            fileName={`exclusions-${choices.projectKey.toLowerCase()}-${query.from}-${query.to}.csv`}
            ask={clausesOf(query, measures)}
            toCsv={clausesCsv}
          />
        )}
      </TabBar>
      <p className="under-title subtle">
        Gross is what the clock says, net what both parties agreed that counts. The difference is made by the
        clauses below, each signed.
      </p>
      {answer.kind === 'loading' && <Loading label="Loading exclusions" />}
      {answer.kind === 'refused' && (
        <Refused failure={answer.failure} words={figureRefusal} onAgain={again} />
      )}
      {answer.kind === 'shown' && measures.length === 0 && <Blank title="No measure matches the filters" />}
      <div className="exclusion-measures">
        {measures.slice(0, room).map((measure) => (
          <MeasureExclusions
            key={`${measure.agreementId} ${measure.measureId}`}
            measure={measure}
            query={query}
          />
        ))}
      </div>
      {measures.length > room && (
        <Button onClick={() => setRoom(room + AT_ONCE)}>
          Show {Math.min(AT_ONCE, measures.length - room)} more of {measures.length} measures
        </Button>
      )}
    </>
  );
}

interface Props {
  readonly measure: MeasureCompliance;
  readonly query: ComplianceQuery;
}

function MeasureExclusions({ measure, query }: Props) {
  const { agreementId, measureId, name, agreementName, net, gross, leftOut } = measure;
  const narrowed = { ...query, agreementId, measureId };
  const { answer, again } = useAnswer('readMeasureReport', { query: narrowed, grain: 'month' });
  const id = `${agreementId}-${measureId}-exclusions`;
  const excludedMs = answer.kind === 'shown' ? answer.value.exclusions.excludedMs : 0;
  const share = (of: number | null): string => (of === null ? '–' : sayShare(of));
  return (
    <section aria-labelledby={id}>
      <h2 id={id} dir="auto">
        <Link to={{ page: 'measure', filters: { agreementId, measureId } }}>{name}</Link>{' '}
        <span className="subtle">{agreementName}</span>
      </h2>
      <p>
        {isOnlyTold(measure)
          ? NO_PROMISE
          : gross.share === null && net.share === null
            ? 'Nothing counted.'
            : `${share(gross.share)} gross, ${share(net.share)} net.`}{' '}
        {excludedMs > 0 && `${sayDuration(excludedMs)} taken out`}
        {excludedMs > 0 && leftOut > 0 && ', '}
        {leftOut > 0 && (
          <>
            <DrillNumber
              count={leftOut}
              title={`${name}: left out by an exclusion`}
              query={narrowed}
              drill={{ verdict: 'left-out' }}
            />{' '}
            {leftOut === 1 ? 'cycle' : 'cycles'} left out
          </>
        )}
        {(excludedMs > 0 || leftOut > 0) && '.'}
      </p>
      {answer.kind === 'loading' && <Loading label={`Loading exclusions of ${name}`} pieces={1} />}
      {answer.kind === 'refused' && (
        <Refused failure={answer.failure} words={figureRefusal} onAgain={again} />
      )}
      {answer.kind === 'shown' && (
        <ClauseTable measure={measure} clauses={answer.value.exclusions.clauses} query={narrowed} />
      )}
    </section>
  );
}
