import type { Instant } from '../engine/instant';
import {
  addAuditEntry,
  auditEntriesBefore,
  isInAudit,
  readAuditHead,
  saveAuditHead,
  type AuditEntry,
} from '../storage/audit-entry';
import { canonicalJson, sha256 } from './canonical-json';

/** Somebody who did something. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
}

/** What Accord does by itself. */
export const ACCORD: Person = { accountId: 'accord', name: 'Accord' };

/** What was done, as it goes into the log. */
export interface AuditRecord {
  readonly actor: Person;
  /** `draft-saved`, `agreement-proposed`, `agreement-signed` ... */
  readonly action: string;
  /** What it was done to: `agreement:ID`, `agreement:ID:NUMBER`, `exclusion:ID`, `settings` ... */
  readonly subject: string;
  /** A sentence for people, without who did it. */
  readonly text: string;
  /** What a machine may want to know. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

const ATTEMPTS = 10;
const COALESCED_MS = 10 * 60_000;

/**
 * Adds an entry to the project's log, chained to the one before it. Of two that are added at once one comes
 * first: the other is chained to it. Throws StoreError.
 */
export function recordAudit(projectId: string, record: AuditRecord, now: Instant): Promise<void> {
  return append(projectId, record, async () => false, now);
}

/** As `recordAudit`, unless it is in the log already: for steps that may be repeated. */
export function recordAuditOnce(projectId: string, record: AuditRecord, now: Instant): Promise<void> {
  const { action, subject } = record;
  return append(projectId, record, () => isInAudit(projectId, { action, subject, actor: null }, 0), now);
}

/** As `recordAudit`, but once per person and ten minutes: for what an editor saves by itself. */
export function recordAuditNowAndThen(projectId: string, record: AuditRecord, now: Instant): Promise<void> {
  const { action, subject, actor } = record;
  const recent = { action, subject, actor: actor.accountId };
  return append(projectId, record, () => isInAudit(projectId, recent, now - COALESCED_MS + 1), now);
}

async function append(
  projectId: string,
  record: AuditRecord,
  isThere: () => Promise<boolean>,
  now: Instant,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    // The end first: what is added between the two look-ups takes the number that this entry would have.
    const [last] = await auditEntriesBefore(projectId, null, 1);
    if (await isThere()) return;
    const entry = entryAfter(last, projectId, record, now);
    if (!(await addAuditEntry(entry))) continue;
    const head = await readAuditHead(projectId);
    if (head === null || head.seq < entry.seq)
      await saveAuditHead(projectId, { seq: entry.seq, hash: entry.entryHash });
    return;
  }
  throw new Error(`The log of project ${projectId} is written to by too many at once`);
}

/** SHA-256 over all columns, the hash of the entry before among them. */
export function auditHash(entry: Omit<AuditEntry, 'entryHash'>): string {
  const { projectId, seq, at, actor, actorName, action, subject, detail, previousHash } = entry;
  return sha256(
    canonicalJson({ projectId, seq, at, actor, actorName, action, subject, detail, previousHash }),
  );
}

function entryAfter(
  last: AuditEntry | undefined,
  projectId: string,
  { actor, action, subject, text, facts = {} }: AuditRecord,
  now: Instant,
): AuditEntry {
  const entry = {
    projectId,
    seq: (last?.seq ?? 0) + 1,
    at: now,
    actor: actor.accountId,
    actorName: actor.name,
    action,
    subject,
    detail: canonicalJson({ text, ...facts }),
    previousHash: last?.entryHash ?? FIRST_PREVIOUS_HASH,
  };
  return { ...entry, entryHash: auditHash(entry) };
}
