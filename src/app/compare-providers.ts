import type { Result } from '../contract';
import type { ProviderComparison } from '../contract/money';
import type { Instant } from '../engine/instant';
import { commonStrata, standardize } from '../engine/standardize';
import { adjustmentText } from './adjustment-text';
import { comparableMeasures, comparedSides } from './compared-sides';
import { providerFigures, type CountedSide } from './provider-figures';
import { refuseUnlessBrowses } from './refuse';

/** What is compared. Days are local ones of each agreement's provider, both included. */
export interface ComparisonQuestion {
  /** Absent = the measure that most agreements have. */
  readonly measureId?: string;
  readonly from: string;
  readonly to: string;
}

/**
 * All agreements that the person who asks may see in Jira, side by side on one measure: in every project, of
 * tickets whose security level the person is in. `projectId`: the page that asks; null = none does.
 */
export async function compareProviders(
  projectId: string | null,
  { measureId: wanted, from, to }: ComparisonQuestion,
  now: Instant,
): Promise<Result<ProviderComparison>> {
  const refusal = projectId === null ? null : await refuseUnlessBrowses(projectId);
  if (refusal) return refusal;
  const all = await comparedSides(now);
  const measures = comparableMeasures(all);
  const measure = measures.find(({ id }) => id === wanted) ?? measures[0];
  const sides = await Promise.all(
    all
      .filter(({ terms }) =>
        terms.measures.some(({ measureId, hasGoal }) => hasGoal && measureId === measure?.id),
      )
      .map((side) => providerFigures(side, measure?.id ?? '', { from, to }, now)),
  );
  return {
    ok: true,
    value: {
      asOf: now,
      measureId: measure?.id ?? '',
      measureName: measure?.name ?? '',
      measures,
      from,
      to,
      ...adjusted(sides),
    },
  };
}

function adjusted(sides: readonly CountedSide[]): Pick<ProviderComparison, 'providers' | 'adjustment'> {
  const enough = sides.filter(({ figures }) => !figures.few);
  const strata = enough.map((side) => side.strata);
  const standardized = standardize(strata);
  const providers = sides.map((side) => ({
    ...side.figures,
    adjusted: standardized[enough.indexOf(side)] ?? null,
  }));
  return { providers, adjustment: adjustmentText(enough.length, commonStrata(strata).length, providers) };
}
