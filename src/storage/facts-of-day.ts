import { int, text } from './column';
import { countedFactOf, type CountedFact } from './cycle-fact';
import { behind } from './keyset';
import { select, type Row } from './statement';

/** About a megabyte an answer. */
const ROWS_PER_ANSWER = 4_000;

/** All facts of a day of a project, answer by answer. */
export async function factsOfDay(projectId: string, day: number): Promise<readonly CountedFact[]> {
  const facts: CountedFact[] = [];
  let last: Row | null = null;
  for (;;) {
    const further = last && placeOf(last);
    const rows: readonly Row[] = await select(
      `SELECT issue_id, cycle_number, agreement_id, measure_id, decided_day, decided_hour, verdict, gross_verdict,
              elapsed_ms, late_ms, excluded_ms, priority_id, request_type_id, assignee_id,
              security_level_id, organization_ids, stratum, left_out_by, holders, excluded
         FROM cycle_fact WHERE project_id = ? AND decided_day = ?${further ? ` AND ${further.where}` : ''}
        ORDER BY issue_id, agreement_id, measure_id, cycle_number LIMIT ?`,
      [projectId, day, ...(further?.params ?? []), ROWS_PER_ANSWER],
    );
    facts.push(...rows.map(countedFactOf));
    last = rows.at(-1) ?? null;
    if (last === null || rows.length < ROWS_PER_ANSWER) return facts;
  }
}

function placeOf(row: Row) {
  return behind([
    { column: 'issue_id', value: text(row, 'issue_id') },
    { column: 'agreement_id', value: text(row, 'agreement_id') },
    { column: 'measure_id', value: text(row, 'measure_id') },
    { column: 'cycle_number', value: int(row, 'cycle_number') },
  ]);
}
