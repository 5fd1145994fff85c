import type { Place } from '../contract/agreement';
import { readProjectAsUser, rolesOnProject } from '../jira/permissions';
import { readOwnOrganizations } from '../jira/read-organizations';
import {
  accountParty,
  agreementsOfParties,
  organizationParty,
  type AgreementParty,
} from '../storage/agreement-party';

/** Who asks, and on which screen. */
export interface Caller {
  readonly accountId: string;
  readonly place: Place;
}

/** What somebody may know of the agreements of a project. */
export interface AgreementViewer extends Caller {
  readonly administer: boolean;
  /** Works on the project's tickets, or administers it. */
  readonly agent: boolean;
  /** Ids of agreements; null = all, because the person may browse the project in Jira itself. */
  readonly agreements: ReadonlySet<string> | null;
}

/**
 * Jira is asked as the person, before anything is read: who may browse the project sees its agreements; who
 * may not, in the portal only, those that name the account or an organization it belongs to. null = there is
 * nothing to see.
 */
export async function viewerOf(projectId: string, caller: Caller): Promise<AgreementViewer | null> {
  if ((await readProjectAsUser(projectId)) !== null) {
    const { administer, agent } = await rolesOnProject(projectId);
    return { ...caller, administer, agent: administer || agent, agreements: null };
  }
  if (!isPortal(caller.place)) return null;
  const bound = (await agreementsBinding(caller.accountId)).filter((one) => one.projectId === projectId);
  if (bound.length === 0) return null;
  const agreements = new Set(bound.map(({ agreementId }) => agreementId));
  return { ...caller, administer: false, agent: false, agreements };
}

/** Where customers are, who see nothing of Jira itself. */
export function isPortal(place: Place): boolean {
  return place === 'portal-request' || place === 'portal-page';
}

export function maySee({ agreements }: AgreementViewer, agreementId: string): boolean {
  return agreements === null || agreements.has(agreementId);
}

/** Agreements that bind the person who asks, in whatever project. */
export async function agreementsBinding(accountId: string): Promise<readonly AgreementParty[]> {
  const organizations = await readOwnOrganizations(accountId);
  return agreementsOfParties([accountParty(accountId), ...organizations.map(organizationParty)]);
}
