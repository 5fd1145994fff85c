import type { ProviderFigures } from '../../../src/contract/money';
import { sayDuration } from '../../ui/duration';
import { sayShare } from '../../ui/say-share';
import { StandingBadge } from '../standing-badge';
import { standingOf } from '../share-words';
import { sayMinor } from './say-minor';

const COLUMNS = ['Provider', 'Cases', 'Reached', '95 % range', 'Adjusted', 'Half in', '90 % in', 'Credits', 'Cost per resolved ticket']; // prettier-ignore

/** The figures of each side; every number of the chart is in it. */
export function ProviderTable({
  providers,
  locale,
}: {
  readonly providers: readonly ProviderFigures[];
  readonly locale: string;
}) {
  // prettier-ignore
  return (
    <table className="plain-table cards numbers" role="table">
      <caption className="visually-hidden">Figures of each provider</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {providers.map((one) => (
          <tr key={`${one.projectId} ${one.agreementId}`} role="row">
            <th role="rowheader" scope="row" className="card-head">
              <span className="two-lines">
                <strong dir="auto">{one.provider}</strong>
                <span className="subtle" dir="auto">
                  {one.agreementName} · {one.projectKey}
                </span>
                {one.few ? (
                  <span className="badge tone-warning">Too few cases to judge</span>
                ) : (
                  <StandingBadge standing={standingOf({ net: one.counts, target: one.target, hasGoal: true })} />
                )}
              </span>
            </th>
            {cellsOf(one, locale).map((text, i) => (
              <td key={COLUMNS[i + 1]} role="cell" data-label={COLUMNS[i + 1]}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellsOf(one: ProviderFigures, locale: string): readonly string[] {
  const { counts, range, adjusted, p50, p90 } = one;
  const money = (minor: number | null) => (minor === null ? '–' : sayMinor(minor, one, locale));
  return [
    one.cases.toLocaleString(locale),
    counts.share === null ? '–' : sayShare(counts.share),
    range === null ? '–' : `${sayShare(range.low)} to ${sayShare(range.high)}`,
    adjusted === null ? '–' : `${sayShare(adjusted.share)} (${sayShare(adjusted.low)} to ${sayShare(adjusted.high)})`, // prettier-ignore
    p50 === null ? '–' : sayDuration(p50),
    p90 === null ? '–' : sayDuration(p90),
    money(one.creditsMinor),
    one.costPerResolvedMinor === null
      ? '–'
      : `${money(one.costPerResolvedMinor)} (${one.resolved.toLocaleString(locale)} resolved)`,
  ];
}
