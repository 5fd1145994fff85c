import type { FaultList } from './fault-list';
import { listAt, looseAt, textAt } from './loose';
import { didYouMean } from './nearest';
import type { Path } from './path-text';

/** The id of a measure: its own, else that of its preset. */
export function measureId(measure: unknown): string | undefined {
  return textAt(measure, 'id') ?? textAt(measure, 'preset');
}

/** Each id of a list is there once. */
export function checkUnique(faults: FaultList, path: Path, ids: readonly (string | undefined)[]): void {
  for (const [index, id] of ids.entries()) {
    if (id === undefined || ids.indexOf(id) === index) continue;
    faults.add([...path, index, 'id'], `The id ${id} is taken already`, 'Give this one an id of its own.');
  }
}

/** An id that is named is one of those that exist. */
export function checkKnown(
  faults: FaultList,
  path: Path,
  kind: string,
  id: unknown,
  known: readonly string[],
): void {
  if (typeof id !== 'string' || known.includes(id)) return;
  const rest = known.length > 0 ? `Known here: ${known.join(', ')}.` : `Add a ${kind} with this id.`;
  faults.add(path, `There is no ${kind} "${id}"`, didYouMean(id, known, rest));
}

/** A person who is named represents `party`. */
export function checkPerson(
  faults: FaultList,
  path: Path,
  name: unknown,
  known: readonly string[],
  party: string,
): void {
  if (typeof name !== 'string' || known.includes(name)) return;
  const rest = `Name a representative of ${party}, or add this one to its representatives.`;
  faults.add(path, `"${name}" does not represent ${party}`, didYouMean(name, known, rest));
}

/** Names of the representatives of a party. */
export function representatives(raw: unknown, party: string): readonly string[] {
  const people = listAt(looseAt(looseAt(raw, 'parties'), party), 'representatives');
  return people.flatMap((person) => textAt(person, 'name') ?? []);
}
