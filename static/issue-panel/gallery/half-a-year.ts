import type { Piece } from '../../gallery/sample-cycle';

const HOUR = 3_600_000;
const london = 'London office hours';

/** Working days from June to `today` (a date): hundreds of stretches, a long pause and a holiday among them. */
export function halfAYear(today: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let day = Date.parse('2026-06-01T00:00:00Z'); day < Date.parse(today); day += 24 * HOUR) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    if (date === '2026-08-31') {
      pieces.push(['holiday', `${date}T09:00:00Z`, 'Summer bank holiday', 'Summer bank holiday']);
      continue;
    }
    const waiting = date > '2026-07-10' && date < '2026-08-01';
    const name = waiting ? 'Pending vendor' : london;
    pieces.push([
      waiting ? 'paused' : 'running',
      `${date}T09:00:00Z`,
      name,
      waiting ? 'Status changed to Pending by Ana Ruiz' : 'London office hours open',
    ]);
    pieces.push(['outside-hours', `${date}T17:30:00Z`, london, 'London office hours close']);
  }
  return [...pieces, ['running', `${today}T09:00:00Z`, london, 'London office hours open']];
}
