import { proposalsOfAgreement, readProposal } from '../storage/agreement-proposal';
import { readAgreementVersion, versionsOfProject } from '../storage/agreement-version';
import { endsAgreement } from './compile-version';

/**
 * The newest text of an agreement, to write on from: of its newest version, or where none was published, of
 * what was proposed last. null = there is none.
 */
export async function newestText(projectId: string, agreementId: string): Promise<string | null> {
  const version = (await versionsOfProject(projectId)).findLast(
    ({ compiled }) => compiled.agreement.id === agreementId && !endsAgreement(compiled),
  )?.compiled.agreement.version;
  if (version !== undefined)
    return (await readAgreementVersion(projectId, agreementId, version))?.document ?? null;
  const proposed = (await proposalsOfAgreement(projectId, agreementId)).findLast(
    ({ kind }) => kind === 'version',
  );
  if (!proposed) return null;
  return (await readProposal(projectId, agreementId, proposed.number))?.document ?? null;
}
