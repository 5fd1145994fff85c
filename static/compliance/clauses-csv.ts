import type { ComplianceQuery, MeasureCompliance, MeasureReport } from '../../src/contract/compliance';
import { call } from '../ui/call';
import { csvMinutes } from '../ui/csv';
import { figuresCsv } from './figures-csv';
import type { WholeList } from './read-all-pages';
import type { AskPage } from './use-pages';

type Measure = Pick<MeasureCompliance, 'agreementId' | 'agreementName' | 'provider' | 'measureId' | 'name'>;

/** What a clause took out of a measure. */
export type ClauseRow = Pick<Measure, 'agreementName' | 'provider' | 'name'> &
  MeasureReport['exclusions']['clauses'][number];

/** Asks for the clauses of measures, one measure after the other. */
export function clausesOf(query: ComplianceQuery, measures: readonly Measure[]): AskPage<ClauseRow> {
  return async (after = '0') => {
    const next = Number(after) + 1;
    const page = { next: next < measures.length ? String(next) : null, hidden: 0, jql: '' };
    const measure = measures[next - 1];
    if (!measure) return { ok: true, value: { ...page, tickets: [] } };
    const { agreementId, measureId, agreementName, provider, name } = measure;
    const narrowed = { ...query, agreementId, measureId };
    const answer = await call('readMeasureReport', { query: narrowed, grain: 'month' });
    if (!answer.ok) return answer;
    const tickets = answer.value.exclusions.clauses.map((clause) => ({
      agreementName,
      provider,
      name,
      ...clause,
    }));
    return { ok: true, value: { ...page, asOf: answer.value.asOf, tickets } };
  };
}

/** Clauses as CSV: working minutes to the second; an empty cell where the breaches turned are not known by clause. */
export function clausesCsv(list: WholeList<ClauseRow>): string {
  return figuresCsv(
    ['Agreement', 'Provider', 'Measure', 'Clause', 'Time taken out (min)', 'Cycles', 'Breaches it turned'],
    list.rows.map(({ agreementName, provider, name, clause, excludedMs, cycles, saved }) => [
      agreementName,
      provider,
      name,
      clause,
      csvMinutes(excludedMs),
      cycles,
      saved,
    ]),
    list,
  );
}
