import type { Result } from '../contract';
import type { Instant } from '../engine/instant';
import { readProjectAsUser } from '../jira/permissions';
import { visibleSecurityLevels } from '../jira/visible-security-levels';
import { notFound } from './refuse';
import { termsInForce, type AgreementTerms } from './terms-in-force';

/** A project as its figures are told to one viewer. */
export interface ReportedProject {
  readonly projectId: string;
  readonly projectKey: string;
  readonly projectName: string;
  /** Security levels whose tickets count for this viewer; `''` = tickets without one. */
  readonly levels: readonly string[];
  /** Those in force or ended; of a question that names one, only that. */
  readonly agreements: readonly AgreementTerms[];
}

/**
 * The start of every report: Jira is asked as the person whether the project is theirs to see and which
 * security levels they are in, before the store is read.
 */
export async function reportedProject(
  projectId: string,
  agreementId: string | undefined,
  now: Instant,
): Promise<Result<ReportedProject>> {
  const [project, levels] = await Promise.all([
    readProjectAsUser(projectId),
    visibleSecurityLevels(projectId),
  ]);
  if (!project) return notFound('project');
  const terms = await termsInForce(projectId, now);
  const agreements = terms.filter((one) => agreementId === undefined || one.agreementId === agreementId);
  if (agreementId !== undefined && agreements.length === 0) return notFound('agreement');
  return {
    ok: true,
    value: { projectId, projectKey: project.key, projectName: project.name, levels, agreements },
  };
}
