import type { Ticket } from '../ticket';
import { demoSite } from './demo-site';
import { generateTickets } from './generate-tickets';
import { heroes } from './hero-tickets';
import { initechTickets } from './initech-tickets';
import { openMatters, type OpenMatters } from './open-matters';
import type { DemoSite } from './site';

/** What the local Jira shows when it starts fresh: a site, its agreements and its tickets at one instant. */
export interface DemoData {
  /** Epoch ms: a working morning in London at which something is about to happen. */
  readonly now: number;
  readonly site: DemoSite;
  /** Files in scenarios/agreements and the key of the project each is published in; INIT has none yet. */
  readonly agreements: readonly { readonly file: string; readonly project: string }[];
  /** Proposed beside them, waiting for a signature. */
  readonly open: OpenMatters;
  /** In order of creation. */
  readonly tickets: readonly DemoTicket[];
}

export interface DemoTicket extends Ticket {
  /** What this ticket shows, where it was written by hand; null for the generated ones. */
  readonly story: string | null;
}

/** Tuesday 10:40 in London, 05:40 in New York, 18:40 in Singapore. */
const now = Date.parse('2026-11-24T10:40:00Z');
const seed = 20_261_124;
const generatedCount = 290;

/** The demo, the same every time. */
export function demoData(): DemoData {
  const told = heroes.map(({ story, ticket }) => ({ ...ticket, story }));
  const plain = [...generateTickets(generatedCount, now, seed), ...initechTickets];
  const untold = plain.map((ticket) => ({ ...ticket, story: null }));
  const counts = new Map<string, number>();
  const tickets = [...told, ...untold]
    .sort((a, b) => a.created - b.created)
    .map((ticket): DemoTicket => {
      const number = (counts.get(ticket.project) ?? 0) + 1;
      counts.set(ticket.project, number);
      return { ...ticket, key: `${ticket.project}-${number}` };
    });
  return {
    now,
    site: demoSite,
    agreements: [
      { file: 'acme-it-support.yaml', project: 'ACME' },
      { file: 'globex-operations.yaml', project: 'GLBX' },
    ],
    open: openMatters,
    tickets,
  };
}
