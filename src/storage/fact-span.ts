import { int } from './column';
import type { Clause } from './figure-scope';
import { select } from './statement';

/** Spans of days of which one answer holds all rows; a day with more rows is a span of its own. */
export async function spansOfFacts(
  { where, params }: Clause,
  rowsPerAnswer: number,
): Promise<readonly Clause[]> {
  const days = await select(
    `SELECT decided_day, COUNT(*) AS cases FROM cycle_fact WHERE ${where} GROUP BY decided_day ORDER BY decided_day`,
    params,
  );
  const spans: [number, number][] = [];
  let room = 0;
  for (const row of days) {
    const [day, cases] = [int(row, 'decided_day'), int(row, 'cases')];
    const last = spans.at(-1);
    if (last && cases <= room) last[1] = day;
    else {
      spans.push([day, day]);
      room = rowsPerAnswer;
    }
    room -= cases;
  }
  return spans.map((span) => ({ where: 'decided_day >= ? AND decided_day <= ?', params: span }));
}
