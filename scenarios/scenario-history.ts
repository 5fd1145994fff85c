import type { Actor, IssueHistory } from '../src/engine/issue-history';
import type { Scenario, ScenarioPerson } from './scenario';
import { scenarioNames } from './scenario-names';
import type { Ticket, TicketEvent } from './ticket';
import { ticketHistory } from './ticket-history';

const people: Readonly<Record<ScenarioPerson, Actor>> = {
  agent: { accountId: 'agent', name: 'Ana Ruiz', side: 'provider' },
  'other agent': { accountId: 'other agent', name: 'Ben Okafor', side: 'provider' },
  customer: { accountId: 'customer', name: 'Sam Reed', side: 'customer' },
  robot: { accountId: 'robot', name: 'Automation for Jira', side: 'automation' },
};

/** The history of a scenario's ticket. Throws an Error where its events are out of order. */
export function scenarioHistory(scenario: Scenario): IssueHistory {
  const { ticket, events } = scenario;
  const story: Ticket = {
    key: 'SCN-1',
    project: 'SCN',
    issueType: ticket.issueType ?? 'Incident',
    requestType: null,
    summary: scenario.title,
    description: '',
    created: instant(ticket.created),
    reporter: ticket.reporter ?? 'customer',
    assignee: ticket.assignee ?? null,
    status: ticket.status ?? 'Open',
    priority: ticket.priority ?? 'Medium',
    labels: ticket.labels ?? [],
    components: [],
    organizations: [],
    dueDate: ticket.dueDate ?? null,
    fields: {},
    events: events.map((event): TicketEvent => ({ ...event, at: instant(event.at) })),
  };
  let last = story.created;
  for (const { at } of story.events) {
    if (at < last)
      throw new Error(`${scenario.title}: an event at ${new Date(at).toISOString()} is out of order`);
    last = at;
  }
  return ticketHistory(story, {
    actor: (accountId) => people[accountId as ScenarioPerson],
    idOf: () => null,
    fieldId: (name) => scenarioNames.fieldId(name) ?? name,
  });
}

/** Reads an ISO text with an offset. Throws an Error on any other. */
export function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at) || !/(Z|[+-]\d\d:\d\d)$/.test(text)) throw new Error(`"${text}" is not an instant`);
  return at;
}
