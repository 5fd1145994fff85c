import type { ComplianceQuery, MeasureCompliance } from '../../src/contract/compliance';
import { sayDuration } from '../ui/duration';
import { Loading } from '../ui/loading';
import { NO_PROMISE } from '../ui/no-promise';
import { ProblemList } from '../ui/problem-list';
import { useAnswer } from '../ui/use-answer';
import { DrillNumber } from './drill';

interface Props {
  readonly measure: Pick<MeasureCompliance, 'agreementId' | 'measureId' | 'name'>;
  readonly query: ComplianceQuery;
}

/** A measure without a goal: nothing of it is met or breached, but how long it took is known. */
export function TimeTold({ measure: { agreementId, measureId, name }, query }: Props) {
  const narrowed = { ...query, agreementId, measureId };
  const { answer } = useAnswer('readMeasureReport', { query: narrowed, grain: 'month' });
  return (
    <div className="measure-figures">
      <p>{NO_PROMISE}</p>
      {answer.kind === 'loading' && <Loading label={`Loading the times of ${name}`} pieces={1} />}
      {answer.kind === 'refused' && (
        <ProblemList failure={answer.failure} lead="Its times could not be read." />
      )}
      {answer.kind === 'shown' && <Times name={name} times={answer.value.times} query={narrowed} />}
    </div>
  );
}

interface TimesProps {
  readonly name: string;
  readonly times: { readonly cases: number; readonly p50: number | null; readonly p90: number | null };
  readonly query: ComplianceQuery;
}

function Times({ name, times: { cases, p50, p90 }, query }: TimesProps) {
  if (p50 === null || p90 === null) return <p className="subtle">Nothing stopped in this period.</p>;
  return (
    <dl className="figures">
      <div>
        <dt>Half</dt>
        <dd>took no more than {sayDuration(p50)}</dd>
      </div>
      <div>
        <dt>90%</dt>
        <dd>took no more than {sayDuration(p90)}</dd>
      </div>
      <div>
        <dt>Of</dt>
        <dd>
          <DrillNumber
            count={cases}
            title={`${name}: stopped`}
            query={query}
            drill={{ times: { from: 0, to: Number.MAX_SAFE_INTEGER } }}
          />{' '}
          {cases === 1 ? 'cycle' : 'cycles'} that stopped
        </dd>
      </div>
    </dl>
  );
}
