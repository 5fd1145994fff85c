import type { Approval } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readProjectSetting } from '../storage/project-setting';
import { acceptedSigners } from './accepted-signers';

/**
 * Whose signatures it takes to change or end an agreement, or to agree on an exclusion beside it: as the project
 * is set. But what the customer has signed binds: it changes with the customer's signature only, whatever the
 * provider sets in its project afterwards.
 */
export async function approvalFor(
  agreement: { readonly projectId: string; readonly agreementId: string },
  now: Instant,
): Promise<Approval> {
  const setting = await readProjectSetting(agreement.projectId);
  if (setting?.approval !== 'provider') return 'both';
  const { customer } = await acceptedSigners(agreement, now);
  return customer.length > 0 ? 'both' : 'provider';
}
