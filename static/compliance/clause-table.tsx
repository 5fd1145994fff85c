import type { ComplianceQuery, MeasureCompliance, MeasureReport } from '../../src/contract/compliance';
import { sayDuration } from '../ui/duration';
import { DrillNumber } from './drill';

interface Props {
  readonly measure: Pick<MeasureCompliance, 'name' | 'agreementName'>;
  readonly clauses: MeasureReport['exclusions']['clauses'];
  /** Narrowed to the measure. */
  readonly query: ComplianceQuery;
}

/** What exclusions took out of a measure, clause by clause. */
export function ClauseTable({ measure, clauses, query }: Props) {
  if (clauses.length === 0) return <p className="subtle">No exclusion took anything out in this period.</p>;
  return (
    <div
      className="wide"
      role="region"
      aria-label={`Exclusions of ${measure.name}, ${measure.agreementName}`}
      tabIndex={0}
    >
      <table className="numbers">
        <caption className="visually-hidden">What exclusions took out of {measure.name}, by clause</caption>
        <thead>
          <tr>
            <th scope="col">Clause</th>
            <th scope="col">Time taken out</th>
            <th scope="col">Cycles</th>
            <th scope="col">Breaches it turned</th>
          </tr>
        </thead>
        <tbody>
          {clauses.map(({ id, clause, excludedMs, cycles, saved }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                {clause}
              </th>
              <td>{excludedMs === 0 && cycles > 0 ? 'whole cycles' : sayDuration(excludedMs)}</td>
              <td>
                <DrillNumber
                  count={cycles}
                  title={`${measure.name}: ${clause}`}
                  query={query}
                  drill={{ clause: id }}
                />
              </td>
              <td>
                {saved === null ? (
                  <span title="Several clauses took time from the same cycles">not known</span>
                ) : (
                  <DrillNumber
                    count={saved}
                    title={`${measure.name}: saved by ${clause}`}
                    query={query}
                    drill={{ clause: id, verdict: 'saved' }}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
