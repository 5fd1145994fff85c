import { durationWords } from './duration-words';
import { listed } from './listed';
import { listAt, looseAt, textAt, type Loose } from './loose';
import { readThreshold } from './threshold-text';

/** Names of accounts and measures, as far as they are known. */
export interface EscalationNames {
  readonly person: (accountId: string) => string;
  readonly measure: (id: string) => string;
}

/**
 * An escalation as a sentence. Of any document: what cannot be read is shown as it was written.
 *
 * @example escalationSentence({ when: 'at breach', do: [{ label: 'late' }] }, names)
 *   // 'When the goal is missed: add the label “late”.'
 */
export function escalationSentence(escalation: unknown, names: EscalationNames): string {
  const measures = textsAt(escalation, 'measures').map(names.measure);
  const of = measures.length === 0 ? '' : ` of ${listed(measures, 'or')}`;
  const actions = listAt(escalation, 'do').map((action) => actionWords(action, names));
  const waits = looseAt({ escalation }, 'escalation')['anyHour'] === true ? ' At any hour.' : '';
  const what = actions.length === 0 ? 'nothing yet' : listed(actions, 'and');
  return `${thresholdWords(textAt(escalation, 'when') ?? '', of)}: ${what}.${waits}`;
}

function thresholdWords(text: string, of: string): string {
  const reading = readThreshold(text);
  if (!reading.ok) return text === '' ? `At some time${of}` : text;
  const { value } = reading;
  switch (value.at) {
    case 'before-breach':
      return `When ${durationWords(value.ms)} of the time${of} are left`;
    case 'breach':
      return `When the goal${of} is missed`;
    case 'after-breach':
      return `When the goal${of} has been missed for ${durationWords(value.ms)}`;
    case 'share':
      return `When ${value.share / 10_000}% of the time${of} are used up`;
  }
}

function actionWords(action: unknown, names: EscalationNames): string {
  const comment = textAt(action, 'comment');
  if (comment !== undefined) return `write the internal comment “${comment}”`;
  const notify = looseAt(action, 'notify');
  if (Object.keys(notify).length > 0) return `tell ${listed(recipientsOf(notify, names), 'and')}`;
  const assign = textAt(action, 'assign');
  if (assign !== undefined)
    return `assign the ticket to ${assign === 'lead' ? 'the lead of the project' : names.person(assign)}`;
  const priority = textAt(action, 'raisePriority');
  if (priority !== undefined)
    return `raise the priority ${priority.toLowerCase() === 'next' ? 'by one' : `to ${priority}`}`;
  const label = textAt(action, 'label');
  if (label !== undefined) return `add the label “${label}”`;
  const transition = textAt(action, 'transition');
  if (transition !== undefined) return `do the transition “${transition}”`;
  const set = looseAt(action, 'set');
  const value = set['value'];
  if (typeof value === 'string' || typeof value === 'number')
    return `set ${textAt(set, 'field') ?? 'a field'} to “${value}”`;
  return 'nothing yet';
}

function recipientsOf(notify: Loose, names: EscalationNames): readonly string[] {
  const roles = textsAt(notify, 'roles').map((role) => {
    const plain = role.toLowerCase();
    return plain === 'assignee' || plain === 'reporter' ? `the ${plain}` : `the role ${role}`;
  });
  const sides = textsAt(notify, 'representatives').map((side) => `the representatives of the ${side}`);
  const all = [...roles, ...sides, ...textsAt(notify, 'people').map(names.person)];
  return all.length === 0 ? ['nobody'] : all;
}

function textsAt(value: unknown, key: string): readonly string[] {
  return listAt(value, key).filter((each): each is string => typeof each === 'string');
}
