import type { Ticket } from '../ticket';
import type { DemoSite } from './site';

/** What the local Jira shows when it starts fresh: a site, its agreements and its tickets at one instant. */
export interface DemoData {
  /** Epoch ms: a working morning in London at which something is about to happen. */
  readonly now: number;
  readonly site: DemoSite;
  /** Files in scenarios/agreements and the key of the project each is published in. */
  readonly agreements: readonly { readonly file: string; readonly project: string }[];
  /** In order of creation. */
  readonly tickets: readonly DemoTicket[];
}

export interface DemoTicket extends Ticket {
  /** What this ticket shows, where it was written by hand; null for the generated ones. */
  readonly story: string | null;
}
