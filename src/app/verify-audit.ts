import type { AuditVerdict } from '../contract/agreement';
import type { Result } from '../contract';
import { auditEntriesAfter, readAuditHead, type AuditEntry } from '../storage/audit-entry';
import { auditHash, FIRST_PREVIOUS_HASH } from './audit';
import { refuseUnlessAdministers } from './refuse';

// About 300 KB an answer.
const PAGE = 500;

/**
 * Goes through the project's log from its first entry: is each one as it was written, does each follow the
 * one before it, and is the end still there? Administrators only.
 */
export async function verifyAudit(projectId: string): Promise<Result<AuditVerdict>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  // The head first: entries that come meanwhile lie behind it.
  const head = await readAuditHead(projectId);
  let [seq, hash, checked] = [0, FIRST_PREVIOUS_HASH, 0];
  let hashAtHead: string | null = null;
  for (;;) {
    const entries = await auditEntriesAfter(projectId, seq, PAGE);
    for (const entry of entries) {
      const reason = faultOf(entry, seq, hash);
      checked++;
      if (reason !== null) return broken(checked, Math.min(entry.seq, seq + 1), reason);
      [seq, hash] = [entry.seq, entry.entryHash];
      if (seq === head?.seq) hashAtHead = hash;
    }
    if (entries.length < PAGE) break;
  }
  if (head !== null && head.seq > seq)
    return broken(checked, seq + 1, 'Entries at the end of the log are missing.');
  if (head !== null && head.hash !== hashAtHead)
    return broken(checked, head.seq, 'The log was written anew: its end is not the one that was noted.');
  return { ok: true, value: { intact: true, checked, brokenAt: null } };
}

function faultOf(entry: AuditEntry, lastSeq: number, lastHash: string): string | null {
  if (entry.seq !== lastSeq + 1) return 'An entry is missing.';
  if (entry.previousHash !== lastHash) return 'The entry does not follow the one before it.';
  return auditHash(entry) === entry.entryHash ? null : 'The entry was changed after it had been written.';
}

function broken(checked: number, seq: number, reason: string): Result<AuditVerdict> {
  return { ok: true, value: { intact: false, checked, brokenAt: { seq, reason } } };
}
