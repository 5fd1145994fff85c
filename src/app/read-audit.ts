import type { AuditEntryView, AuditPage } from '../contract/agreement';
import type { Result } from '../contract';
import { auditEntriesBefore, type AuditEntry } from '../storage/audit-entry';
import { refuseUnlessAdministers } from './refuse';

const PAGE = 50;

/** A page of the project's log, newest first. Administrators only. */
export async function readAudit({
  projectId,
  before,
}: {
  readonly projectId: string;
  readonly before?: number | undefined;
}): Promise<Result<AuditPage>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const entries = await auditEntriesBefore(projectId, before ?? null, PAGE + 1);
  const page = entries.slice(0, PAGE);
  const next = entries.length > PAGE ? (page.at(-1)?.seq ?? null) : null;
  return { ok: true, value: { entries: page.map(viewOf), next } };
}

function viewOf({ seq, at, actorName, action, detail, entryHash }: AuditEntry): AuditEntryView {
  return { seq, at, actor: actorName, action, text: asSentence(textOf(detail)), hash: entryHash };
}

/** Entries are written by many: in the list they read alike. */
function asSentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** Somebody may have laid hands on the row: what cannot be read is shown as it is. */
function textOf(detail: string): string {
  try {
    const { text } = JSON.parse(detail) as { readonly text?: unknown };
    return typeof text === 'string' ? text : detail;
  } catch {
    return detail;
  }
}
