import { int } from './column';
import { daySpans } from './day-span';
import { allOf, type Clause } from './figure-scope';
import { select, type Row } from './statement';

/** Some columns of all facts that `facts` holds, answer by answer, of at most so many rows each. */
export async function* factRows(
  facts: Clause,
  columns: string,
  rowsPerAnswer: number,
): AsyncGenerator<readonly Row[]> {
  const days = await select(
    `SELECT decided_day, COUNT(*) AS cases FROM cycle_fact WHERE ${facts.where} GROUP BY decided_day ORDER BY decided_day`,
    facts.params,
  );
  const costs = days.map((row) => ({ day: int(row, 'decided_day'), cost: int(row, 'cases') }));
  for (const span of daySpans(costs, rowsPerAnswer)) {
    const { where, params } = allOf(facts, span);
    for (let offset = 0; ; offset += rowsPerAnswer) {
      const rows = await select(
        `SELECT ${columns} FROM cycle_fact WHERE ${where}
          ORDER BY issue_id, agreement_id, measure_id, cycle_number LIMIT ? OFFSET ?`,
        [...params, rowsPerAnswer, offset],
      );
      yield rows;
      if (rows.length < rowsPerAnswer) break;
    }
  }
}
