import type { ComplianceQuery, MeasureCompliance } from '../../src/contract/compliance';
import { isOnlyTold } from '../ui/no-promise';
import { MeasureFigures } from './measure-figures';
import { MeasureTrend } from './measure-trend';
import { Link } from './navigation';
import { standingOf } from './share-words';
import { StandingBadge } from './standing-badge';
import { TimeTold } from './time-told';

interface Props {
  readonly measure: MeasureCompliance;
  readonly query: ComplianceQuery;
  readonly grain: 'week' | 'month';
}

/** One measure of the overview; its name leads to all that is known of it. */
export function MeasureCard({ measure, query, grain }: Props) {
  const { agreementId, measureId, name, trend } = measure;
  return (
    <article className="measure-card" aria-label={name}>
      <div className="measure-card-head">
        <h3 dir="auto">
          <Link to={{ page: 'measure', filters: { agreementId, measureId } }}>{name}</Link>
        </h3>
        <StandingBadge standing={standingOf(measure)} />
      </div>
      {isOnlyTold(measure) ? (
        <TimeTold measure={measure} query={query} />
      ) : (
        <MeasureFigures measure={measure} query={query} />
      )}
      {trend.some(({ net: of, gross }) => of.share !== null || gross.share !== null) && (
        <MeasureTrend measure={measure} query={query} grain={grain} />
      )}
    </article>
  );
}
