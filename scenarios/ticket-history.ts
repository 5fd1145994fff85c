import type { FieldId, FieldItem, FieldValue } from '../src/engine/field-value';
import type { Actor, HistoryEntry, IssueHistory } from '../src/engine/issue-history';
import type { Ticket, TicketEvent } from './ticket';

/** What reading a ticket needs to know of its site: who people are, and ids of what tickets only name. */
export interface TicketSite {
  readonly actor: (accountId: string) => Actor;
  /** The machine value Jira logs beside the text; null where it logs none. */
  readonly idOf: (field: FieldId, text: string) => string | null;
  /** Id of a custom field, by name. */
  readonly fieldId: (name: string) => FieldId;
}

/**
 * The history the engine would be given for a ticket, read straight from its story; what the local Jira
 * records and the app folds must come to the same. Somebody who raised the ticket is on the customer's side.
 */
export function ticketHistory(ticket: Ticket, site: TicketSite): IssueHistory {
  const actor = (accountId: string): Actor => {
    const known = site.actor(accountId);
    return accountId === ticket.reporter && known.side === 'provider'
      ? { ...known, side: 'customer' }
      : known;
  };
  const item = (field: FieldId, text: string): FieldItem => ({ id: site.idOf(field, text), text });
  const value = (field: FieldId, text: string | null): FieldValue =>
    text === null ? [] : [item(field, text)];
  const person = (accountId: string | null): FieldValue =>
    accountId === null ? [] : [{ id: accountId, text: actor(accountId).name }];
  const date = (text: string | null): FieldValue => (text === null ? [] : [{ id: text, text }]);

  const changes = (event: TicketEvent): [FieldId, FieldValue][] => {
    switch (event.kind) {
      case 'comment':
        return [];
      case 'transition': {
        const status: [FieldId, FieldValue] = ['status', value('status', event.to)];
        if (event.resolution === undefined) return [status];
        return [['resolution', value('resolution', event.resolution)], status];
      }
      case 'assign':
        return [['assignee', person(event.to)]];
      case 'priority':
        return [['priority', value('priority', event.to)]];
      case 'issue-type':
        return [['issuetype', value('issuetype', event.to)]];
      case 'labels':
        return [['labels', event.to.map((label) => ({ id: null, text: label }))]];
      case 'due-date':
        return [['duedate', date(event.to)]];
      case 'field': {
        const field = site.fieldId(event.field);
        return [[field, value(field, event.to)]];
      }
    }
  };

  const initial: Record<FieldId, FieldValue> = {
    project: value('project', ticket.project),
    issuetype: value('issuetype', ticket.issueType),
    [site.fieldId('Request Type')]: value('Request Type', ticket.requestType),
    [site.fieldId('Organizations')]: ticket.organizations.map((name) => item('Organizations', name)),
    summary: [{ id: null, text: ticket.summary }],
    description: [{ id: null, text: ticket.description }],
    status: value('status', ticket.status),
    priority: value('priority', ticket.priority),
    reporter: person(ticket.reporter),
    assignee: person(ticket.assignee),
    resolution: [],
    labels: ticket.labels.map((label) => ({ id: null, text: label })),
    components: ticket.components.map((name) => item('components', name)),
    duedate: date(ticket.dueDate),
    created: [{ id: new Date(ticket.created).toISOString(), text: new Date(ticket.created).toISOString() }],
  };
  for (const [name, text] of Object.entries(ticket.fields)) {
    initial[site.fieldId(name)] = value(site.fieldId(name), text);
  }

  const state: Record<FieldId, FieldValue> = { ...initial };
  const reporter = actor(ticket.reporter);
  const entries: HistoryEntry[] = [{ kind: 'created', at: ticket.created, ref: 'created', actor: reporter }];
  for (const [index, event] of ticket.events.entries()) {
    const entry = { at: event.at, actor: actor(event.by) };
    if (event.kind === 'comment') {
      const ref = `comment:${20_000 + index}`;
      const visibility = event.internal ? 'internal' : 'public';
      entries.push({
        ...entry,
        kind: 'commented',
        ref,
        visibility,
        byReporter: event.by === ticket.reporter,
      });
    }
    for (const [field, to] of changes(event)) {
      const from = state[field] ?? [];
      state[field] = to;
      entries.push({ ...entry, kind: 'changed', ref: `changelog:${10_000 + index}`, field, from, to });
    }
  }
  return { issueId: ticket.key, issueKey: ticket.key, created: ticket.created, initial, entries, gaps: [] };
}
