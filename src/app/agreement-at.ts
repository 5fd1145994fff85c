import { agreementOutline, type AgreementOutline } from '../agreement/agreement-outline';
import type { Side } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readAgreementVersion, type CompiledAgreement } from '../storage/agreement-version';
import type { AgreementViewer } from './agreement-viewer';
import { mayStandForCustomer } from './may-stand-for-customer';

/** The version of an agreement that is in force, else the one that comes next; null = there is none. */
export function versionAt(
  versions: readonly CompiledAgreement[],
  agreementId: string,
  now: Instant,
): CompiledAgreement | null {
  // A version without measures ends the agreement: what was agreed before it is what there is to look at.
  const own = versions
    .filter(({ agreement }) => agreement.id === agreementId && agreement.measures.length > 0)
    .sort((a, b) => a.agreement.effectiveFrom - b.agreement.effectiveFrom);
  return own.findLast(({ agreement }) => agreement.effectiveFrom <= now) ?? own[0] ?? null;
}

/** The parties of a version with their representatives, from its text. */
export async function partiesOf(
  projectId: string,
  { agreement }: CompiledAgreement,
): Promise<AgreementOutline | null> {
  const version = await readAgreementVersion(projectId, agreement.id, agreement.version);
  return version ? agreementOutline(version.document) : null;
}

/** The side for which somebody may sign; null = none. */
export function sideOf(
  parties: AgreementOutline | null,
  { accountId, administer, agent }: Pick<AgreementViewer, 'accountId' | 'administer' | 'agent'>,
): Side | null {
  if (parties === null) return null;
  const represents = (side: Side) => parties[side].representatives.some((one) => one.accountId === accountId);
  if (represents('provider')) return 'provider';
  const allowed = mayStandForCustomer(parties.kind, { administers: administer, serves: agent });
  return represents('customer') && allowed ? 'customer' : null;
}
