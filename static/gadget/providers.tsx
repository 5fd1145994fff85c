import type { GadgetView } from '../../src/contract/gadget';
import type { ProviderFigures } from '../../src/contract/money';
import { Blank } from '../ui/blank';
import { axisFloor } from '../ui/chart/share-axis';
import { sayDuration } from '../ui/duration';
import { sayShare } from '../ui/say-share';
import { PageLink } from './page-link';
import { RangeMark } from './range-mark';

type Props = Extract<GadgetView, { kind: 'providers' }>;

/** Providers side by side on one measure: attainment with its range, adjusted where it can be. */
export function Providers({ comparison: { providers, adjustment, measureId }, query }: Props) {
  const counted = providers.filter(({ cases }) => cases > 0);
  if (providers.length === 0) {
    return <Blank title="Nothing to compare">No agreement that you may see promises this measure.</Blank>;
  }
  if (counted.length === 0) {
    return <Blank title="Nothing counted yet">No provider has a verdict on this measure in this time.</Blank>;
  }
  const floor = axisFloor(
    counted.flatMap(({ counts, range, adjusted, target }) =>
      [counts.share, range?.low, adjusted?.low, target].filter((share) => typeof share === 'number'),
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
  const best = adjusted ?? (counts.share !== null && range ? { share: counts.share, ...range } : null);
  return (
    <>
      <h2 dir="auto">
        {provider}
        <span className="subtle"> · {agreementName}</span>
      </h2>
      {best ? (
        <>
          <p className="provider-share">
            <strong>{sayShare(best.share)}</strong>
            <span className="subtle">
              {sayShare(best.low)} to {sayShare(best.high)}
              {adjusted && counts.share !== null && `, adjusted from ${sayShare(counts.share)}`}
            </span>
          </p>
          <RangeMark {...best} target={target} floor={floor} name={provider} />
        </>
      ) : (
        <p className="subtle">Nothing counted yet</p>
      )}
      <p className="measure-facts">
        {cases > 0 && (
          <PageLink projectKey={projectKey} tab="measure" query={query}>
            {counts.met} of {cases} met
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
