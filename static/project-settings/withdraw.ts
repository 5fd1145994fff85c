import { call } from '../ui/call';
import { flag } from '../ui/flag';

/** Withdraws the open proposal and tells how it went. */
export async function withdraw(agreementId: string, hash: string): Promise<void> {
  const result = await call('withdrawProposal', { agreementId, hash });
  if (result.ok) flag('Proposal withdrawn');
  else flag('The proposal could not be withdrawn', { type: 'error', description: result.message });
}
