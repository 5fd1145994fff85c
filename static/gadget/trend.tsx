import type { GadgetView } from '../../src/contract/gadget';
import { TrendChart } from '../ui/chart/trend-chart';
import { usePlace } from '../ui/place-context';
import { NoMeasures } from './no-measures';
import { PageLink } from './page-link';

type Props = Extract<GadgetView, { kind: 'attainment' | 'trend' }>;

/** Attainment by week or month, one chart for each measure. */
export function Trend({ measures, grain, query, projectKey }: Props) {
  const { locale } = usePlace();
  if (measures.length === 0 || measures.every(({ gross }) => gross.share === null))
    return <NoMeasures measures={measures} />;
  return (
    <ul className="measures">
      {measures.map(({ agreementId, measureId, agreementName, name, trend, target }) => (
        <li key={`${agreementId} ${measureId}`}>
          <h2 dir="auto">
            <PageLink
              projectKey={projectKey ?? ''}
              tab="measure"
              query={{ ...query, agreementId, measureId }}
            >
              {name}
            </PageLink>
            {query.agreementId === undefined && <span className="subtle"> · {agreementName}</span>}
          </h2>
          <TrendChart
            name={`${name}, ${agreementName}`}
            points={trend}
            grain={grain}
            target={target}
            locale={locale}
            height={140}
          />
        </li>
      ))}
    </ul>
  );
}
