import type { FaultList } from './fault-list';
import { listAt, looseAt, textAt } from './loose';
import type { Path } from './path-text';

interface Member {
  readonly path: Path;
  readonly side: string;
  readonly key: string;
}

/** Nobody stands on both sides, and nobody twice on one: a signature must say whose it is. */
export function checkParties(faults: FaultList, raw: unknown): void {
  const people = 'Each side signs by people of its own: take it out of one of the two.';
  const organizations = 'An organization belongs to one side: take it out of one of the two.';
  checkOnce(faults, membersBy(raw, 'representatives', 'accountId'), 'account', people);
  // Two people of one name may stand on different sides.
  for (const side of ['provider', 'customer']) {
    const named = membersBy(raw, 'representatives', 'name').filter((member) => member.side === side);
    checkOnce(faults, named, 'representative', people);
  }
  checkOnce(faults, membersBy(raw, 'organizations', 'id'), 'organization', organizations);
  checkOnce(faults, membersBy(raw, 'organizations', 'name'), 'organization', organizations);
}

function checkOnce(faults: FaultList, members: readonly Member[], kind: string, remedy: string): void {
  const first = new Map<string, Member>();
  for (const member of members) {
    const other = first.get(member.key);
    if (other === undefined) {
      first.set(member.key, member);
    } else if (other.side === member.side) {
      faults.add(member.path, `The ${kind} "${member.key}" is named twice`, `Name each ${kind} once.`);
    } else {
      faults.add(member.path, `The ${kind} "${member.key}" stands on both sides`, remedy);
    }
  }
}

function membersBy(raw: unknown, list: string, key: string): readonly Member[] {
  return ['provider', 'customer'].flatMap((side) =>
    listAt(looseAt(looseAt(raw, 'parties'), side), list).flatMap((member, index): readonly Member[] => {
      const text = textAt(member, key);
      const path: Path = ['parties', side, list, index, key];
      return text === undefined ? [] : [{ path, side, key: text }];
    }),
  );
}
