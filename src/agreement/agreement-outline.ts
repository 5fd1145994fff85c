import type { AgreementKind } from '../engine/agreement';
import { isNamed, listAt, looseAt, textAt, type Loose } from './loose';
import { readDuration } from './duration-text';
import { readText } from './read-text';
import { readZone } from './zone-text';

/** What a list shows of a document, and who acts for its parties. Read of any text, however faulty. */
export interface AgreementOutline {
  /** Empty where there is none. */
  readonly id: string;
  readonly name: string;
  readonly kind: AgreementKind;
  readonly provider: PartyOutline;
  readonly customer: PartyOutline;
  /** False: measures are written, and none promises a time. */
  readonly hasGoal: boolean;
}

export interface PartyOutline {
  readonly name: string;
  /** null = none is written, or none that exists. */
  readonly timeZone: string | null;
  readonly organizations: readonly { readonly name: string; readonly id: string | null }[];
  readonly representatives: readonly { readonly name: string; readonly accountId: string | null }[];
}

const KINDS: readonly string[] = ['sla', 'ola', 'underpinning-contract'] satisfies AgreementKind[];

/** null = the text cannot be read as named values. */
export function agreementOutline(text: string): AgreementOutline | null {
  const reading = readText(text);
  if (!reading.ok || !isNamed(reading.value)) return null;
  const document = reading.value;
  const kind = textAt(document, 'kind') ?? 'sla';
  const parties = looseAt(document, 'parties');
  const id = textAt(document, 'id') ?? '';
  return {
    id,
    name: textAt(document, 'name') ?? id,
    kind: (KINDS.includes(kind) ? kind : 'sla') as AgreementKind,
    provider: partyOutline(looseAt(parties, 'provider')),
    customer: partyOutline(looseAt(parties, 'customer')),
    hasGoal: isPromising(listAt(document, 'measures')),
  };
}

/** Who may sign for a party: those of its representatives that have an account. */
export function signersOf(
  party: PartyOutline,
): readonly { readonly name: string; readonly accountId: string }[] {
  return party.representatives.flatMap(({ name, accountId }) =>
    accountId === null ? [] : [{ name, accountId }],
  );
}

/** What cannot be read yet may become a promise. */
function isPromising(measures: readonly unknown[]): boolean {
  const goals = measures.flatMap((measure) => listAt(measure, 'goals'));
  return (
    measures.length === 0 ||
    goals.some((goal) => {
      const reading = readDuration(textAt(goal, 'within') ?? '');
      return !reading.ok || reading.value !== null;
    })
  );
}

function partyOutline(party: Loose): PartyOutline {
  const timeZone = textAt(party, 'timeZone');
  return {
    name: textAt(party, 'name') ?? '',
    timeZone: timeZone !== undefined && readZone(timeZone).ok ? timeZone : null,
    organizations: listAt(party, 'organizations').map((one) => ({
      name: textAt(one, 'name') ?? '',
      id: textAt(one, 'id') ?? null,
    })),
    representatives: listAt(party, 'representatives').map((one) => ({
      name: textAt(one, 'name') ?? '',
      accountId: textAt(one, 'accountId') ?? null,
    })),
  };
}
