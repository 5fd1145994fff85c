import { signersOf, type AgreementOutline } from '../agreement/agreement-outline';
import { instantWords } from '../agreement/date-words';
import type { Fault } from '../contract';
import type { Approval, Side } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { localPartsOf } from '../engine/time-zone';
import type { CompiledAgreement } from '../storage/agreement-version';

const SIDES = ['provider', 'customer'] as const satisfies readonly Side[];

/** What keeps two parties from signing a text: nobody could, or somebody would sign for both. */
export function representativeFaults(
  outline: AgreementOutline,
  approval: Approval,
  before: AgreementOutline | null,
): readonly Fault[] {
  return [
    ...sharedFaults(outline),
    ...SIDES.flatMap((side): Fault[] => {
      if (signersOf(outline[side]).length > 0) return [];
      const path = `parties.${side}.representatives`;
      const remedy = `Add a representative of the ${side} with an accountId.`;
      if (before !== null && signersOf(before[side]).length > 0)
        return [{ path, message: `The last representative of the ${side} cannot be removed`, remedy }];
      return approval === 'both' ? [{ path, message: `Nobody may sign for the ${side}`, remedy }] : [];
    }),
  ];
}

function sharedFaults({ provider, customer }: AgreementOutline): readonly Fault[] {
  const ofProvider = new Set(signersOf(provider).map(({ accountId }) => accountId));
  return customer.representatives.flatMap(({ name, accountId }, index): Fault[] => {
    if (accountId === null || !ofProvider.has(accountId)) return [];
    return [
      {
        path: `parties.customer.representatives[${index}].accountId`,
        message: `${name} would sign for both sides`,
        remedy: 'Name the account on one side only.',
      },
    ];
  });
}

/** A version never reaches back behind what is or will be in force; the day it is proposed may have begun. */
export function successionFaults(
  { agreement, parties }: CompiledAgreement,
  latest: CompiledAgreement | null,
  now: Instant,
): readonly Fault[] {
  if (latest === null) return [];
  const path = 'effectiveFrom';
  const zone = parties.provider.timeZone;
  const { effectiveFrom } = agreement;
  const dayOf = (at: Instant) => localPartsOf(zone, at).date;
  if (effectiveFrom < now && dayOf(effectiveFrom) < dayOf(now))
    return [
      {
        path,
        message: 'A new version cannot take effect in the past: it would change verdicts that are closed.',
        remedy: 'Write today or a date that is still to come.',
      },
    ];
  const before = latest.agreement;
  if (Math.max(effectiveFrom, now) > before.effectiveFrom) return [];
  if (before.effectiveFrom === now) {
    const message = `Version ${before.version} took effect at this very moment; two cannot begin at once.`;
    return [{ path, message, remedy: 'Propose it again in a moment.' }];
  }
  const message = `Version ${before.version} takes effect only on ${instantWords(before.effectiveFrom, zone)}.`;
  return [{ path, message, remedy: 'Write a later date.' }];
}
