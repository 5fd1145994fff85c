import type { AgreementKind } from '../../src/engine/agreement';
import type { AgreementState, Approval, Place, Side } from '../../src/contract/agreement';
import type { Word } from './state-word';

const kinds: Readonly<Record<AgreementKind, string>> = {
  sla: 'SLA',
  ola: 'OLA',
  'underpinning-contract': 'Underpinning contract',
};

/** A kind of agreement as people call it. */
export const kindOfAgreement = (kind: AgreementKind): string => kinds[kind];

const states = {
  draft: { word: 'Draft', tone: 'neutral' },
  proposed: { word: 'Proposed', tone: 'information' },
  signed: { word: 'Signed', tone: 'discovery' },
  active: { word: 'Active', tone: 'success' },
  superseded: { word: 'Superseded', tone: 'neutral' },
  retired: { word: 'Retired', tone: 'neutral' },
} as const satisfies Readonly<Record<AgreementState, Word>>;

/** How the state of an agreement or a version is said and which tone it has. */
export const agreementState = (state: AgreementState): Word => states[state];

/** "the provider", "the customer". */
export const sideWord = (side: Side): string => (side === 'provider' ? 'the provider' : 'the customer');

const places: Readonly<Record<Place, string>> = {
  'project-settings': 'in the project settings',
  'project-page': 'on the project page',
  'issue-panel': 'on a ticket',
  'portal-request': 'on a request in the portal',
  'portal-page': 'in the portal',
};

/** Where in the app somebody acted. */
export const placeWords = (place: Place): string => places[place];

/** What the way of approving means for a text that is or would be in force; null = nothing special. */
export const approvalNotice = (approval: Approval, customer: string): string | null =>
  approval === 'provider'
    ? `In this project the provider’s approval is enough: ${customer} does not sign.`
    : null;

/** The start of a hash, enough to compare by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12);
