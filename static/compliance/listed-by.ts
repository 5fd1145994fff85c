import type { ComplianceChoices } from '../../src/contract/compliance';
import type { Address } from './address';
import { queryOf } from './query-of';
import type { Question } from './question';

/** The list that an address opens over its page; null = none. */
export function listedBy(choices: ComplianceChoices, { filters, list }: Address): Question | null {
  if (list === null) return null;
  const of = choices.agreements.find(({ agreementId }) => agreementId === filters.agreementId);
  const title = of ? `${of.name}: ${list}` : `Tickets ${list}`;
  return { title, query: queryOf(choices, filters), resolved: list };
}
