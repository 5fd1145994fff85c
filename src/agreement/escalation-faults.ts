import { checkKnown, checkUnique } from './checks';
import type { FaultList } from './fault-list';
import { isNamed, listAt, looseAt, textAt } from './loose';
import type { Path } from './path-text';

const ACTIONS = ['comment', 'notify', 'assign', 'raisePriority', 'label', 'transition', 'set'];

/** Escalations have ids of their own, name measures that exist, and do one thing at a time to somebody. */
export function checkEscalations(faults: FaultList, raw: unknown, measureIds: readonly string[]): void {
  const escalations = listAt(looseAt(raw, 'consequences'), 'escalations');
  const path = ['consequences', 'escalations'];
  checkUnique(
    faults,
    path,
    escalations.map((escalation) => textAt(escalation, 'id')),
  );
  for (const [index, escalation] of escalations.entries()) {
    for (const [place, id] of listAt(escalation, 'measures').entries())
      checkKnown(faults, [...path, index, 'measures', place], 'measure', id, measureIds);
    for (const [place, action] of listAt(escalation, 'do').entries())
      checkAction(faults, [...path, index, 'do', place], action, raw);
  }
}

function checkAction(faults: FaultList, path: Path, action: unknown, raw: unknown): void {
  if (!isNamed(action)) return;
  const named = ACTIONS.filter((key) => action[key] !== undefined);
  if (named.length === 0 && Object.keys(action).length === 0) {
    faults.add(path, 'This does nothing', `Write one of ${ACTIONS.join(', ')}.`);
  }
  if (named.length > 1) {
    const remedy = `Write ${named.join(' and ')} as list items of their own.`;
    faults.add(path, 'Here are several actions in one', remedy);
  }
  const { notify } = action;
  if (!isNamed(notify)) return;
  const sides = listAt(notify, 'representatives').filter((side) => typeof side === 'string');
  const recipients = [...listAt(notify, 'people'), ...listAt(notify, 'roles'), ...sides];
  if (recipients.length === 0) {
    faults.add([...path, 'notify'], 'This tells nobody', 'Name people, roles or representatives.');
  }
  for (const [place, side] of listAt(notify, 'representatives').entries()) {
    if (typeof side !== 'string' || !['provider', 'customer'].includes(side)) continue;
    if (reachable(raw, side) > 0) continue;
    const remedy = `Give a representative of the ${side} an accountId.`;
    faults.add([...path, 'notify', 'representatives', place], `Nobody who represents the ${side} has an account`, remedy); // prettier-ignore
  }
}

function reachable(raw: unknown, side: string): number {
  const people = listAt(looseAt(looseAt(raw, 'parties'), side), 'representatives');
  return people.filter((person) => textAt(person, 'accountId') !== undefined).length;
}
