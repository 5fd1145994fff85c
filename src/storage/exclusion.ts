import type { Exclusion } from '../engine/agreement';
import type { Instant } from '../engine/instant';
import { int, intOrNull, text, textOrNull } from './column';
import { insertOnce, placeholders, select, write, type Row } from './statement';

export type StoredExclusionState = 'proposed' | 'agreed' | 'declined' | 'withdrawn';

/** An exclusion that was proposed beside the agreement. What it says never changes, its state does once. */
export interface StoredExclusion {
  readonly projectId: string;
  readonly exclusionId: string;
  readonly agreementId: string;
  /** What was proposed, as JSON; signatures bind to its hash. */
  readonly content: string;
  readonly hash: string;
  /** What the engine reads. */
  readonly compiled: Exclusion;
  /** The one ticket it is for; null = all that match. */
  readonly issueId: string | null;
  readonly state: StoredExclusionState;
  /** `incident`: by Accord, because the ticket was linked to a major incident. */
  readonly origin: 'person' | 'incident';
  readonly proposedAt: Instant;
  /** Account id. */
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly decidedAt: Instant | null;
  /** Why it was declined or withdrawn. */
  readonly decision: string | null;
  /** Counts changes of state. */
  readonly rowVersion: number;
}

/** One that the engine may apply, and to which ticket (null = to all that match). */
export interface TabledExclusion {
  readonly issueId: string | null;
  readonly exclusion: Exclusion;
}

const COLUMNS = `project_id, exclusion_id, agreement_id, content, content_hash, compiled, issue_id, state, origin,
  proposed_at, proposed_by, proposed_by_name, decided_at, decision, row_version`;

/** Adds a proposal; false when there is one with this id already. */
export async function addExclusion(added: StoredExclusion): Promise<boolean> {
  return insertOnce(`INSERT INTO exclusion (${COLUMNS}) VALUES ${placeholders(1, 15)}`, [
    added.projectId,
    added.exclusionId,
    added.agreementId,
    added.content,
    added.hash,
    JSON.stringify(added.compiled),
    added.issueId,
    added.state,
    added.origin,
    added.proposedAt,
    added.proposedBy,
    added.proposedByName,
    added.decidedAt,
    added.decision,
    added.rowVersion,
  ]);
}

export async function readExclusion(projectId: string, exclusionId: string): Promise<StoredExclusion | null> {
  const [row] = await select(`SELECT ${COLUMNS} FROM exclusion WHERE project_id = ? AND exclusion_id = ?`, [
    projectId,
    exclusionId,
  ]);
  return row ? exclusionOf(row) : null;
}

/** A project's exclusions, the newest first; at most `limit`. */
export async function exclusionsOfProject(
  projectId: string,
  limit: number,
): Promise<readonly StoredExclusion[]> {
  const rows = await select(
    `SELECT ${COLUMNS} FROM exclusion WHERE project_id = ? ORDER BY proposed_at DESC, exclusion_id LIMIT ?`,
    [projectId, limit],
  );
  return rows.map(exclusionOf);
}

/** Those of an agreement that were agreed before an instant, in the order in which they were agreed. */
export async function exclusionsAgreedBefore(
  { projectId, agreementId }: { readonly projectId: string; readonly agreementId: string },
  before: Instant,
): Promise<readonly StoredExclusion[]> {
  const rows = await select(
    `SELECT ${COLUMNS} FROM exclusion
      WHERE project_id = ? AND agreement_id = ? AND state = 'agreed' AND decided_at < ?
      ORDER BY decided_at, exclusion_id`,
    [projectId, agreementId, before],
  );
  return rows.map(exclusionOf);
}

/** Those that wait for a decision, the oldest first; of one ticket: its own and those that are for all. */
export async function proposedExclusions(
  projectId: string,
  issueId: string | null,
  limit: number,
): Promise<readonly StoredExclusion[]> {
  const [where, params] = concerning(issueId);
  const rows = await select(
    `SELECT ${COLUMNS} FROM exclusion WHERE project_id = ? AND state = 'proposed'${where}
      ORDER BY proposed_at, exclusion_id LIMIT ?`,
    [projectId, ...params, limit],
  );
  return rows.map(exclusionOf);
}

/**
 * The agreed ones in the order in which they were agreed. For a replay of one ticket: its own and those that
 * are for all; null = those of every ticket.
 */
export async function agreedExclusions(
  projectId: string,
  issueId: string | null,
): Promise<readonly TabledExclusion[]> {
  const [where, params] = concerning(issueId);
  const rows = await select(
    `SELECT issue_id, compiled FROM exclusion WHERE project_id = ? AND state = 'agreed'${where}
      ORDER BY decided_at, exclusion_id`,
    [projectId, ...params],
  );
  return rows.map((row) => ({
    issueId: textOrNull(row, 'issue_id'),
    exclusion: JSON.parse(text(row, 'compiled')) as Exclusion,
  }));
}

function concerning(issueId: string | null): readonly [string, readonly string[]] {
  return issueId === null ? ['', []] : [' AND (issue_id IS NULL OR issue_id = ?)', [issueId]];
}

/** Ends the waiting; false when somebody else has decided meanwhile. */
export async function settleExclusionRow(
  { projectId, exclusionId, rowVersion }: StoredExclusion,
  outcome: {
    readonly state: Exclude<StoredExclusionState, 'proposed'>;
    readonly decidedAt: Instant;
    readonly decision: string | null;
  },
): Promise<boolean> {
  const touched = await write(
    `UPDATE exclusion SET state = ?, decided_at = ?, decision = ?, row_version = ?
      WHERE project_id = ? AND exclusion_id = ? AND row_version = ?`,
    [outcome.state, outcome.decidedAt, outcome.decision, rowVersion + 1, projectId, exclusionId, rowVersion],
  );
  return touched === 1;
}

function exclusionOf(row: Row): StoredExclusion {
  return {
    projectId: text(row, 'project_id'),
    exclusionId: text(row, 'exclusion_id'),
    agreementId: text(row, 'agreement_id'),
    content: text(row, 'content'),
    hash: text(row, 'content_hash'),
    compiled: JSON.parse(text(row, 'compiled')) as Exclusion,
    issueId: textOrNull(row, 'issue_id'),
    state: text(row, 'state') as StoredExclusionState,
    origin: text(row, 'origin') as StoredExclusion['origin'],
    proposedAt: int(row, 'proposed_at'),
    proposedBy: text(row, 'proposed_by'),
    proposedByName: text(row, 'proposed_by_name'),
    decidedAt: intOrNull(row, 'decided_at'),
    decision: textOrNull(row, 'decision'),
    rowVersion: int(row, 'row_version'),
  };
}
