import type { AgreementDraft } from '../document';
import type { PresetInput } from './project-outline';

/** People are added in the editor; until then a role stands for each side, so that the report has a writer. */
export const PROVIDER_ROLE = 'Service manager';
export const CUSTOMER_ROLE = 'Customer representative';

/** Both parties with one representative each. */
export function partiesOf(
  { timeZone, author }: PresetInput,
  provider: string,
  customer: string,
): AgreementDraft['parties'] {
  const writer = author
    ? { name: author.name, role: PROVIDER_ROLE, accountId: author.accountId }
    : { name: PROVIDER_ROLE };
  return {
    provider: { name: provider, timeZone, representatives: [writer] },
    customer: { name: customer, timeZone, representatives: [{ name: CUSTOMER_ROLE }] },
  };
}

/** The service report, from one side to the other. */
export function reportOf(
  { author }: PresetInput,
  every: NonNullable<AgreementDraft['report']>['every'],
): NonNullable<AgreementDraft['report']> {
  return { every, to: [CUSTOMER_ROLE], by: author?.name ?? PROVIDER_ROLE };
}
