import type { MeasureCompliance } from '../../src/contract/compliance';
import type { GadgetView } from '../../src/contract/gadget';
import { AttainmentBar } from '../ui/attainment-bar';
import { isOnlyTold, NO_PROMISE } from '../ui/no-promise';
import { sayShare } from '../ui/say-share';
import { NoMeasures, nothingToShow } from './no-measures';
import { PageLink } from './page-link';

type Props = Extract<GadgetView, { kind: 'attainment' | 'trend' }>;

/** Attainment against target, measure by measure; every number leads to its tickets. */
export function Attainment({ measures, query, projectKey }: Props) {
  if (nothingToShow(measures)) return <NoMeasures measures={measures} />;
  return (
    <ul className="measures">
      {measures.map((measure) => (
        <li key={`${measure.agreementId} ${measure.measureId}`}>
          <MeasureRow measure={measure} query={query} projectKey={projectKey ?? ''} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps extends Pick<Props, 'query'> {
  readonly measure: MeasureCompliance;
  readonly projectKey: string;
}

function MeasureRow({ measure, query, projectKey }: RowProps) {
  const { agreementId, measureId, name, agreementName, target, net, gross, before } = measure;
  const own = { ...query, agreementId, measureId };
  return (
    <>
      <h2 dir="auto">
        <PageLink projectKey={projectKey} tab="measure" query={own}>
          {name}
        </PageLink>
        {query.agreementId === undefined && <span className="subtle"> · {agreementName}</span>}
      </h2>
      {isOnlyTold(measure) ? (
        <p className="subtle">{NO_PROMISE}</p>
      ) : (
        <AttainmentBar of={net} target={target} name={`${name}, ${agreementName}`} />
      )}
      <p className="measure-facts">
        {net.breached > 0 && (
          <PageLink projectKey={projectKey} tab="breaches" query={own}>
            {net.breached.toLocaleString('en')} breached
            <span className="visually-hidden">, {name}</span>
          </PageLink>
        )}
        {gross.share !== null && gross.share !== net.share && (
          <span className="subtle">Gross {sayShare(gross.share)}</span>
        )}
        {before.share !== null && <span className="subtle">Before {sayShare(before.share)}</span>}
      </p>
    </>
  );
}
