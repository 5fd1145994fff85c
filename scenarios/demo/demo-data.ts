import type { Ticket } from '../ticket';
import { demoSite } from './demo-site';
import { generateTickets, northwindDesks } from './generate-tickets';
import { heroes } from './hero-tickets';
import { initechTickets } from './initech-tickets';
import { meridianDesk } from './meridian';
import { openMatters, type OpenMatters } from './open-matters';
import { rated } from './ratings';
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
const meridianCount = 110;

/** Who leaves and who may read reports is not for everybody who looks on. */
const personnel = /last day Friday$|^Access to the .* reports/;

/** The demo, the same every time. */
export function demoData(): DemoData {
  const told = heroes.map(({ story, ticket }) => ({ ...ticket, story }));
  const generated = [
    ...generateTickets(northwindDesks, generatedCount, now, seed),
    ...generateTickets([meridianDesk], meridianCount, now, seed),
  ];
  const plain = [...generated.map((ticket) => rated(ticket, now)), ...initechTickets];
  const untold = plain.map((ticket) => ({
    ...ticket,
    ...(personnel.test(ticket.summary) ? { security: 'Personnel matters' } : {}),
    story: null,
  }));
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
      { file: 'meridian-store-devices.yaml', project: 'STOR' },
    ],
    open: openMatters,
    tickets,
  };
}
