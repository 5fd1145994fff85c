import type { FieldId } from '../engine/field-value';
import type { MomentKind } from '../engine/moment';
import type { Operand } from '../engine/predicate';
import { didYouMean } from './nearest';
import { read, refuse, type Reading } from './problem';

/** Every way to write a moment; docs/agreement-document.md explains them. */
export const MOMENT_FORMS = [
  'created',
  'entered status STATUS, STATUS',
  'left status STATUS, STATUS',
  'resolution set',
  'resolution cleared',
  'assignee set',
  'assignee first set',
  'assignee changed',
  'assignee cleared',
  'priority changed to PRIORITY, PRIORITY',
  'field "NAME" changed to VALUE, VALUE',
  'comment by provider',
  'comment by customer',
  'internal comment',
  'date reached "NAME"',
] as const;

type FieldIdOf = (name: string) => FieldId | undefined;
type FieldChange = Extract<MomentKind, { on: 'field' }>['change'];

const STATUS = /^(entered|left)\s+status\s+(.+)$/i;
const FIELD =
  /^(assignee|priority|resolution|field\s+(?:"[^"]+"|.+?))\s+(first\s+set|set|cleared|changed)(?:\s+to\s+(.+))?$/i;
const DATE = /^date\s+reached\s+(.+)$/i;

/**
 * Reads one moment in words. `fieldIdOf` answers for the fields it names. Values are separated by commas,
 * quoted where they hold one themselves; `#10001` is an id instead of a name.
 *
 * @example readMoment('entered status "Waiting for support", #10004', idOf)
 * // { on: 'entered-status', status: [{ text: 'Waiting for support' }, { id: '10004' }] }
 */
export function readMoment(text: string, fieldIdOf: FieldIdOf): Reading<MomentKind> {
  const words = text.trim().replace(/\s+/g, ' ');
  switch (words.toLowerCase()) {
    case 'created':
      return read({ on: 'created' });
    case 'comment by provider':
      return read({ on: 'commented', by: 'provider' });
    case 'comment by customer':
      return read({ on: 'commented', by: 'customer' });
    case 'internal comment':
      return read({ on: 'commented', by: 'internal' });
  }
  const status = STATUS.exec(words);
  if (status) {
    const on = status[1]?.toLowerCase() === 'left' ? 'left-status' : 'entered-status';
    const values = readValues(status[2] ?? '');
    return values.ok ? read({ on, status: values.value }) : values;
  }
  const field = FIELD.exec(words);
  if (field) return readFieldChange(field, fieldIdOf);
  const date = DATE.exec(words);
  if (date) {
    const id = readField(date[1] ?? '', fieldIdOf);
    return id.ok ? read({ on: 'date-reached', field: id.value }) : id;
  }
  return refuse(
    `"${text}" is not a moment`,
    didYouMean(words, MOMENT_FORMS, `Write one of: ${MOMENT_FORMS.join('; ')}.`),
  );
}

function readFieldChange(parts: RegExpExecArray, fieldIdOf: FieldIdOf): Reading<MomentKind> {
  const [whole, subject = '', changeText = '', to] = parts;
  const named = /^field\s+(.+)$/i.exec(subject);
  const field = named ? readField(named[1] ?? '', fieldIdOf) : read(subject.toLowerCase());
  if (!field.ok) return field;
  const change = changeText.toLowerCase().replace(' ', '-') as FieldChange;
  if (to === undefined) return read({ on: 'field', field: field.value, change });
  if (change === 'cleared' || change === 'first-set') {
    return refuse(`"${whole}" cannot name a value`, 'Name values only after "set to" or "changed to".');
  }
  const values = readValues(to);
  return values.ok ? read({ on: 'field', field: field.value, change, to: values.value }) : values;
}

function readField(text: string, fieldIdOf: FieldIdOf): Reading<FieldId> {
  const name = text.trim().replace(/^"(.*)"$/, '$1');
  const id = fieldIdOf(name);
  return id === undefined
    ? refuse(`There is no field "${name}"`, 'Write the name of a field of this Jira site, or its id.')
    : read(id);
}

function readValues(text: string): Reading<readonly Operand[]> {
  const values = text.match(/(?:"[^"]*"|[^,"])+/g) ?? [];
  const operands = values
    .map((value) =>
      value
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((value) => value !== '')
    .map((value): Operand => (/^#\d+$/.test(value) ? { id: value.slice(1) } : { text: value }));
  return operands.length === 0 || (text.match(/"/g) ?? []).length % 2 === 1
    ? refuse(
        `"${text}" is not a list of values`,
        'Write names separated by commas, in quotes where a name holds a comma.',
      )
    : read(operands);
}
