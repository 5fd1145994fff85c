import type { Result } from '../contract';
import type { ProposalView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readAgreementVersion } from '../storage/agreement-version';
import { endsAgreement } from './compile-version';
import type { PushJobs } from './job';
import { proposeText } from './propose-text';
import { notFound, refuseUnlessAdministers } from './refuse';
import { signIfAlone } from './sign-if-alone';

/**
 * Proposes a former version anew, as the next one. Where this administrator's approval alone suffices it is
 * given along with it. Administrators only.
 */
export async function restoreVersion(
  {
    projectId,
    agreementId,
    version,
    effectiveFrom,
    accountId,
  }: {
    readonly projectId: string;
    readonly agreementId: string;
    readonly version: number;
    readonly effectiveFrom: string;
    readonly accountId: string;
  },
  push: PushJobs,
  now: Instant,
): Promise<Result<ProposalView>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const former = await readAgreementVersion(projectId, agreementId, version);
  if (!former || endsAgreement(former.compiled)) return notFound('agreement');
  const what = { text: former.document, effectiveFrom };
  const proposer = { accountId, name: await readPersonName(accountId) };
  const note = `Restores version ${version}.`;
  const result = await proposeText({ projectId, agreementId, what, note, proposer }, push, now);
  return result.ok ? signIfAlone(result.value, accountId, push, now) : result;
}
