import type { AtRiskTicket, ResolvedTicket, TicketRow } from '../../src/contract/compliance';
import type { Instant, Millis } from '../../src/engine/instant';
import { csvMinutes } from '../ui/csv';
import { figuresCsv } from './figures-csv';
import { isLateAndOpen, verdictWord } from './ticket-words';

/** Minutes of working time to the second, as a number that spreadsheets add up. */
const minutes = (ms: Millis | null): number | null => (ms === null ? null : csvMinutes(ms));

/** Times are UTC, so that two exports compare. */
const utc = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Cycles as CSV, one a row. */
export function ticketsCsv(rows: readonly TicketRow[], hidden: number): string {
  return figuresCsv(
    [
      'Ticket',
      'Summary',
      'Agreement',
      'Measure',
      'Cycle',
      'Priority',
      'Assignee',
      'Verdict',
      'Verdict gross',
      'Started (UTC)',
      'Stopped (UTC)',
      'Decided (UTC)',
      'Goal (min)',
      'Time net (min)',
      'Time gross (min)',
      'Late (min)',
      'Why',
    ],
    rows.map((row) => [
      row.issueKey,
      row.summary,
      row.agreementName,
      row.measureName,
      row.cycleNumber,
      row.priority,
      row.assignee,
      verdictWord(row.verdict).word,
      verdictWord(row.grossVerdict).word,
      utc(row.startedAt),
      utc(row.stoppedAt),
      utc(row.decidedAt),
      minutes(row.goalMs),
      minutes(row.elapsedMs),
      minutes(row.grossElapsedMs),
      // Of a ticket that is late and open, it is not known yet.
      isLateAndOpen(row) ? null : minutes(row.lateMs),
      row.reason,
    ]),
    hidden,
  );
}

/** Resolved tickets as CSV, one a row. */
export function resolvedCsv(rows: readonly ResolvedTicket[], hidden: number): string {
  return figuresCsv(
    ['Ticket', 'Summary', 'Priority', 'Assignee', 'Resolved (UTC)', 'Times reopened', 'Stars'],
    rows.map((row) => [
      row.issueKey,
      row.summary,
      row.priority,
      row.assignee,
      utc(row.resolvedAt),
      row.reopened,
      row.stars,
    ]),
    hidden,
  );
}

/** Ongoing cycles as CSV, least slack first. */
export function atRiskCsv(rows: readonly AtRiskTicket[], hidden: number): string {
  return figuresCsv(
    [
      'Ticket',
      'Summary',
      'Agreement',
      'Measure',
      'State',
      'Priority',
      'Assignee',
      'Left (min)',
      'Goal (min)',
      'Breach (UTC)',
    ],
    rows.map((row) => [
      row.issueKey,
      row.summary,
      row.agreementName,
      row.measureName,
      row.state,
      row.priority,
      row.assignee,
      minutes(row.remainingMs),
      minutes(row.goalMs),
      utc(row.breachAt),
    ]),
    hidden,
  );
}
