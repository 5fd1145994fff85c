import { AGREEMENT_PRESETS } from '../agreement/agreement-presets';
import { agreementOutline } from '../agreement/agreement-outline';
import type { Result } from '../contract';
import type { CreationChoices } from '../contract/draft';
import { projectsAdministered } from '../jira/permissions';
import { draftsOfProject, projectsWithDrafts, readAgreementDraft } from '../storage/agreement-draft';
import { agreementsOfProject, projectsWithAgreements } from '../storage/agreement-version';
import { refuseUnlessAdministers } from './refuse';

/** Each costs two statements. */
const MOST_PROJECTS = 20;

/** What a new agreement can be made from: presets, and agreements of projects this person administers. */
export async function readCreationChoices(projectId: string): Promise<Result<CreationChoices>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const administered = await projectsAdministered();
  const written = new Set([...(await projectsWithAgreements()), ...(await projectsWithDrafts())]);
  const own = (one: { readonly projectId: string }) => (one.projectId === projectId ? 0 : 1);
  const projects = administered
    .filter((one) => written.has(one.projectId))
    .sort((a, b) => own(a) - own(b) || (a.projectKey < b.projectKey ? -1 : 1))
    .slice(0, MOST_PROJECTS);
  const copyable = await Promise.all(projects.map(copyableOf));
  return { ok: true, value: { presets: [...AGREEMENT_PRESETS], copyable: copyable.flat() } };
}

async function copyableOf(project: {
  readonly projectId: string;
  readonly projectKey: string;
}): Promise<CreationChoices['copyable']> {
  const names = new Map<string, string>();
  for (const { agreement } of await agreementsOfProject(project.projectId))
    names.set(agreement.id, agreement.name);
  for (const { agreementId } of await draftsOfProject(project.projectId)) {
    if (names.has(agreementId)) continue;
    const draft = await readAgreementDraft(project.projectId, agreementId);
    names.set(agreementId, agreementOutline(draft?.document ?? '')?.name ?? agreementId);
  }
  return [...names].map(([agreementId, name]) => ({ ...project, agreementId, name }));
}
