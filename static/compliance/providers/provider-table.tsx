import type { ReactNode } from 'react';
import type { ComplianceQuery } from '../../../src/contract/compliance';
import type { ProviderFigures } from '../../../src/contract/money';
import { sayDuration } from '../../ui/duration';
import { sayShare } from '../../ui/say-share';
import { UNFILTERED, type Address } from '../address';
import { DrillNumber } from '../drill';
import { Link } from '../navigation';
import { StandingBadge } from '../standing-badge';
import { standingOf } from '../share-words';
import { ProjectLink } from './project-link';
import { sayMinor } from './say-minor';
import { TableHead } from '../../ui/table-head';

const COLUMNS = ['Provider', 'Cases', 'Reached', '95 % range', 'Adjusted', 'Half in', '90 % in', 'Credits', 'Cost per resolved ticket']; // prettier-ignore

interface Props {
  readonly providers: readonly ProviderFigures[];
  /** Of the page: numbers of other projects are opened there. */
  readonly projectKey: string;
  /** The measure and the days that are compared. */
  readonly query: ComplianceQuery;
  readonly locale: string;
}

/** The figures of each side; every number of the chart is in it. */
export function ProviderTable({ providers, projectKey, query, locale }: Props) {
  // prettier-ignore
  return (
    <table className="plain-table cards numbers" role="table">
      <caption className="visually-hidden">Figures of each provider</caption>
      <TableHead columns={COLUMNS} />
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
            {cellsOf(one, numbersOf(one, projectKey, query, locale), locale).map((cell, i) => (
              <td key={COLUMNS[i + 1]} role="cell" data-label={COLUMNS[i + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Cases and resolved tickets, with the way to them: over this page, or in the project that they are in. */
function numbersOf(
  { agreementId, agreementName, cases, resolved, ...one }: ProviderFigures,
  projectKey: string,
  query: ComplianceQuery,
  locale: string,
): { readonly cases: ReactNode; readonly resolved: ReactNode } {
  const { from, to, measureId } = query;
  const filters = { period: { preset: null, from, to }, agreementId } as const;
  const list = { page: 'overview', below: [], list: 'resolved' } as const;
  if (one.projectKey === projectKey)
    return {
      cases: (
        <DrillNumber
          count={cases}
          title={`${agreementName}: cases`}
          query={{ ...query, agreementId }}
          drill={{ verdict: 'counted' }}
        />
      ),
      resolved:
        resolved === 0 ? (
          '0 resolved'
        ) : (
          <>
            <Link to={{ ...list, filters: { ...UNFILTERED, ...filters } }}>
              {resolved.toLocaleString(locale)}
              <span className="visually-hidden"> tickets, {agreementName}: resolved</span>
            </Link>{' '}
            resolved
          </>
        ),
    };
  const there = (to: Address, said: string) => (
    <ProjectLink projectKey={one.projectKey} to={to}>
      in {one.projectKey}
      <span className="visually-hidden">, {said}</span>
    </ProjectLink>
  );
  const measure = { page: 'measure', below: [], list: null } as const;
  return {
    cases: (
      <>
        {cases.toLocaleString(locale)}{' '}
        {there({ ...measure, filters: { ...filters, grain: 'week', measureId } }, agreementName)}
      </>
    ),
    resolved: (
      <>
        {resolved.toLocaleString(locale)} resolved{' '}
        {resolved > 0 &&
          there({ ...list, filters: { ...filters, grain: 'week' } }, `resolved under ${agreementName}`)}
      </>
    ),
  };
}

function cellsOf(
  one: ProviderFigures,
  { cases, resolved }: ReturnType<typeof numbersOf>,
  locale: string,
): readonly ReactNode[] {
  const { counts, range, adjusted, p50, p90 } = one;
  const money = (minor: number | null) => (minor === null ? '–' : sayMinor(minor, one, locale));
  return [
    cases,
    counts.share === null ? '–' : sayShare(counts.share),
    range === null ? '–' : `${sayShare(range.low)} to ${sayShare(range.high)}`,
    adjusted === null ? '–' : `${sayShare(adjusted.share)} (${sayShare(adjusted.low)} to ${sayShare(adjusted.high)})`, // prettier-ignore
    p50 === null ? '–' : sayDuration(p50),
    p90 === null ? '–' : sayDuration(p90),
    money(one.creditsMinor),
    <>
      {money(one.costPerResolvedMinor)} ({resolved})
    </>,
  ];
}
