import type { Instant } from '../engine/instant';
import { int, text, textOrNull } from './column';
import { insertOnce, placeholders, select, type Row } from './statement';

/** One decision of one side about one text. Never updated, never taken back. */
export interface Signature {
  readonly projectId: string;
  /** What is signed: see `agreementSubject`, `exclusionSubject` and `reportSubject`. */
  readonly subject: string;
  readonly side: 'provider' | 'customer';
  /** Of the text that was signed, SHA-256, hexadecimal. */
  readonly hash: string;
  readonly decision: 'signed' | 'declined';
  /** Account id. */
  readonly signedBy: string;
  readonly signerName: string;
  readonly signedAt: Instant;
  /** Where in the app. */
  readonly place: string;
  readonly comment: string | null;
}

/** The proposal `number` of an agreement. */
export function agreementSubject(agreementId: string, number: number): string {
  return `agreement:${agreementId}:${number}`;
}

export function exclusionSubject(exclusionId: string): string {
  return `exclusion:${exclusionId}`;
}

/** The service report of a period, by the instant the period starts. */
export function reportSubject(agreementId: string, periodStart: Instant): string {
  return `report:${agreementId}:${periodStart}`;
}

const COLUMNS = `project_id, subject, side, document_hash, decision, signed_by, signer_name, signed_at, place,
  comment`;

/** Adds a decision; false when that side has decided already. */
export async function addSignature(added: Signature): Promise<boolean> {
  return insertOnce(`INSERT INTO signature (${COLUMNS}) VALUES ${placeholders(1, 10)}`, [
    added.projectId,
    added.subject,
    added.side,
    added.hash,
    added.decision,
    added.signedBy,
    added.signerName,
    added.signedAt,
    added.place,
    added.comment,
  ]);
}

// Of 160 characters at most: far below what one request and one statement may hold.
const SUBJECTS_PER_STATEMENT = 500;

/** The decisions about any of the subjects, by subject and side. */
export async function signaturesOf(
  projectId: string,
  subjects: readonly string[],
): Promise<readonly Signature[]> {
  const found: Signature[] = [];
  for (let first = 0; first < subjects.length; first += SUBJECTS_PER_STATEMENT) {
    const chunk = subjects.slice(first, first + SUBJECTS_PER_STATEMENT);
    const rows = await select(
      `SELECT ${COLUMNS} FROM signature WHERE project_id = ? AND subject IN ${placeholders(1, chunk.length)}
        ORDER BY subject, side`,
      [projectId, ...chunk],
    );
    found.push(...rows.map(signatureOf));
  }
  return found;
}

function signatureOf(row: Row): Signature {
  return {
    projectId: text(row, 'project_id'),
    subject: text(row, 'subject'),
    side: text(row, 'side') as Signature['side'],
    hash: text(row, 'document_hash'),
    decision: text(row, 'decision') as Signature['decision'],
    signedBy: text(row, 'signed_by'),
    signerName: text(row, 'signer_name'),
    signedAt: int(row, 'signed_at'),
    place: text(row, 'place'),
    comment: textOrNull(row, 'comment'),
  };
}
