import type { ComplianceQuery, MeasureCompliance } from '../../src/contract/compliance';
import { TrendChart, type TrendDrill } from '../ui/chart/trend-chart';
import { trendSpan } from '../ui/chart/trend-span';
import { usePlace } from '../ui/place-context';
import { useDrill } from './drill';

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
      onOpen={(point, drill) =>
        open({
          title: `${name}: ${drillWords(drill)}`,
          query: { ...query, agreementId, measureId, ...trendSpan(point, grain, query) },
          drill,
        })
      }
    />
  );
}

function drillWords({ verdict, gross }: TrendDrill): string {
  switch (verdict) {
    case 'met':
    case 'breached':
      return verdict;
    case 'counted':
      return `met and breached${gross ? ' gross' : ''}`;
    case 'left-out':
      return 'left out by an exclusion';
  }
}
