import type { MeasureCompliance } from '../../src/contract/compliance';
import type { GadgetView } from '../../src/contract/gadget';
import { TrendChart } from '../ui/chart/trend-chart';
import { trendSpan } from '../ui/chart/trend-span';
import { isOnlyTold, NO_PROMISE } from '../ui/no-promise';
import { usePlace } from '../ui/place-context';
import { NoMeasures, nothingToShow } from './no-measures';
import { openPage, PageLink } from './page-link';

type Props = Extract<GadgetView, { kind: 'attainment' | 'trend' }>;

/** Attainment by week or month, one chart for each measure; every number leads to the page with its days. */
export function Trend({ measures, grain, query, projectKey }: Props) {
  if (nothingToShow(measures)) return <NoMeasures measures={measures} />;
  return (
    <ul className="measures">
      {measures.map((measure) => {
        const { agreementId, measureId, name, agreementName } = measure;
        const own = { ...query, agreementId, measureId };
        return (
          <li key={`${agreementId} ${measureId}`}>
            <h2 dir="auto">
              <PageLink projectKey={projectKey ?? ''} tab="measure" query={own}>
                {name}
              </PageLink>
              {query.agreementId === undefined && <span className="subtle"> · {agreementName}</span>}
            </h2>
            {isOnlyTold(measure) ? (
              <p className="subtle">{NO_PROMISE}</p>
            ) : (
              <Chart measure={measure} grain={grain} query={own} projectKey={projectKey ?? ''} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ChartProps extends Pick<Props, 'grain' | 'query'> {
  readonly measure: MeasureCompliance;
  readonly projectKey: string;
}

function Chart({ measure: { name, agreementName, trend, target }, grain, query, projectKey }: ChartProps) {
  const { locale } = usePlace();
  return (
    <TrendChart
      name={`${name}, ${agreementName}`}
      points={trend}
      grain={grain}
      target={target}
      locale={locale}
      height={140}
      onOpen={(point, { verdict }) =>
        openPage(projectKey, verdict === 'breached' ? 'breaches' : 'measure', {
          ...query,
          ...trendSpan(point, grain, query),
        })
      }
    />
  );
}
