import type { Instant } from '../engine/instant';
import { int, intOrNull, text } from './column';
import { insertOnce, placeholders, select, write } from './statement';

/**
 * The last replay of an issue that was written. `version` orders replays: a replay reads it before it reads
 * Jira and claims the next one before it writes, so what it saw of Jira is at least as new as what the
 * replay before it saw. Whoever read an older version loses the claim and starts again: an older replay
 * never overwrites a newer one, whatever the clocks say.
 */
export interface IssueRefresh {
  readonly issueId: string;
  readonly projectId: string;
  readonly issueKey: string;
  readonly version: number;
  /** Of everything that was written; `''` = a claim whose writing has not finished. */
  readonly contentHash: string;
  /** The last history entry the replay saw, `<instant> <ref> <count>`; for people who look into the rows. */
  readonly historyMarker: string;
  readonly evaluatedAt: Instant;
  /** When time alone changes a verdict next; null = never. */
  readonly nextChangeAt: Instant | null;
}

export async function readIssueRefresh(issueId: string): Promise<IssueRefresh | null> {
  const [row] = await select(
    `SELECT issue_id, project_id, issue_key, version, content_hash, history_marker, evaluated_at, next_change_at
       FROM issue_refresh WHERE issue_id = ?`,
    [issueId],
  );
  if (!row) return null;
  return {
    issueId: text(row, 'issue_id'),
    projectId: text(row, 'project_id'),
    issueKey: text(row, 'issue_key'),
    version: int(row, 'version'),
    contentHash: text(row, 'content_hash'),
    historyMarker: text(row, 'history_marker'),
    evaluatedAt: int(row, 'evaluated_at'),
    nextChangeAt: intOrNull(row, 'next_change_at'),
  };
}

/**
 * Claims `version` for this replay; false when somebody else has it. Until `finishRefresh` the row bears no
 * hash, so that a replay which dies half way is repeated by the next one. `nextChangeAt` is set to the
 * replay's own instant: the sweep finds what was left half done.
 */
export async function claimRefresh(claim: Omit<IssueRefresh, 'contentHash'>): Promise<boolean> {
  if (claim.version === 1) return insertClaim(claim);
  const touched = await write(
    `UPDATE issue_refresh
        SET version = ?, content_hash = '', project_id = ?, issue_key = ?, history_marker = ?,
            evaluated_at = ?, next_change_at = ?
      WHERE issue_id = ? AND version = ?`,
    [
      claim.version,
      claim.projectId,
      claim.issueKey,
      claim.historyMarker,
      claim.evaluatedAt,
      claim.evaluatedAt,
      claim.issueId,
      claim.version - 1,
    ],
  );
  return touched === 1;
}

async function insertClaim(claim: Omit<IssueRefresh, 'contentHash'>): Promise<boolean> {
  return insertOnce(
    `INSERT INTO issue_refresh
         (issue_id, project_id, issue_key, version, content_hash, history_marker, evaluated_at, next_change_at)
       VALUES (?, ?, ?, 1, '', ?, ?, ?)`,
    [
      claim.issueId,
      claim.projectId,
      claim.issueKey,
      claim.historyMarker,
      claim.evaluatedAt,
      claim.evaluatedAt,
    ],
  );
}

/** Ticks a claim off; false when a newer replay has claimed the issue meanwhile. */
export async function finishRefresh(done: IssueRefresh): Promise<boolean> {
  const touched = await write(
    `UPDATE issue_refresh SET content_hash = ?, next_change_at = ? WHERE issue_id = ? AND version = ?`,
    [done.contentHash, done.nextChangeAt, done.issueId, done.version],
  );
  return touched === 1;
}

export interface DueIssue {
  readonly issueId: string;
  readonly dueAt: Instant;
}

/** Issues that time alone changes up to and including `until`, the most urgent first. One indexed query. */
export async function issuesDueBy(until: Instant, limit: number): Promise<readonly DueIssue[]> {
  const rows = await select(
    `SELECT issue_id, next_change_at FROM issue_refresh
      WHERE next_change_at <= ? ORDER BY next_change_at, issue_id LIMIT ?`,
    [until, limit],
  );
  return rows.map((row) => ({ issueId: text(row, 'issue_id'), dueAt: int(row, 'next_change_at') }));
}

/** Issues of a project that have been replayed, in order of their ids (as text) behind `after`; `''` = from the first. */
export async function issuesOfProject(
  projectId: string,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await select(
    `SELECT issue_id FROM issue_refresh WHERE project_id = ? AND issue_id > ? ORDER BY issue_id LIMIT ?`,
    [projectId, after, limit],
  );
  return rows.map((row) => text(row, 'issue_id'));
}

export async function forgetRefreshesOfIssues(issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  await write(`DELETE FROM issue_refresh WHERE issue_id IN ${placeholders(1, issueIds.length)}`, issueIds);
}
