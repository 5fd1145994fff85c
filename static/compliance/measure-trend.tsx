import type { ComplianceQuery, MeasureCompliance } from '../../src/contract/compliance';
import { TrendChart } from '../ui/chart/trend-chart';
import { usePlace } from '../ui/place-context';
import { useDrill } from './drill';
import { trendSpan } from './trend-span';

interface Props {
  readonly measure: MeasureCompliance;
  readonly query: ComplianceQuery;
  readonly grain: 'week' | 'month';
  readonly height?: number;
}

/** A measure over time; each week or month leads to its tickets. */
export function MeasureTrend({ measure, query, grain, height = 150 }: Props) {
  const { locale } = usePlace();
  const open = useDrill();
  const { agreementId, measureId, name, trend, target } = measure;
  return (
    <TrendChart
      name={name}
      points={trend}
      grain={grain}
      target={target}
      locale={locale}
      height={height}
      onOpen={(point, verdict) =>
        open({
          title: `${name}: ${verdict === 'breached' ? 'breached' : 'met and breached'}`,
          query: { ...query, agreementId, measureId, ...trendSpan(point, grain, query) },
          drill: { verdict },
        })
      }
    />
  );
}
