import type {
  DemoExclusion,
  DemoIncident,
  DemoProposal,
  OpenMatters,
} from '../../scenarios/demo/open-matters';
import type {
  ExclusionProposal,
  ExclusionView,
  IncidentDeclaration,
  IncidentView,
} from '../../src/contract/exclusion';
import type { DraftView } from '../../src/contract/draft';
import type { ProposalView } from '../../src/contract/agreement';
import type { SiteProject } from '../jira/site-data';
import { callerOn, type Call } from './call-app';
import type { SeedParts } from './seed';

/**
 * Proposes what the demo leaves for others to sign, as people do: each on the page where they would. The
 * agreements must be in force. Throws when the app refuses.
 */
export async function proposeMatters(
  parts: Pick<SeedParts, 'jira' | 'forge'>,
  projects: readonly SiteProject[],
  { proposals, exclusions, incidents }: OpenMatters,
): Promise<void> {
  const projectOf = (key: string): SiteProject => {
    const found = projects.find((project) => project.key === key);
    if (!found) throw new Error(`The demo has no project ${key}.`);
    return found;
  };
  for (const proposal of proposals) await proposeVersion(parts, projectOf(proposal.project), proposal);
  for (const exclusion of exclusions) await proposeExclusion(parts, projectOf(exclusion.project), exclusion);
  for (const incident of incidents) await declareIncident(parts, projectOf(incident.project), incident);
}

async function proposeVersion(
  { forge }: Pick<SeedParts, 'forge'>,
  project: SiteProject,
  { agreementId, effectiveFrom, note, edits, proposedBy, signedBy }: DemoProposal,
): Promise<void> {
  const extension = { project: { id: project.id, key: project.key, type: project.type } };
  const on = (moduleKey: string, accountId: string): Call =>
    callerOn(
      forge,
      { moduleKey, accountId, accountType: 'licensed', extension },
      `The next version of ${agreementId} was not proposed`,
    );
  const settingsPage = on('project-settings', proposedBy);
  const draft = await settingsPage<DraftView>('readDraft', { agreementId });
  const saved = await settingsPage<DraftView>('saveDraft', {
    agreementId,
    revision: draft.revision,
    content: { text: edited(draft.text, edits) },
  });
  const { hash } = await settingsPage<ProposalView>('proposeAgreement', {
    agreementId,
    revision: saved.revision,
    effectiveFrom,
    note,
  });
  await on('agreements-page', signedBy)('signAgreement', { agreementId, hash });
}

function edited(text: string, edits: DemoProposal['edits']): string {
  return edits.reduce((so, { was, is }) => {
    if (!so.includes(was)) throw new Error(`The agreement does not say “${was}”.`);
    return so.replace(was, is);
  }, text);
}

async function proposeExclusion(
  { jira, forge }: Pick<SeedParts, 'jira' | 'forge'>,
  project: SiteProject,
  { agreementId, proposedBy, ticket, evidence, ...what }: DemoExclusion,
): Promise<void> {
  const proposal: ExclusionProposal = {
    ...what,
    agreementId,
    effect: 'time',
    when: null,
    during: null,
    issueKey: issueOf(jira, project, ticket).key,
    evidence: [{ kind: 'link', ...evidence }],
  };
  const page = {
    moduleKey: 'portal-agreements',
    accountId: proposedBy,
    accountType: 'customer',
    extension: {},
  } as const;
  await callerOn(
    forge,
    page,
    `The exclusion “${what.clause}” was not proposed`,
  )<ExclusionView>('proposeExclusion', { projectId: project.id, proposal });
}

async function declareIncident(
  { jira, forge }: Pick<SeedParts, 'jira' | 'forge'>,
  project: SiteProject,
  { agreementId, declaredBy, ticket, causes, clause, reason, from, to }: DemoIncident,
): Promise<void> {
  const incident = issueOf(jira, project, ticket);
  for (const caused of causes) {
    const { key } = issueOf(jira, project, caused);
    jira.link(incident.key, { by: declaredBy, to: key, type: 'Problem/Incident' });
  }
  const declaration: IncidentDeclaration = { agreementId, clause, reason, from, to, rowVersion: null };
  const page = {
    moduleKey: 'issue-panel',
    accountId: declaredBy,
    accountType: 'licensed',
    extension: {
      issue: { id: String(incident.id), key: incident.key },
      project: { id: project.id, key: project.key, type: project.type },
    },
  } as const;
  await callerOn(
    forge,
    page,
    `${incident.key} was not declared an incident`,
  )<IncidentView>('declareIncident', declaration);
}

/** The newest ticket with this summary. */
function issueOf(jira: SeedParts['jira'], project: SiteProject, summary: string) {
  const found = jira
    .issues()
    .filter((issue) => issue.projectId === project.id && issue.fields['summary'] === summary)
    .at(-1);
  if (!found) throw new Error(`The project ${project.key} has no ticket “${summary}”.`);
  return found;
}
