import type { AtRiskTicket, ResolvedTicket, TicketRow } from '../../src/contract/compliance';
import type { Millis } from '../../src/engine/instant';
import { csvInstant, csvMinutes } from '../ui/csv';
import { figuresCsv } from './figures-csv';
import type { WholeList } from './read-all-pages';
import { isLateAndOpen, verdictWord } from './ticket-words';

/** Minutes of working time to the second, as a number that spreadsheets add up. */
const minutes = (ms: Millis | null): number | null => (ms === null ? null : csvMinutes(ms));

/** Cycles as CSV, one a row; how late an open one is may not be known. */
export function ticketsCsv(list: WholeList<TicketRow>): string {
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
    list.rows.map((row) => [
      row.issueKey,
      row.summary,
      row.agreementName,
      row.measureName,
      row.cycleNumber,
      row.priority,
      row.assignee,
      verdictWord(row.verdict).word,
      verdictWord(row.grossVerdict).word,
      csvInstant(row.startedAt),
      csvInstant(row.stoppedAt),
      csvInstant(row.decidedAt),
      minutes(row.goalMs),
      minutes(row.elapsedMs),
      minutes(row.grossElapsedMs),
      isLateAndOpen(row) && row.lateMs === 0 ? null : minutes(row.lateMs),
      row.reason,
    ]),
    list,
  );
}

/** Resolved tickets as CSV, one a row. */
export function resolvedCsv(list: WholeList<ResolvedTicket>): string {
  return figuresCsv(
    ['Ticket', 'Summary', 'Priority', 'Assignee', 'Resolved (UTC)', 'Times reopened', 'Stars'],
    list.rows.map((row) => [
      row.issueKey,
      row.summary,
      row.priority,
      row.assignee,
      csvInstant(row.resolvedAt),
      row.reopened,
      row.stars,
    ]),
    list,
  );
}

/** Ongoing cycles as CSV, least slack first. */
export function atRiskCsv(list: WholeList<AtRiskTicket>): string {
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
    list.rows.map((row) => [
      row.issueKey,
      row.summary,
      row.agreementName,
      row.measureName,
      row.state,
      row.priority,
      row.assignee,
      minutes(row.remainingMs),
      minutes(row.goalMs),
      csvInstant(row.breachAt),
    ]),
    list,
  );
}
