import type { Instant } from '../engine/instant';
import { int, intOrNull, text, textOrNull } from './column';
import { insertOnce, select, write, type Row } from './statement';

/**
 * - `proposed`: waits for signatures
 * - `accepted`: signed by all who must; the version is being published
 * - `published`, `declined`, `withdrawn`: closed for ever
 */
export type ProposalState = 'proposed' | 'accepted' | 'published' | 'declined' | 'withdrawn';

/** A proposal without its text, for lists. */
export interface ProposalHead {
  readonly projectId: string;
  readonly agreementId: string;
  /** From 1, per agreement. */
  readonly number: number;
  /** `retire`: that the agreement ends. */
  readonly kind: 'version' | 'retire';
  /** The version it becomes. */
  readonly version: number;
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string;
  readonly effectiveFrom: Instant;
  readonly approval: 'both' | 'provider';
  readonly state: ProposalState;
  readonly note: string | null;
  readonly proposedAt: Instant;
  /** Account id. */
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly decidedAt: Instant | null;
  /** Counts changes of state. */
  readonly rowVersion: number;
}

/** A text put before both parties; it never changes, only the state does. */
export interface ProposalRow extends ProposalHead {
  readonly document: string;
}

const HEAD = `project_id, agreement_id, proposal_number, kind, version, document_hash, effective_from, approval,
  state, note, proposed_at, proposed_by, proposed_by_name, decided_at, row_version`;

/** Adds a proposal in the state `proposed`; false when there is one with this number already. */
export async function addProposal(
  added: Omit<ProposalRow, 'state' | 'decidedAt' | 'rowVersion'>,
): Promise<boolean> {
  return insertOnce(
    `INSERT INTO agreement_proposal
         (project_id, agreement_id, proposal_number, kind, version, document, document_hash, effective_from,
          approval, state, note, proposed_at, proposed_by, proposed_by_name, decided_at, row_version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?, ?, ?, NULL, 1)`,
    [
      added.projectId,
      added.agreementId,
      added.number,
      added.kind,
      added.version,
      added.document,
      added.hash,
      added.effectiveFrom,
      added.approval,
      added.note,
      added.proposedAt,
      added.proposedBy,
      added.proposedByName,
    ],
  );
}

/** By agreement and number. */
export async function proposalsOfProject(projectId: string): Promise<readonly ProposalHead[]> {
  const rows = await select(
    `SELECT ${HEAD} FROM agreement_proposal WHERE project_id = ? ORDER BY agreement_id, proposal_number`,
    [projectId],
  );
  return rows.map(headOf);
}

/** By number. */
export async function proposalsOfAgreement(
  projectId: string,
  agreementId: string,
): Promise<readonly ProposalHead[]> {
  const rows = await select(
    `SELECT ${HEAD} FROM agreement_proposal
      WHERE project_id = ? AND agreement_id = ? ORDER BY proposal_number`,
    [projectId, agreementId],
  );
  return rows.map(headOf);
}

export async function readProposal(
  projectId: string,
  agreementId: string,
  number: number,
): Promise<ProposalRow | null> {
  const [row] = await select(
    `SELECT ${HEAD}, document FROM agreement_proposal
      WHERE project_id = ? AND agreement_id = ? AND proposal_number = ?`,
    [projectId, agreementId, number],
  );
  return row ? { ...headOf(row), document: text(row, 'document') } : null;
}

/** Moves a proposal on; false when it is in another state by now. */
export async function moveProposal(
  proposal: Pick<ProposalHead, 'projectId' | 'agreementId' | 'number'>,
  from: ProposalState,
  to: ProposalState,
  decidedAt: Instant,
): Promise<boolean> {
  const touched = await write(
    `UPDATE agreement_proposal SET state = ?, decided_at = ?, row_version = row_version + 1
      WHERE project_id = ? AND agreement_id = ? AND proposal_number = ? AND state = ?`,
    [to, decidedAt, proposal.projectId, proposal.agreementId, proposal.number, from],
  );
  return touched === 1;
}

/** Proposals of all projects that are not closed. */
export async function openProposals(limit: number): Promise<readonly ProposalHead[]> {
  const rows = await select(
    `SELECT ${HEAD} FROM agreement_proposal WHERE state IN ('proposed', 'accepted')
      ORDER BY state, project_id, agreement_id LIMIT ?`,
    [limit],
  );
  return rows.map(headOf);
}

function headOf(row: Row): ProposalHead {
  return {
    projectId: text(row, 'project_id'),
    agreementId: text(row, 'agreement_id'),
    number: int(row, 'proposal_number'),
    kind: text(row, 'kind') as ProposalHead['kind'],
    version: int(row, 'version'),
    hash: text(row, 'document_hash'),
    effectiveFrom: int(row, 'effective_from'),
    approval: text(row, 'approval') as ProposalHead['approval'],
    state: text(row, 'state') as ProposalState,
    note: textOrNull(row, 'note'),
    proposedAt: int(row, 'proposed_at'),
    proposedBy: text(row, 'proposed_by'),
    proposedByName: text(row, 'proposed_by_name'),
    decidedAt: intOrNull(row, 'decided_at'),
    rowVersion: int(row, 'row_version'),
  };
}
