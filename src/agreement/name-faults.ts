import type { Fault } from '../contract';
import { FaultList } from './fault-list';
import { isNamed, listAt, looseAt, textAt } from './loose';
import { readMoment } from './moment-text';
import { resolveMomentValues } from './moment-values';
import type { Names } from './names';
import { didYouMean } from './nearest';
import type { Path } from './path-text';

/** Faults of the JQL, the fields and the organizations in a document, which only the Jira site can tell. */
export function nameFaults(raw: unknown, names: Names): readonly Fault[] {
  const faults = new FaultList();
  for (const { path, jql } of jqlOf(raw)) {
    const reading = names.parseJql(jql);
    if (reading.ok) continue;
    for (const { reason, remedy, start, end } of reading.faults) {
      const piece = jql.slice(start, end);
      const quoted = piece === '' || /^["'].*["']$/.test(piece) ? piece : `"${piece}"`;
      const place = `${quoted} at character ${start + 1}`.trimStart();
      faults.add(path, `${reason.replace(/\.$/, '')} (${place})`, remedy);
    }
  }
  for (const { path, text } of momentsOf(raw)) {
    // Faults of grammar are told with the shape of the document; here only what depends on the site.
    if (!readMoment(text, (field) => field).ok) continue;
    const reading = readMoment(text, names.fieldId);
    if (!reading.ok) {
      faults.add(path, reading.problem.message, reading.problem.remedy);
      continue;
    }
    const values = resolveMomentValues(reading.value, names);
    for (const { reason, remedy } of values.ok ? [] : values.faults) faults.add(path, reason, remedy);
  }
  for (const side of ['provider', 'customer']) {
    const party = looseAt(looseAt(raw, 'parties'), side);
    for (const [index, organization] of listAt(party, 'organizations').entries()) {
      checkOrganization(faults, ['parties', side, 'organizations', index], organization, names.organizations);
    }
  }
  for (const { path, field } of escalatedFields(raw)) {
    if (names.fieldId(field) !== undefined) continue;
    faults.add(path, `There is no field "${field}"`, 'Write its name as this Jira site does, or its id.');
  }
  return faults.all();
}

function* escalatedFields(raw: unknown): Generator<{ path: Path; field: string }> {
  for (const [index, escalation] of listAt(looseAt(raw, 'consequences'), 'escalations').entries()) {
    for (const [place, action] of listAt(escalation, 'do').entries()) {
      const field = textAt(looseAt(action, 'set'), 'field');
      const path = ['consequences', 'escalations', index, 'do', place, 'set', 'field'];
      if (field !== undefined) yield { path, field };
    }
  }
}

function checkOrganization(
  faults: FaultList,
  path: Path,
  organization: unknown,
  known: Names['organizations'],
): void {
  if (known === undefined) return;
  const [id, name] = [textAt(organization, 'id'), textAt(organization, 'name')];
  const rest = 'Write it as the service desk does, or create it there first.';
  if (id !== undefined) {
    if (known.some((each) => each.id === id)) return;
    faults.add([...path, 'id'], `There is no organization with the id ${id}`, rest);
  } else if (name !== undefined && !known.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
    const remedy = didYouMean(name, known.map((each) => each.name), rest); // prettier-ignore
    faults.add([...path, 'name'], `There is no organization "${name}"`, remedy);
  }
}

function* jqlOf(raw: unknown): Generator<{ path: Path; jql: string }> {
  yield* jqlAt(raw, 'scope', []);
  for (const [index, measure] of listAt(raw, 'measures').entries()) {
    const path = ['measures', index];
    for (const list of ['start', 'stop', 'resetOn', 'pauseWhile', 'goals']) {
      for (const [place, item] of listAt(measure, list).entries())
        yield* jqlAt(item, 'when', [...path, list, place]);
    }
    yield* jqlAt(looseAt(measure, 'runWhile'), 'when', [...path, 'runWhile']);
    yield* jqlAt(measure, 'cancelWhile', path);
  }
  for (const [index, exclusion] of listAt(raw, 'exclusions').entries()) {
    yield* jqlAt(exclusion, 'when', ['exclusions', index]);
  }
}

function* jqlAt(value: unknown, key: string, above: Path): Generator<{ path: Path; jql: string }> {
  const jql = textAt(value, key);
  if (jql !== undefined && jql.trim() !== '') yield { path: [...above, key], jql };
}

function* momentsOf(raw: unknown): Generator<{ path: Path; text: string }> {
  for (const [index, measure] of listAt(raw, 'measures').entries()) {
    for (const list of ['start', 'stop', 'resetOn']) {
      for (const [place, item] of listAt(measure, list).entries()) {
        const path = ['measures', index, list, place];
        if (typeof item === 'string') yield { path, text: item };
        const text = isNamed(item) ? textAt(item, 'moment') : undefined;
        if (text !== undefined) yield { path: [...path, 'moment'], text };
      }
    }
  }
}
