import type { Instant, Interval } from '../engine/instant';
import { int, intOrNull, text } from './column';
import { allOf, among, equals, filterClause, type Clause, type FigureScope } from './figure-scope';
import type { IssueFact } from './issue-fact';
import { behind } from './keyset';
import { select } from './statement';

/** Which resolved issues: of an agreement, those with decided cycles under it. */
export type FeltScope = Omit<FigureScope, 'measureId' | 'fromDay' | 'toDay'>;

export type ResolvedIssueFact = Pick<IssueFact, 'issueId' | 'reopened' | 'satisfaction'> & {
  readonly resolvedAt: Instant;
};

/** All, those whose resolution was taken back before, or those that customers gave stars. */
export type ResolvedKind = 'resolved' | 'reopened' | 'rated';

const UNDER_AGREEMENT = `EXISTS
  (SELECT 1 FROM cycle_fact c WHERE c.issue_id = issue_fact.issue_id AND c.agreement_id = ?)`;

/** Rows of `issue_fact` that were resolved in a span and are so still. */
export function resolvedClause(
  { projectId, agreementId, levels, filter }: FeltScope,
  { start, end }: Interval,
): Clause {
  return allOf(
    equals('project_id', projectId),
    { where: 'resolved_at >= ? AND resolved_at < ?', params: [start, end] },
    among('security_level_id', levels),
    filterClause(filter),
    agreementId === undefined ? null : { where: UNDER_AGREEMENT, params: [agreementId] },
  );
}

/** The issues that such figures count, the last resolved first, from behind `after` on. */
export async function listResolvedIssues(
  scope: FeltScope,
  span: Interval,
  kind: ResolvedKind,
  after: Pick<ResolvedIssueFact, 'issueId' | 'resolvedAt'> | null,
  limit: number,
): Promise<readonly ResolvedIssueFact[]> {
  const { where, params } = allOf(
    resolvedClause(scope, span),
    clauseOf(kind),
    after &&
      behind([
        { column: 'resolved_at', value: after.resolvedAt, descending: true },
        { column: 'issue_id', value: after.issueId, descending: true },
      ]),
  );
  const rows = await select(
    `SELECT issue_id, resolved_at, reopened, satisfaction FROM issue_fact WHERE ${where}
      ORDER BY resolved_at DESC, issue_id DESC LIMIT ?`,
    [...params, limit],
  );
  return rows.map((row) => ({
    issueId: text(row, 'issue_id'),
    resolvedAt: int(row, 'resolved_at'),
    reopened: int(row, 'reopened'),
    satisfaction: intOrNull(row, 'satisfaction'),
  }));
}

function clauseOf(kind: ResolvedKind): Clause | null {
  switch (kind) {
    case 'resolved':
      return null;
    case 'reopened':
      return { where: 'reopened > 0', params: [] };
    case 'rated':
      return { where: 'satisfaction IS NOT NULL', params: [] };
  }
}
