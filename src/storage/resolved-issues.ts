import type { Interval } from '../engine/instant';
import { int } from './column';
import { allOf, among, equals, type FigureScope } from './figure-scope';
import { select } from './statement';

/** How many issues under an agreement were resolved in a span and are so still: each once. */
export async function countResolvedIssues(
  {
    projectId,
    agreementId,
    levels,
  }: Pick<FigureScope, 'projectId' | 'levels'> & { readonly agreementId: string },
  { start, end }: Interval,
): Promise<number> {
  const { where, params } = allOf(
    equals('f.project_id', projectId),
    { where: 'f.resolved_at >= ? AND f.resolved_at < ?', params: [start, end] },
    among('f.security_level_id', levels),
  );
  const [row = {}] = await select(
    `SELECT COUNT(*) AS resolved FROM issue_fact f
      WHERE ${where} AND EXISTS (SELECT 1 FROM cycle_fact c WHERE c.issue_id = f.issue_id AND c.agreement_id = ?)`,
    [...params, agreementId],
  );
  return int(row, 'resolved');
}
