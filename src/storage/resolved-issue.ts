import type { Instant } from '../engine/instant';
import { DAY } from '../engine/local-date';
import { int, intOrNull, text } from './column';
import { dimensionsOf, type IssueDimensions } from './cycle-fact';
import { allOf, among, equals } from './figure-scope';
import type { IssueFact } from './issue-fact';
import { placeholders, select } from './statement';

/** An issue that is resolved, and what agreements it is under: those with decided cycles of it. */
export interface ResolvedIssue
  extends IssueDimensions, Pick<IssueFact, 'issueId' | 'reopened' | 'satisfaction'> {
  readonly agreementIds: readonly string[];
}

/** The day of UTC's, since 1970-01-01, in which an instant lies. */
export function utcDayOf(instant: Instant): number {
  return Math.floor(instant / DAY);
}

/** About a megabyte an answer. */
const ISSUES_PER_ANSWER = 4_000;
const ISSUES_PER_STATEMENT = 500;

/** The issues of a project that were resolved on a day of UTC's and are so still, in order of their ids (as text). */
export async function resolvedIssuesOfDay(projectId: string, day: number): Promise<readonly ResolvedIssue[]> {
  const issues: Omit<ResolvedIssue, 'agreementIds'>[] = [];
  for (let after = ''; ;) {
    const rows = await select(
      `SELECT issue_id, priority_id, request_type_id, assignee_id, security_level_id, organization_ids, reopened, satisfaction
         FROM issue_fact WHERE project_id = ? AND resolved_at >= ? AND resolved_at < ? AND issue_id > ?
        ORDER BY issue_id LIMIT ?`,
      [projectId, day * DAY, (day + 1) * DAY, after, ISSUES_PER_ANSWER],
    );
    for (const row of rows)
      issues.push({
        issueId: text(row, 'issue_id'),
        ...dimensionsOf(row),
        reopened: int(row, 'reopened'),
        satisfaction: intOrNull(row, 'satisfaction'),
      });
    after = issues.at(-1)?.issueId ?? '';
    if (rows.length < ISSUES_PER_ANSWER) break;
  }
  const agreements = await agreementsOf(issues.map(({ issueId }) => issueId));
  return issues.map((issue) => ({ ...issue, agreementIds: agreements.get(issue.issueId) ?? [] }));
}

/** By issue, in order. */
async function agreementsOf(issueIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const agreements = new Map<string, string[]>();
  for (let first = 0; first < issueIds.length; first += ISSUES_PER_STATEMENT) {
    const { where, params } = among('issue_id', issueIds.slice(first, first + ISSUES_PER_STATEMENT));
    const rows = await select(
      `SELECT DISTINCT issue_id, agreement_id FROM cycle_fact WHERE ${where} ORDER BY issue_id, agreement_id`,
      params,
    );
    for (const row of rows) {
      const own = agreements.get(text(row, 'issue_id'));
      if (own) own.push(text(row, 'agreement_id'));
      else agreements.set(text(row, 'issue_id'), [text(row, 'agreement_id')]);
    }
  }
  return agreements;
}

/** By day of UTC's, how many issues were resolved on it and are so still; of all projects where none is named. */
export async function daysOfResolution(
  projectId?: string,
): Promise<readonly { readonly projectId: string; readonly day: number; readonly issues: number }[]> {
  const { where, params } = allOf(equals('project_id', projectId), {
    where: 'resolved_at IS NOT NULL',
    params: [],
  });
  const midnight = `resolved_at - resolved_at % ${DAY}`;
  const rows = await select(
    `SELECT project_id, ${midnight} AS midnight, COUNT(*) AS issues FROM issue_fact WHERE ${where}
      GROUP BY project_id, ${midnight} ORDER BY project_id, ${midnight}`,
    params,
  );
  return rows.map((row) => ({
    projectId: text(row, 'project_id'),
    day: int(row, 'midnight') / DAY,
    issues: int(row, 'issues'),
  }));
}

/** The days on which issues were resolved that are so still, by project. */
export async function resolutionsOfIssues(
  issueIds: readonly string[],
): Promise<readonly { readonly projectId: string; readonly day: number }[]> {
  if (issueIds.length === 0) return [];
  const rows = await select(
    `SELECT project_id, resolved_at FROM issue_fact
      WHERE resolved_at IS NOT NULL AND issue_id IN ${placeholders(1, issueIds.length)}`,
    issueIds,
  );
  return rows.map((row) => ({ projectId: text(row, 'project_id'), day: utcDayOf(int(row, 'resolved_at')) }));
}
