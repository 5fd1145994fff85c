import type { Agreement, Exclusion } from '../engine/agreement';
import type { Instant } from '../engine/instant';
import { int, text } from './column';
import { insertOnce, select, write, type Row } from './statement';

export interface Party {
  readonly name: string;
  readonly timeZone: string;
}

/** A document made ready to evaluate: JQL parsed, exclusions signed. Stored as JSON beside the document. */
export interface CompiledAgreement {
  readonly agreement: Agreement;
  readonly exclusions: readonly Exclusion[];
  readonly parties: { readonly provider: Party; readonly customer: Party };
}

export interface AgreementVersion {
  readonly projectId: string;
  /** The document as it was published, JSON or YAML. */
  readonly document: string;
  readonly compiled: CompiledAgreement;
  readonly publishedAt: Instant;
  /** Account id. */
  readonly publishedBy: string;
}

/** Every published version of a project's agreements, by agreement and then by version. One statement. */
export async function agreementsOfProject(projectId: string): Promise<readonly CompiledAgreement[]> {
  const rows = await select(
    `SELECT compiled FROM agreement_version WHERE project_id = ? ORDER BY agreement_id, version`,
    [projectId],
  );
  return rows.map((row) => JSON.parse(text(row, 'compiled')) as CompiledAgreement);
}

/** A published version without its text. */
export type PublishedVersion = Omit<AgreementVersion, 'document'>;

/** As `agreementsOfProject`, with when and by whom each was published. */
export async function versionsOfProject(projectId: string): Promise<readonly PublishedVersion[]> {
  const rows = await select(
    `SELECT compiled, published_at, published_by FROM agreement_version
      WHERE project_id = ? ORDER BY agreement_id, version`,
    [projectId],
  );
  return rows.map((row) => ({ projectId, ...publishedOf(row) }));
}

/** When each version of an agreement was published, by its number. */
export async function publicationTimes(
  projectId: string,
  agreementId: string,
): Promise<ReadonlyMap<number, Instant>> {
  const rows = await select(
    `SELECT version, published_at FROM agreement_version WHERE project_id = ? AND agreement_id = ?`,
    [projectId, agreementId],
  );
  return new Map(rows.map((row) => [int(row, 'version'), int(row, 'published_at')]));
}

export async function readAgreementVersion(
  projectId: string,
  agreementId: string,
  version: number,
): Promise<AgreementVersion | null> {
  const [row] = await select(
    `SELECT document, compiled, published_at, published_by FROM agreement_version
      WHERE project_id = ? AND agreement_id = ? AND version = ?`,
    [projectId, agreementId, version],
  );
  return row ? { projectId, document: text(row, 'document'), ...publishedOf(row) } : null;
}

/** Adds a version; false when this version of this agreement is there already. Nothing is ever updated. */
export async function addAgreementVersion(added: AgreementVersion): Promise<boolean> {
  const { id, version, effectiveFrom } = added.compiled.agreement;
  return insertOnce(
    `INSERT INTO agreement_version
         (project_id, agreement_id, version, document, compiled, effective_from, published_at, published_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      added.projectId,
      id,
      version,
      added.document,
      JSON.stringify(added.compiled),
      effectiveFrom,
      added.publishedAt,
      added.publishedBy,
    ],
  );
}

/** Ids of the projects that have an agreement, in order. */
export async function projectsWithAgreements(): Promise<readonly string[]> {
  const rows = await select(`SELECT DISTINCT project_id FROM agreement_version ORDER BY project_id`);
  return rows.map((row) => text(row, 'project_id'));
}

/** Only for a project that Jira has deleted. */
export async function forgetAgreementsOfProject(projectId: string): Promise<void> {
  await write(`DELETE FROM agreement_version WHERE project_id = ?`, [projectId]);
}

function publishedOf(row: Row): Omit<PublishedVersion, 'projectId'> {
  return {
    compiled: JSON.parse(text(row, 'compiled')) as CompiledAgreement,
    publishedAt: int(row, 'published_at'),
    publishedBy: text(row, 'published_by'),
  };
}
