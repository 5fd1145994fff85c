import type { Instant } from '../engine/instant';
import { int, intOrNull, text } from './column';
import { dimensionsOf, type IssueDimensions } from './cycle-fact';
import { newerWins, placeholders, select, write } from './statement';

/** What reports know of an issue that has timers; a cache of Jira. */
export interface IssueFact extends IssueDimensions {
  readonly issueId: string;
  readonly projectId: string;
  readonly issueKey: string;
  readonly createdAt: Instant;
  /** Of its last resolution; null = it is unresolved. */
  readonly resolvedAt: Instant | null;
  /** How often its resolution was taken back. */
  readonly reopened: number;
  /** Stars 1..5 that the customer gave; null = none. */
  readonly satisfaction: number | null;
}

const VALUES = [
  'project_id',
  'issue_key',
  'priority_id',
  'request_type_id',
  'assignee_id',
  'security_level_id',
  'organization_ids',
  'created_at',
  'resolved_at',
  'reopened',
  'satisfaction',
] as const;
const COLUMNS = ['issue_id', ...VALUES].join(', ');
const NEWER_WINS = newerWins(VALUES, 'refresh_version');

/** Writes the fact of replay `refreshVersion`, unless a newer one wrote it. */
export async function saveIssueFact(fact: IssueFact, refreshVersion: number): Promise<void> {
  await write(
    `INSERT INTO issue_fact (${COLUMNS}, refresh_version) VALUES ${placeholders(1, VALUES.length + 2)}
     ON DUPLICATE KEY UPDATE ${NEWER_WINS}`,
    [
      fact.issueId,
      fact.projectId,
      fact.issueKey,
      fact.priorityId,
      fact.requestTypeId,
      fact.assigneeId,
      fact.securityLevelId,
      fact.organizationIds,
      fact.createdAt,
      fact.resolvedAt,
      fact.reopened,
      fact.satisfaction,
      refreshVersion,
    ],
  );
}

export async function readIssueFact(issueId: string): Promise<IssueFact | null> {
  const [row] = await select(`SELECT ${COLUMNS} FROM issue_fact WHERE issue_id = ?`, [issueId]);
  if (!row) return null;
  return {
    issueId: text(row, 'issue_id'),
    projectId: text(row, 'project_id'),
    issueKey: text(row, 'issue_key'),
    ...dimensionsOf(row),
    createdAt: int(row, 'created_at'),
    resolvedAt: intOrNull(row, 'resolved_at'),
    reopened: int(row, 'reopened'),
    satisfaction: intOrNull(row, 'satisfaction'),
  };
}

/** Those of the issues that are on one of the security levels; `''` = on none. */
export async function issuesOnLevels(
  issueIds: readonly string[],
  levels: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await select(
    `SELECT issue_id FROM issue_fact
      WHERE issue_id IN ${placeholders(1, issueIds.length)}
        AND security_level_id IN ${placeholders(1, levels.length)}`,
    [...issueIds, ...levels],
  );
  return new Set(rows.map((row) => text(row, 'issue_id')));
}

/** Removes the issue's fact if a replay before `refreshVersion` wrote it: nothing is promised of it any more. */
export async function forgetIssueFactBefore(issueId: string, refreshVersion: number): Promise<void> {
  await write(`DELETE FROM issue_fact WHERE issue_id = ? AND refresh_version < ?`, [issueId, refreshVersion]);
}

export async function forgetIssueFactsOfIssues(issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  await write(`DELETE FROM issue_fact WHERE issue_id IN ${placeholders(1, issueIds.length)}`, issueIds);
}
