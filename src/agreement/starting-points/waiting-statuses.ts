import type { AgreementDraft } from '../document';
import type { StarterInput } from './project-outline';
import { quoted } from './quoted';

type Pauses = NonNullable<AgreementDraft['measures'][number]['pauseWhile']>;

/** `Waiting for support` waits on the provider, so its clock runs. */
const WAITING =
  /^(waiting (for|on) (?!(the )?(support|agent|team|provider|us)\b)|waiting$|awaiting |pending\b|on[ -]hold\b|blocked\b)/i;
const ON_THIRD_PARTY = /\b(vendor|supplier|third[ -]part(y|ies)|3rd[ -]part(y|ies)|partner|external)\b/i;
const ON_CUSTOMER = /\b(customer|client|requester|reporter|user|employee|you)\b/i;

/** Names of the statuses in which a ticket waits on somebody else than the provider, each once. */
export function waitingStatuses(statuses: StarterInput['statuses']): readonly string[] {
  const waiting = statuses.filter(({ name, category }) => category !== 'done' && WAITING.test(name));
  return [...new Set(waiting.map(({ name }) => name))];
}

/** Those of them in which it waits on the customer. */
export function customerStatuses(statuses: StarterInput['statuses']): readonly string[] {
  return waitingStatuses(statuses).filter((name) => ON_CUSTOMER.test(name));
}

/** A pause for each waiting status. */
export function waitingPauses(statuses: StarterInput['statuses']): Pauses {
  return waitingStatuses(statuses).map((name) => ({ name, when: `status = ${quoted(name)}` }));
}

/**
 * On whom a ticket waits that is paused under this name: on a third party where the name says so, else on the
 * customer.
 */
export function pauseWaitsOn(name: string): 'customer' | 'third-party' {
  return ON_THIRD_PARTY.test(name) ? 'third-party' : 'customer';
}

/** The same of a status, by its name alone; null = it waits on nobody else than the provider. */
export function statusWaitsOn(name: string): 'customer' | 'third-party' | null {
  return WAITING.test(name) ? pauseWaitsOn(name) : null;
}
