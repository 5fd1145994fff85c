import { lintAgreement } from '../agreement/lint/lint-agreement';
import { parseAgreement, type ParsedAgreement } from '../agreement/parse-agreement';
import type { Approval } from '../contract/agreement';
import type { Finding } from '../contract/draft';
import type { Agreement } from '../engine/agreement';
import type { Instant } from '../engine/instant';
import { agreementsOfProject } from '../storage/agreement-version';
import { approvalFor } from './approval-for';
import { lintSiteOf } from './lint-site-of';
import { namesOf, projectSite } from './project-site';

export type LintedDraft =
  | {
      readonly parsed: Extract<ParsedAgreement, { ok: true }>;
      readonly findings: readonly Finding[];
      readonly approval: Approval;
    }
  | { readonly parsed: Extract<ParsedAgreement, { ok: false }> };

/**
 * Reads a draft (text, or the values already read) and lints it for its project, beside the other agreements
 * there. The caller has asked Jira whether this person administers the project.
 */
export async function draftFindings(projectId: string, draft: unknown, now: Instant): Promise<LintedDraft> {
  const [site, published] = await Promise.all([projectSite(projectId, now), agreementsOfProject(projectId)]);
  const parsed = parseAgreement(draft, namesOf(site));
  if (!parsed.ok) return { parsed };
  const approval = await approvalFor({ projectId, agreementId: parsed.document.id }, now);
  const findings = lintAgreement(
    parsed.document,
    parsed.agreement,
    lintSiteOf(site.names, {
      projectId,
      workflowStatuses: site.statuses,
      approval,
      others: standing(published.map(({ agreement }) => agreement)),
    }),
  );
  return { parsed, findings, approval };
}

/** The newest version of each agreement that has not ended. */
function standing(versions: readonly Agreement[]): readonly Agreement[] {
  const newest = new Map<string, Agreement>();
  for (const version of versions) {
    const other = newest.get(version.id);
    if (!other || other.version < version.version) newest.set(version.id, version);
  }
  return [...newest.values()].filter(({ measures }) => measures.length > 0);
}
