import type { AgreementKind } from '../engine/agreement';

/**
 * May somebody with these rights in the project speak for the customer? Whoever administers the project writes
 * its agreements, and its agents are the provider's staff: neither signs for the customer. Between teams of one
 * house, or where the house is the customer, the customer's own people may well be agents.
 */
export function mayStandForCustomer(
  kind: AgreementKind,
  { administers, serves }: { readonly administers: boolean; readonly serves: boolean },
): boolean {
  return !administers && !(serves && kind === 'sla');
}
