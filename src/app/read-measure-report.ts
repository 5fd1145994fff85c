import type { Result } from '../contract';
import type { ComplianceQuery, MeasureReport } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { rankOf } from '../engine/times-histogram';
import { exactTimes } from '../storage/exact-times';
import { packedFigures, type PackedFigures } from '../storage/packed-figures';
import { dayFigures, type DayFigures } from '../storage/report-figures';
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
  const [{ rows }, packed, clauseOf] = await Promise.all([
    dayFigures({ ...scope, fromDay: daysBefore(days).fromDay }),
    packedFigures(scope),
    clauseNames(projectId),
  ]);
  const within = rows.filter(({ day }) => day >= days.fromDay);
  const cases = [...packed.times.values()].reduce((sum, count) => sum + count, 0);
  const [p50 = null, p90 = null, p95 = null] = await exactTimes(
    scope,
    [50, 90, 95].map((percent) => rankOf(percent, cases)),
    packed.times,
  );
  return {
    ok: true,
    value: {
      asOf: now,
      query,
      measure: measureCompliance(terms, measure, rows, days, grain),
      times: {
        cases,
        mean: cases === 0 ? null : Math.round(sumOf(within, 'elapsedSum') / cases),
        p50,
        p90,
        p95,
        bins: timeBins(packed.times),
      },
      heat: packed.heat,
      holders: await holderTimes(packed.holders),
      exclusions: {
        excludedMs: sumOf(within, 'excludedSum'),
        clauses: clausesOf(query.agreementId, packed, clauseOf),
      },
    },
  };
}

function sumOf(figures: readonly DayFigures[], key: 'elapsedSum' | 'excludedSum'): number {
  return figures.reduce((sum, one) => sum + one[key], 0);
}

/** What took out most first. */
function clausesOf(
  agreementId: string,
  { clauses }: PackedFigures,
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
