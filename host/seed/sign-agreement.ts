import { parse } from 'yaml';
import type { Approval, ProjectSettings, ProposalView, Side } from '../../src/contract/agreement';
import type { DraftView } from '../../src/contract/draft';
import type { LocalForge } from '../forge/create-forge';
import type { LocalJira } from '../jira/local-jira-api';
import type { SiteProject } from '../jira/site-data';
import { callerOn, type Call } from './call-app';

interface Signer {
  readonly side: Side;
  readonly accountId: string;
}

/**
 * Puts an agreement document into force as people do: an admin of the project creates it from the text and
 * proposes it, a representative of each party signs it, on the project page or in the portal. Where nobody is
 * named to sign, the provider alone approves. Throws when the app refuses.
 */
export async function signAgreement(
  { jira, forge }: { readonly jira: LocalJira; readonly forge: LocalForge },
  project: SiteProject,
  document: string,
): Promise<void> {
  const admin = project.roles.admin[0];
  if (admin === undefined)
    throw new Error(`The project ${project.key} has no admin to propose its agreement.`);
  const settingsPage = caller(forge, project, 'project-settings', admin);
  const signers = signersOf(document);
  const approval: Approval = signers.length === 2 ? 'both' : 'provider';
  const settings = await settingsPage<ProjectSettings>('readSettings');
  if (settings.approval !== approval)
    await settingsPage<ProjectSettings>('saveSettings', { settings: { ...settings, approval } });

  const draft = await settingsPage<DraftView>('createAgreement', {
    source: { from: 'text', text: document },
  });
  const { agreementId, revision } = draft;
  const proposal = await settingsPage<ProposalView>('proposeAgreement', { agreementId, revision });
  const signing = { projectId: project.id, agreementId, hash: proposal.hash };
  for (const { accountId } of approval === 'both' ? signers : [{ accountId: admin }]) {
    const inPortal = jira
      .accounts()
      .some((one) => one.accountId === accountId && one.accountType === 'customer');
    const page = inPortal ? 'portal-agreements' : 'agreements-page';
    await caller(
      forge,
      project,
      page,
      accountId,
      inPortal ? 'customer' : 'licensed',
    )('signAgreement', signing);
  }
}

/** The first representative of each party who has an account. */
function signersOf(document: string): readonly Signer[] {
  const { parties } = parse(document) as {
    readonly parties?: Partial<
      Record<Side, { readonly representatives?: readonly { readonly accountId?: string }[] }>
    >;
  };
  return (['provider', 'customer'] as const).flatMap((side) => {
    const named = parties?.[side]?.representatives?.find(({ accountId }) => accountId !== undefined);
    return named?.accountId === undefined ? [] : [{ side, accountId: named.accountId }];
  });
}

function caller(
  forge: LocalForge,
  project: SiteProject,
  moduleKey: string,
  accountId: string,
  accountType: 'licensed' | 'customer' = 'licensed',
): Call {
  const { id, key, type } = project;
  const extension = accountType === 'customer' ? {} : { project: { id, key, type } };
  const page = { moduleKey, accountId, accountType, extension };
  return callerOn(forge, page, `The agreement of ${key} did not come into force`);
}
