import { agreementOutline, type AgreementOutline, type PartyOutline } from '../agreement/agreement-outline';
import type { Instant } from '../engine/instant';
import {
  accountParty,
  organizationParty,
  saveParties,
  type AgreementParty,
} from '../storage/agreement-party';
import { proposalsOfAgreement, readProposal } from '../storage/agreement-proposal';
import { readAgreementVersion, versionsOfProject } from '../storage/agreement-version';
import { endsAgreement } from './compile-version';
import { isOpen } from './proposal-signatures';

type Bound = Pick<AgreementParty, 'partyKey' | 'side'>;

/**
 * Writes down whom an agreement binds: the parties of the version in force, of those still to come and of
 * the open proposal, since who is to sign must find it. May be repeated.
 */
export async function indexParties(projectId: string, agreementId: string, now: Instant): Promise<void> {
  const outlines = [
    ...(await versionOutlines(projectId, agreementId, now)),
    ...(await proposalOutlines(projectId, agreementId)),
  ];
  const bound = outlines.flatMap(({ provider, customer }): Bound[] => [
    ...boundBy(provider, 'provider'),
    ...boundBy(customer, 'customer'),
  ]);
  await saveParties(projectId, agreementId, bound);
}

async function versionOutlines(
  projectId: string,
  agreementId: string,
  now: Instant,
): Promise<readonly AgreementOutline[]> {
  const own = (await versionsOfProject(projectId)).map(({ compiled }) => compiled).filter(({ agreement }) => agreement.id === agreementId); // prettier-ignore
  // A version that ends the agreement names nobody: those who were bound still may look at it.
  const written = own.filter((compiled) => !endsAgreement(compiled)).map(({ agreement }) => agreement);
  const inForce = written.filter(({ effectiveFrom }) => effectiveFrom <= now).at(-1);
  const standing = written.filter((one) => one === inForce || one.effectiveFrom > now);
  const outlines: AgreementOutline[] = [];
  for (const { version } of standing) {
    const outline = agreementOutline(
      (await readAgreementVersion(projectId, agreementId, version))?.document ?? '',
    );
    if (outline) outlines.push(outline);
  }
  return outlines;
}

async function proposalOutlines(
  projectId: string,
  agreementId: string,
): Promise<readonly AgreementOutline[]> {
  const open = (await proposalsOfAgreement(projectId, agreementId)).findLast(isOpen);
  const proposal = open ? await readProposal(projectId, agreementId, open.number) : null;
  const outline = proposal ? agreementOutline(proposal.document) : null;
  return outline && proposal?.kind === 'version' ? [outline] : [];
}

function boundBy({ representatives, organizations }: PartyOutline, side: AgreementParty['side']): Bound[] {
  return [
    ...representatives.flatMap(({ accountId }) =>
      accountId === null ? [] : [{ partyKey: accountParty(accountId), side }],
    ),
    ...organizations.flatMap(({ id }) => (id === null ? [] : [{ partyKey: organizationParty(id), side }])),
  ];
}
