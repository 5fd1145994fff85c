import type { Ticket } from '../ticket';
import { acmeRequests } from './acme-requests';
import { globexRequests } from './globex-requests';
import { Random } from './random';
import type { RequestBook, RequestTemplate } from './requests';
import { afterWork, shifts, type Zone } from './shift';
import { liveThrough, type Promise } from './ticket-life';

const DAY = 86_400_000;

export interface Desk {
  readonly project: string;
  readonly book: RequestBook;
  readonly share: number;
  readonly customers: readonly {
    readonly accountId: string;
    readonly zone: Zone;
    readonly organization: string;
  }[];
  readonly agents: readonly { readonly accountId: string; readonly zone: Zone }[];
  /** What the agreement promises, in working minutes, by priority. */
  readonly promise: (priority: string) => Promise;
  readonly issueTypeOf: Readonly<Record<string, string>>;
  /** How many of a hundred tickets have which priority; absent: as `usualPriorities`. */
  readonly priorities?: readonly (readonly [string, number])[];
}

const usualPriorities: NonNullable<Desk['priorities']> = [
  ['Highest', 3],
  ['High', 15],
  ['Medium', 52],
  ['Low', 22],
  ['Lowest', 8],
];

const regionOf: Readonly<Record<Zone, string>> = {
  'Europe/London': 'EMEA',
  'America/New_York': 'Americas',
  'Asia/Singapore': 'APAC',
};

const acmePromises: Readonly<Record<string, Promise>> = {
  Highest: { response: 30, resolution: 240 },
  High: { response: 30, resolution: 480 },
};
const globexPromises: Readonly<Record<string, Promise>> = {
  Highest: { response: 15, resolution: 360 },
  High: { response: 60, resolution: 720 },
};

const customer = (accountId: string, zone: Zone, organization: string) => ({ accountId, zone, organization });
export const northwindDesks: readonly Desk[] = [
  {
    project: 'ACME',
    book: acmeRequests,
    share: 0.64,
    customers: [
      customer('sam-reed', 'America/New_York', 'Acme Retail US'),
      customer('olivia-grant', 'America/New_York', 'Acme Retail US'),
      customer('jorge-alvarez', 'America/New_York', 'Acme Retail US'),
      customer('nina-brooks', 'America/New_York', 'Acme Retail US'),
      customer('harriet-cole', 'Europe/London', 'Acme Retail UK'),
      customer('dev-sharma', 'Europe/London', 'Acme Retail UK'),
    ],
    agents: [
      { accountId: 'ben-okafor', zone: 'Europe/London' },
      { accountId: 'chloe-martin', zone: 'Europe/London' },
      { accountId: 'tom-hughes', zone: 'Europe/London' },
    ],
    promise: (priority) => acmePromises[priority] ?? { response: 240, resolution: 1440 },
    issueTypeOf: { 'Report a system problem': 'Incident', 'Request a change': 'Change' },
  },
  {
    project: 'GLBX',
    book: globexRequests,
    share: 0.36,
    customers: [
      customer('mei-lin-tan', 'Asia/Singapore', 'Globex Shipping'),
      customer('arjun-menon', 'Asia/Singapore', 'Globex Shipping'),
      customer('hui-min-lee', 'Asia/Singapore', 'Globex Shipping'),
      customer('rosa-dekker', 'Europe/London', 'Globex Shipping'),
    ],
    agents: [
      // Singapore takes most of its own tickets; London and New York help out.
      { accountId: 'wei-chen', zone: 'Asia/Singapore' },
      { accountId: 'wei-chen', zone: 'Asia/Singapore' },
      { accountId: 'wei-chen', zone: 'Asia/Singapore' },
      { accountId: 'aisha-rahman', zone: 'Asia/Singapore' },
      { accountId: 'aisha-rahman', zone: 'Asia/Singapore' },
      { accountId: 'aisha-rahman', zone: 'Asia/Singapore' },
      { accountId: 'ben-okafor', zone: 'Europe/London' },
      { accountId: 'marcus-bell', zone: 'America/New_York' },
    ],
    // Less than promised: Singapore is open on Saturdays, when nobody of the desk works.
    promise: (priority) => globexPromises[priority] ?? { response: 120, resolution: 700 },
    issueTypeOf: { 'Report an outage': 'Incident' },
  },
];

/**
 * Tickets of the six weeks before `now`, without keys, in no order; what would happen later is left out, so
 * the younger ones stand in the middle of their lives. The same seed gives the same tickets.
 */
export function generateTickets(
  desks: readonly Desk[],
  count: number,
  now: number,
  seed: number,
): Omit<Ticket, 'key'>[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const desk = random.weighted(desks.map((each) => [each, each.share] as const));
    return generateTicket(desk, now, random);
  });
}

function generateTicket(desk: Desk, now: number, random: Random): Omit<Ticket, 'key'> {
  const asker = random.pick(desk.customers);
  const agent = random.pick(desk.agents);
  // A quarter of the tickets are of the last two days, so that there is work in every state.
  const age = random.chance(0.25) ? random.between(0.02, 2.2) : random.between(1.5, 42);
  const created =
    Math.floor(afterWork(now - age * DAY, random.between(0, 30), shifts[asker.zone]) / 1000) * 1000;
  const inTime = created < now ? created : now - Math.floor(random.between(20, 5400)) * 1000;
  const priority = random.weighted(desk.priorities ?? usualPriorities);
  const template = fill(random.pick(desk.book.templates), desk.book.words, random);
  const issueType = desk.issueTypeOf[template.requestType] ?? 'Service request';
  const life = {
    created: inTime,
    priority,
    template,
    reporter: asker,
    agent,
    promise: desk.promise(priority),
  };
  const { events, labels } = liveThrough(life, desk.agents, random);
  return {
    project: desk.project,
    issueType,
    requestType: template.requestType,
    summary: template.summary,
    description: template.description,
    created: inTime,
    reporter: asker.accountId,
    assignee: null,
    status: 'Waiting for support',
    priority,
    labels,
    components: [template.component],
    organizations: [asker.organization],
    dueDate: null,
    fields: { Region: regionOf[asker.zone] },
    events: events.filter((event) => event.at <= now),
  };
}

/** Puts the same word into the same `{place}` of every text of a template. */
function fill(template: RequestTemplate, words: RequestBook['words'], random: Random): RequestTemplate {
  const chosen: Record<string, string> = {};
  const fillText = (text: string) =>
    text.replace(
      /\{(\w+)\}/g,
      (place, name: string) => (chosen[name] ??= random.pick(words[name] ?? [place])),
    );
  const { requestType, component, summary, description, reply, question, answer, note, solution } = template;
  return {
    requestType,
    component,
    summary: fillText(summary),
    description: fillText(description),
    reply: fillText(reply),
    question: fillText(question),
    answer: fillText(answer),
    note: fillText(note),
    solution: fillText(solution),
  };
}
