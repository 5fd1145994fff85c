import type { AgreementText, Approval } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { instantOf } from '../engine/time-zone';
import { readInstant } from './date-text';
import { instantWords } from './date-words';
import type { AgreementDocument } from './document';
import { calendarsSection } from './text/calendars-section';
import { consequencesSection } from './text/consequences-section';
import { exclusionsSection } from './text/exclusions-section';
import { measuresSection } from './text/measures-section';
import { monitoringSection } from './text/monitoring-section';
import { partiesSection } from './text/parties-section';
import { responsibilitiesSection } from './text/responsibilities-section';
import { scopeSection } from './text/scope-section';

const KINDS: Readonly<Record<AgreementDocument['kind'], string>> = {
  sla: 'Service level agreement',
  ola: 'Operational level agreement',
  'underpinning-contract': 'Underpinning contract',
};

/**
 * A valid document in plain language, for both parties to read and sign. Every string of the document is
 * shown as text; times are in words and in the provider's zone, which is named.
 */
export function agreementText(
  document: AgreementDocument,
  facts: { readonly approval: Approval; readonly retiredFrom?: Instant },
): AgreementText {
  const { provider, customer } = document.parties;
  const from = instantWords(effectiveFrom(document), provider.timeZone);
  const until =
    facts.retiredFrom === undefined ? '' : ` until ${instantWords(facts.retiredFrom, provider.timeZone)}`;
  const kind = KINDS[document.kind];
  return {
    title: document.name,
    subtitle: `${kind} between ${provider.name} and ${customer.name}, version ${document.version}, in force from ${from}${until}.`,
    notices: [
      ...(facts.approval === 'provider'
        ? [`${provider.name} alone approves this agreement: a signature of ${customer.name} is not needed.`]
        : []),
      ...(facts.retiredFrom === undefined
        ? []
        : [`This agreement ends on ${instantWords(facts.retiredFrom, provider.timeZone)}.`]),
    ],
    sections: [
      partiesSection(document),
      scopeSection(document),
      measuresSection(document),
      calendarsSection(document),
      exclusionsSection(document),
      responsibilitiesSection(document),
      monitoringSection(document),
      consequencesSection(document),
    ],
  };
}

function effectiveFrom({ effectiveFrom: text, parties }: AgreementDocument): Instant {
  const instant = readInstant(text);
  return instant.ok ? instant.value : instantOf(parties.provider.timeZone, text, 0);
}
