import { kvs } from '@forge/kvs';
import type { Instant } from '../engine/instant';
import { int, text } from './column';
import { insertOnce, placeholders, select, write, type Row } from './statement';

/** Something that was done, with the hash of the entry before it. Never updated. */
export interface AuditEntry {
  readonly projectId: string;
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: Instant;
  /** Account id; `accord` = the app itself. */
  readonly actor: string;
  readonly actorName: string;
  readonly action: string;
  /** What it was done to. */
  readonly subject: string;
  /** JSON. */
  readonly detail: string;
  readonly previousHash: string;
  readonly entryHash: string;
}

/** The end of the log, kept apart from it so that a tail that was cut off shows. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

const COLUMNS = `project_id, seq, at, actor, actor_name, action, subject, detail, previous_hash, entry_hash`;

/** Adds an entry; false when there is one with this number already. */
export async function addAuditEntry(added: AuditEntry): Promise<boolean> {
  return insertOnce(`INSERT INTO audit_entry (${COLUMNS}) VALUES ${placeholders(1, 10)}`, [
    added.projectId,
    added.seq,
    added.at,
    added.actor,
    added.actorName,
    added.action,
    added.subject,
    added.detail,
    added.previousHash,
    added.entryHash,
  ]);
}

/** Newest first; `before` = only those with a smaller number. */
export async function auditEntriesBefore(
  projectId: string,
  before: number | null,
  limit: number,
): Promise<readonly AuditEntry[]> {
  const rows = await select(
    `SELECT ${COLUMNS} FROM audit_entry WHERE project_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
    [projectId, before ?? 2_147_483_647, limit],
  );
  return rows.map(entryOf);
}

/** Oldest first, behind `after`. */
export async function auditEntriesAfter(
  projectId: string,
  after: number,
  limit: number,
): Promise<readonly AuditEntry[]> {
  const rows = await select(
    `SELECT ${COLUMNS} FROM audit_entry WHERE project_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    [projectId, after, limit],
  );
  return rows.map(entryOf);
}

/** Was this done to this already, since `since`, by this account (null = by anybody)? */
export async function isInAudit(
  projectId: string,
  {
    action,
    subject,
    actor,
  }: { readonly action: string; readonly subject: string; readonly actor: string | null },
  since: Instant,
): Promise<boolean> {
  const [row] = await select(
    `SELECT COUNT(*) AS n FROM audit_entry
      WHERE project_id = ? AND action = ? AND subject = ? AND at >= ?${actor === null ? '' : ' AND actor = ?'}`,
    [projectId, action, subject, since, ...(actor === null ? [] : [actor])],
  );
  return row !== undefined && int(row, 'n') > 0;
}

export async function readAuditHead(projectId: string): Promise<AuditHead | null> {
  return (await kvs.get<AuditHead>(headKey(projectId))) ?? null;
}

export async function saveAuditHead(projectId: string, head: AuditHead): Promise<void> {
  await kvs.set(headKey(projectId), head);
}

/** Entries that one statement deletes: far from the ten seconds it may take. */
const FORGOTTEN_AT_ONCE = 2_000;

/** Only for a project that Jira has deleted. Forgets the oldest entries; true when there were none. */
export async function forgetAuditOfProject(projectId: string): Promise<boolean> {
  const [first] = await auditEntriesAfter(projectId, 0, 1);
  if (first) {
    const last = first.seq + FORGOTTEN_AT_ONCE;
    await write(`DELETE FROM audit_entry WHERE project_id = ? AND seq < ?`, [projectId, last]);
    return false;
  }
  await kvs.delete(headKey(projectId));
  return true;
}

function headKey(projectId: string): string {
  return `audit-head:${projectId}`;
}

function entryOf(row: Row): AuditEntry {
  return {
    projectId: text(row, 'project_id'),
    seq: int(row, 'seq'),
    at: int(row, 'at'),
    actor: text(row, 'actor'),
    actorName: text(row, 'actor_name'),
    action: text(row, 'action'),
    subject: text(row, 'subject'),
    detail: text(row, 'detail'),
    previousHash: text(row, 'previous_hash'),
    entryHash: text(row, 'entry_hash'),
  };
}
