import type { FieldItem, FieldValue } from './field-value';
import type { ChangedEntry, HistoryEntry } from './issue-history';
import type { Moment } from './moment';
import type { Operand } from './predicate';

/**
 * Says what a history entry was, in words people use on a ticket.
 *
 * narrateEntry(entry) //=> 'Status changed from Open to Waiting for customer by Ana Ruiz'
 */
export function narrateEntry(entry: HistoryEntry): string {
  const who = entry.actor.name;
  switch (entry.kind) {
    case 'created':
      return `Created by ${who}`;
    case 'commented':
      if (entry.visibility === 'internal') return `Internal note by ${who}`;
      if (entry.actor.side === 'customer') return `Message from the customer, ${who}`;
      if (entry.actor.side === 'automation') return `Automatic comment by ${who}`;
      return `Reply to the customer by ${who}`;
    case 'changed':
      return narrateChange(entry, who);
  }
}

function narrateChange({ field, label, from, to }: ChangedEntry, who: string): string {
  const name = label === undefined || label === field ? fieldName(field) : sentence(label);
  if (to.length === 0) return `${name} cleared by ${who}`;
  if (from.length === 0) return `${name} set to ${narrateValue(to)} by ${who}`;
  return `${name} changed from ${narrateValue(from)} to ${narrateValue(to)} by ${who}`;
}

function narrateValue(value: FieldValue): string {
  return value.map((item: FieldItem) => item.text ?? item.id ?? 'unknown').join(', ');
}

/** Says what a moment waits for: "the ticket is created", "the status becomes Resolved". */
export function narrateMoment(moment: Moment): string {
  const happens = narrateKind(moment);
  return moment.when === undefined ? happens : `${happens} while its condition holds`;
}

function narrateKind(moment: Moment): string {
  switch (moment.on) {
    case 'created':
      return 'the ticket is created';
    case 'entered-status':
      return `the status becomes ${narrateOperands(moment.status)}`;
    case 'left-status':
      return `the status leaves ${narrateOperands(moment.status)}`;
    case 'commented':
      if (moment.by === 'internal') return 'an internal note is added';
      return moment.by === 'provider' ? 'the provider replies to the customer' : 'the customer writes';
    case 'date-reached':
      return `the date in ${fieldName(moment.field)} is reached`;
    case 'field': {
      const name = fieldName(moment.field);
      const to = moment.to && moment.to.length > 0 ? ` to ${narrateOperands(moment.to)}` : '';
      switch (moment.change) {
        case 'set':
          return `${name} is set${to}`;
        case 'first-set':
          return `${name} is set for the first time`;
        case 'cleared':
          return `${name} is cleared`;
        case 'changed':
          return `${name} changes${to}`;
      }
    }
  }
}

function narrateOperands(operands: readonly Operand[]): string {
  const names = operands.map(({ text, id }) => text ?? id ?? '');
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}

const NAMES: Readonly<Record<string, string>> = {
  issuetype: 'Issue type',
  duedate: 'Due date',
  fixVersions: 'Fix versions',
};

function fieldName(field: string): string {
  return NAMES[field] ?? sentence(field);
}

function sentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
