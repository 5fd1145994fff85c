import type { TicketRow } from '../../src/contract/compliance';
import { sayDuration } from '../ui/duration';
import type { Word } from '../ui/state-word';

export function verdictWord(verdict: TicketRow['verdict']): Word {
  switch (verdict) {
    case 'met':
      return { word: 'Met', tone: 'success' };
    case 'breached':
      return { word: 'Breached', tone: 'danger' };
    case 'left-out':
      return { word: 'Left out', tone: 'discovery' };
    case 'no-goal':
      return { word: 'No goal', tone: 'neutral' };
  }
}

/** How late it will be, nobody knows yet: `lateMs` is how late it was when it was asked for, 0 = not known. */
export const isLateAndOpen = ({ verdict, stoppedAt }: Pick<TicketRow, 'verdict' | 'stoppedAt'>): boolean =>
  verdict === 'breached' && stoppedAt === null;

/**
 * How late a cycle is; null = it is not.
 * @example sayLate(row) //=> "1 h 10 min late, still open"
 */
export function sayLate(row: Pick<TicketRow, 'verdict' | 'stoppedAt' | 'lateMs'>): string | null {
  const late = row.lateMs > 0 ? `${sayDuration(row.lateMs)} late` : null;
  if (!isLateAndOpen(row)) return late;
  return late === null ? 'Late and still open' : `${late}, still open`;
}

/**
 * The time a cycle took against its goal.
 * @example sayTime(row) //=> "5 h 10 min of 4 h"
 */
export function sayTime({ elapsedMs, goalMs }: Pick<TicketRow, 'elapsedMs' | 'goalMs'>): string {
  const took = elapsedMs === null ? 'Still running' : sayDuration(elapsedMs);
  return goalMs === null ? took : `${took}${elapsedMs === null ? ', goal' : ' of'} ${sayDuration(goalMs)}`;
}
