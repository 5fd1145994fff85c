import type { Ticket, TicketEvent } from '../../scenarios/ticket';
import type { FieldInput, FieldInputs, PastIssue, PastStep } from '../jira/local-jira-api';
import type { SiteField } from '../jira/site-data';

/** Turns a ticket of `scenarios/` into a finished history for the local Jira. */
export function historyOf(ticket: Ticket, fields: readonly SiteField[]): PastIssue {
  const organizations = fields.find(({ kind }) => kind === 'organizations');
  return {
    at: ticket.created,
    by: ticket.reporter,
    key: ticket.key,
    project: ticket.project,
    issueType: ticket.issueType,
    ...(ticket.requestType === null ? {} : { requestType: ticket.requestType }),
    summary: ticket.summary,
    description: ticket.description,
    reporter: ticket.reporter,
    status: ticket.status,
    fields: {
      priority: ticket.priority,
      assignee: ticket.assignee,
      labels: ticket.labels,
      components: ticket.components,
      duedate: ticket.dueDate,
      ...(ticket.security === undefined ? {} : { security: ticket.security }),
      ...(organizations ? { [organizations.id]: ticket.organizations } : {}),
      ...Object.fromEntries(
        Object.entries(ticket.fields).map(([name, value]) => [name, typed(name, value, fields)]),
      ),
    },
    steps: ticket.events.map((event) => stepOf(event, fields)),
  };
}

function stepOf(event: TicketEvent, fields: readonly SiteField[]): PastStep {
  const { at, by } = event;
  if (event.kind === 'comment') return { at, by, comment: event.text, internal: event.internal };
  return { at, by, set: changed(event, fields) };
}

function changed(
  event: Exclude<TicketEvent, { kind: 'comment' }>,
  fields: readonly SiteField[],
): FieldInputs {
  switch (event.kind) {
    case 'transition':
      return {
        status: event.to,
        ...(event.resolution === undefined ? {} : { resolution: event.resolution }),
      };
    case 'assign':
      return { assignee: event.to };
    case 'priority':
      return { priority: event.to };
    case 'issue-type':
      return { issuetype: event.to };
    case 'labels':
      return { labels: event.to };
    case 'due-date':
      return { duedate: event.to };
    case 'field':
      return { [event.field]: event.to === null ? null : typed(event.field, event.to, fields) };
  }
}

/** Scenarios write every value as text; a number field takes a number. */
function typed(name: string, value: string, fields: readonly SiteField[]): FieldInput {
  return fields.find((field) => field.name === name)?.kind === 'number' ? Number(value) : value;
}
