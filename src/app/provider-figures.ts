import type { ProviderFigures } from '../contract/money';
import type { Instant } from '../engine/instant';
import type { Strata } from '../engine/standardize';
import { rankOf } from '../engine/times-histogram';
import { wilsonInterval } from '../engine/wilson-interval';
import { cycleTimes } from '../storage/cycle-times';
import { feltFigures } from '../storage/felt-figures';
import { dayFigures, type DayFigures } from '../storage/report-figures';
import { spanOf, type ComparedSide } from './compared-sides';
import { providerMoney } from './provider-money';

/** With fewer cases nothing is said about a side, and it does not take part in adjusting. */
const FEW_CASES = 30;

/** A side with its cases by kind, not adjusted yet. */
export interface CountedSide {
  readonly figures: Omit<ProviderFigures, 'adjusted'>;
  readonly strata: Strata;
}

/** What one agreement did on a measure in a span. */
export async function providerFigures(
  side: ComparedSide,
  measureId: string,
  days: { readonly from: string; readonly to: string },
  now: Instant,
): Promise<CountedSide> {
  const { project, terms, levels } = side;
  const { agreementId, compiled } = terms;
  const { projectId } = project;
  const span = spanOf(side, days.from, days.to);
  const scope = {
    projectId,
    agreementId,
    measureId,
    fromDay: span.fromDay,
    toDay: span.toDay,
    levels,
    filter: {},
  };
  const [{ rows }, times, { resolved }, money] = await Promise.all([
    dayFigures(scope, 'stratum'),
    cycleTimes(scope),
    feltFigures({ projectId, agreementId, levels, filter: {} }, span),
    providerMoney(side, span, now),
  ]);
  const strata = strataOf(rows);
  const [met, breached] = [sumOf(rows, 'met'), sumOf(rows, 'breached')];
  const cases = met + breached;
  const { feeMinor, creditsMinor } = money;
  return {
    strata,
    figures: {
      projectId,
      projectKey: project.key,
      agreementId,
      agreementName: compiled.agreement.name,
      provider: compiled.parties.provider.name,
      customer: compiled.parties.customer.name,
      kind: compiled.agreement.kind,
      target: terms.measures.find((measure) => measure.measureId === measureId)?.target ?? null,
      cases,
      counts: { met, breached, share: cases === 0 ? null : met / cases },
      range: wilsonInterval({ met, breached }),
      p50: times.atRank(rankOf(50, times.cases)),
      p90: times.atRank(rankOf(90, times.cases)),
      ...money,
      costPerResolvedMinor:
        feeMinor === null || creditsMinor === null || resolved === 0
          ? null
          : Math.round((feeMinor - creditsMinor) / resolved),
      resolved,
      few: cases < FEW_CASES,
    },
  };
}

function strataOf(rows: readonly DayFigures[]): Strata {
  const strata = new Map<string, { met: number; breached: number }>();
  for (const { facetValue, met, breached } of rows) {
    const counts = strata.get(facetValue) ?? { met: 0, breached: 0 };
    strata.set(facetValue, { met: counts.met + met, breached: counts.breached + breached });
  }
  return strata;
}

function sumOf(rows: readonly DayFigures[], figure: 'met' | 'breached'): number {
  return rows.reduce((sum, row) => sum + row[figure], 0);
}
