import type { Ticket, TicketEvent } from '../ticket';
import { Random } from './random';

const DAY = 86_400_000;

/** Adds what the customer thought of it, where they said so: half of them do, within a day of the solution. */
export function rated(ticket: Omit<Ticket, 'key'>, now: number): Omit<Ticket, 'key'> {
  // A random of its own, so that the ticket is the same with and without a rating.
  const random = new Random(ticket.created / 1000 + ticket.summary.length);
  const solved = ticket.events.filter(isSolved).at(-1);
  const reopened = ticket.events.some((event) => event.kind === 'transition' && event.resolution === null);
  if (!solved || !random.chance(0.55)) return ticket;
  const at = solved.at + Math.floor(random.between(600, 72_000)) * 1000;
  if (at > now) return ticket;
  const slow = solved.at - ticket.created > 4 * DAY;
  const rating = 5 - Number(reopened) * 2 - Number(slow) - Number(random.chance(0.3));
  const event: TicketEvent = {
    at,
    by: ticket.reporter,
    kind: 'field',
    field: 'Satisfaction',
    to: String(rating),
  };
  return { ...ticket, events: [...ticket.events, event].sort((a, b) => a.at - b.at) };
}

function isSolved(event: TicketEvent): boolean {
  return event.kind === 'transition' && event.to === 'Resolved' && event.resolution === 'Done';
}
