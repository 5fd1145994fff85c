import type { Cycle } from '../engine/cycle';

/** A verdict in a word or two. */
export function verdictText(cycle: Cycle): string {
  if (cycle.leftOutBy !== null) return 'Not counted';
  switch (cycle.outcome) {
    case 'ongoing':
      return cycle.net.breached ? 'Running late' : 'Running';
    case 'met':
      return 'Met';
    case 'breached':
      return 'Breached';
    case 'no-goal':
      return 'No goal';
    case 'reset':
      return 'Reset';
    case 'cancelled':
      return 'Cancelled';
  }
}
