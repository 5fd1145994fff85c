import type { AtRiskTicket } from '../../src/contract/compliance';
import type { Instant, Millis } from '../../src/engine/instant';
import { untilSaidAnew } from './duration';
import { countedUntil } from './tick';

type Clock = Pick<AtRiskTicket, 'state' | 'remainingMs' | 'atRiskTime' | 'upcoming'>;

/** What changes of an open ticket while nobody touches it. */
export type AtRiskNow = Pick<AtRiskTicket, 'state' | 'remainingMs'>;

/**
 * An open ticket at an instant the app has not seen yet, as if nothing had happened to it: its clock counts in the
 * upcoming stretches only, and it turns at risk and late at the very instants.
 */
export function atRiskNow({ state, remainingMs, atRiskTime, upcoming }: Clock, now: Instant): AtRiskNow {
  const left = remainingMs - countedUntil(upcoming, now);
  if (left < 0) return { state: 'breached', remainingMs: left };
  const turned = state === 'running' && atRiskTime !== null && now >= atRiskTime;
  return { state: turned ? 'at-risk' : state, remainingMs: left };
}

/** Ms, at least 1, until a list of open tickets says something else; infinite where all stand still. */
export function untilListChanges(tickets: readonly Clock[], now: Instant): Millis {
  const waits = tickets.flatMap((ticket) => {
    const { upcoming, atRiskTime } = ticket;
    const turns = [...upcoming.map(({ start }) => start), atRiskTime ?? -Infinity].filter((at) => at > now);
    const runs = upcoming.some(({ start, end }) => start <= now && now < end);
    return [
      ...turns.map((at) => at - now),
      ...(runs ? [untilSaidAnew(atRiskNow(ticket, now).remainingMs)] : []),
    ];
  });
  return Math.max(1, Math.min(...waits, Infinity));
}
