import type { Result } from '../contract';
import type { ComplianceQuery, MeasureReport } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { rankOf } from '../engine/times-histogram';
import { measureFigures, type MeasureFigures } from '../storage/measure-figures';
import { dayFigures } from '../storage/report-figures';
import { clauseNames, type ClauseNames } from './clause-names';
import { figureScopeOf } from './figure-scope-of';
import { holderTimes } from './holder-time';
import { daysBefore, daysOf, measureCompliance } from './measure-compliance';
import { notFound } from './refuse';
import { reportedProject } from './reported-project';
import { timeBins } from './time-bins';

/** A question about one measure of one agreement. */
export interface MeasureQuestion {
  readonly query: ComplianceQuery & { readonly agreementId: string; readonly measureId: string };
  readonly grain: 'week' | 'month';
}

/** Everything about one measure, for all who may browse the project in Jira. */
export async function readMeasureReport(
  projectId: string,
  { query, grain }: MeasureQuestion,
  now: Instant,
): Promise<Result<MeasureReport>> {
  const found = await reportedProject(projectId, query.agreementId, now);
  if (!found.ok) return found;
  const [terms] = found.value.agreements;
  const measures = terms ? [...terms.measures, ...terms.former] : [];
  const measure = measures.find(({ measureId }) => measureId === query.measureId);
  if (!terms || !measure) return notFound('agreement');
  const scope = figureScopeOf(found.value, query);
  const days = daysOf(query);
  const [{ rows }, figures, clauseOf] = await Promise.all([
    dayFigures({ ...scope, fromDay: daysBefore(days).fromDay }),
    measureFigures(scope),
    clauseNames(projectId),
  ]);
  const { times } = figures;
  const atPercent = (percent: number) => times.atRank(rankOf(percent, times.cases));
  return {
    ok: true,
    value: {
      asOf: now,
      query,
      measure: measureCompliance(terms, measure, rows, days, grain),
      times: {
        cases: times.cases,
        mean: times.cases === 0 ? null : Math.round(times.sum / times.cases),
        p50: atPercent(50),
        p90: atPercent(90),
        p95: atPercent(95),
        bins: timeBins(times.histogram),
      },
      heat: figures.heat,
      holders: await holderTimes(figures.holders),
      exclusions: {
        excludedMs: figures.excludedMs,
        clauses: clausesOf(query.agreementId, figures, clauseOf),
      },
    },
  };
}

/** What took out most first. */
function clausesOf(
  agreementId: string,
  { clauses }: MeasureFigures,
  clauseOf: ClauseNames,
): MeasureReport['exclusions']['clauses'] {
  return [...clauses]
    .map(([id, { ms, cycles, saved }]) => ({
      id,
      clause: clauseOf(agreementId, id),
      agreementId,
      excludedMs: ms,
      cycles,
      saved,
    }))
    .sort((a, b) => b.excludedMs - a.excludedMs || b.cycles - a.cycles || (a.id < b.id ? -1 : 1));
}
