import type { GadgetView } from '../../src/contract/gadget';
import type { ProviderFigures } from '../../src/contract/money';
import { Blank } from '../ui/blank';
import { axisFloor } from '../ui/chart/share-axis';
import { sayDuration } from '../ui/duration';
import { sayShare } from '../ui/say-share';
import { PageLink } from './page-link';
import { RangeMark } from './range-mark';

type Props = Extract<GadgetView, { kind: 'providers' }>;

/** Providers side by side on one measure: attainment with its range, and what it would be with one mix. */
export function Providers({ comparison: { providers, adjustment, measureId }, query }: Props) {
  const counted = providers.filter(({ cases }) => cases > 0);
  if (providers.length === 0) {
    return <Blank title="Nothing to compare">No agreement that you may see promises this measure.</Blank>;
  }
  if (counted.length === 0) {
    return <Blank title="Nothing counted yet">No provider has a verdict on this measure in this time.</Blank>;
  }
  const floor = axisFloor(
    counted.flatMap(({ counts, range, target }) =>
      [counts.share, range?.low, target].filter((share) => typeof share === 'number'),
    ),
  );
  return (
    <>
      <ul className="providers">
        {providers.map((one) => (
          <li key={`${one.projectId} ${one.agreementId}`}>
            <Provider of={one} floor={floor} query={{ ...query, measureId, agreementId: one.agreementId }} />
          </li>
        ))}
      </ul>
      <p className="subtle">
        Bars show the range of 95% certainty, from {sayShare(floor)} to 100%. {adjustment}
      </p>
    </>
  );
}

interface ProviderProps {
  readonly of: ProviderFigures;
  readonly floor: number;
  readonly query: Props['query'];
}

function Provider({ of, floor, query }: ProviderProps) {
  const { provider, agreementName, projectKey, counts, cases, range, adjusted, target, p90, few } = of;
  const reached = counts.share !== null && range ? { share: counts.share, ...range } : null;
  return (
    <>
      <h2 dir="auto">
        {provider}
        <span className="subtle"> · {agreementName}</span>
      </h2>
      {reached ? (
        <>
          <p className="provider-share">
            <strong>{sayShare(reached.share)}</strong>
            <span className="subtle">
              {sayShare(reached.low)} to {sayShare(reached.high)}
            </span>
          </p>
          <RangeMark {...reached} target={target} floor={floor} name={provider} />
          {adjusted && (
            <p className="subtle">
              {sayShare(adjusted.share)} with one mix of tickets ({sayShare(adjusted.low)} to{' '}
              {sayShare(adjusted.high)})
            </p>
          )}
        </>
      ) : (
        <p className="subtle">Nothing counted yet</p>
      )}
      <p className="measure-facts">
        {cases > 0 && (
          <PageLink projectKey={projectKey} tab="measure" query={query}>
            {counts.met.toLocaleString('en')} of {cases.toLocaleString('en')} met
            <span className="visually-hidden">, {provider}</span>
          </PageLink>
        )}
        {target !== null && <span className="subtle">{sayShare(target)} promised</span>}
        {p90 !== null && <span className="subtle">90% within {sayDuration(p90)}</span>}
        {few && cases > 0 && <span className="few">Too few cases to judge</span>}
      </p>
    </>
  );
}
