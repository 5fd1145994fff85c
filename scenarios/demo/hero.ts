import type { Ticket, TicketEvent, TicketEventKind } from '../ticket';

export interface Hero {
  readonly story: string;
  readonly ticket: Omit<Ticket, 'key'>;
}

export const at = (text: string): number => Date.parse(`2026-${text}Z`);
export const on = (text: string, by: string, event: TicketEventKind): TicketEvent => ({
  at: at(text),
  by,
  ...event,
});
export const say = (text: string, by: string, words: string): TicketEvent =>
  on(text, by, { kind: 'comment', text: words, internal: false });
export const note = (text: string, by: string, words: string): TicketEvent =>
  on(text, by, { kind: 'comment', text: words, internal: true });
export const move = (text: string, by: string, to: string, resolution?: string | null): TicketEvent =>
  on(
    text,
    by,
    resolution === undefined ? { kind: 'transition', to } : { kind: 'transition', to, resolution },
  );
export const take = (text: string, by: string): TicketEvent => on(text, by, { kind: 'assign', to: by });

export const robot = 'automation-for-jira';

type Base = Pick<Ticket, 'summary' | 'description' | 'created' | 'reporter' | 'priority' | 'events'> &
  Partial<Ticket>;

export const acme = (ticket: Base): Omit<Ticket, 'key'> => ({
  project: 'ACME',
  issueType: 'Incident',
  requestType: 'Report a system problem',
  assignee: null,
  status: 'Waiting for support',
  labels: [],
  components: ['Tills'],
  organizations: ['Acme Retail US'],
  dueDate: null,
  fields: { Region: 'Americas' },
  ...ticket,
});

export const globex = (ticket: Base): Omit<Ticket, 'key'> => ({
  ...acme(ticket),
  project: 'GLBX',
  requestType: 'Report an outage',
  components: ['Vessel tracking'],
  organizations: ['Globex Shipping'],
  fields: { Region: 'APAC' },
  ...ticket,
});
