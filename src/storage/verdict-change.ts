import type { Instant } from '../engine/instant';
import { int, text, textOrNull } from './column';
import { placeholders, select, write } from './statement';

/**
 * Why a closed verdict became another one: the issue was reopened and the measure goes on with the old cycle,
 * Jira's history of the issue changed, an exclusion was agreed, or the rules changed otherwise.
 */
export type VerdictChangeReason = 'reopened' | 'history' | 'exclusion' | 'rules';

/** Audit: a verdict that was closed, and what a later replay found in its place (`after` null = no cycle). */
export interface VerdictChange {
  readonly issueId: string;
  readonly agreementId: string;
  readonly measureId: string;
  readonly cycleNumber: number;
  readonly refreshVersion: number;
  readonly projectId: string;
  readonly changedAt: Instant;
  readonly reason: VerdictChangeReason;
  readonly before: Verdict;
  readonly after: Verdict | null;
}

export interface Verdict {
  readonly outcome: string;
  readonly agreementVersion: number;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly goalMs: number | null;
  readonly elapsedMs: number;
  readonly leftOutBy: string | null;
}

// About 700 bytes a row: far below 1 MiB a request and the engines' limits on placeholders.
const ROWS_PER_STATEMENT = 200;

/** Doing it twice changes nothing: the replay's version is part of the key. */
export async function recordVerdictChanges(changes: readonly VerdictChange[]): Promise<void> {
  for (let first = 0; first < changes.length; first += ROWS_PER_STATEMENT)
    await insertChanges(changes.slice(first, first + ROWS_PER_STATEMENT));
}

async function insertChanges(changes: readonly VerdictChange[]): Promise<void> {
  await write(
    `INSERT INTO verdict_change
       (issue_id, agreement_id, measure_id, cycle_number, refresh_version, project_id, changed_at, reason,
        before_verdict, after_verdict)
     VALUES ${placeholders(changes.length, 10)}
     ON DUPLICATE KEY UPDATE after_verdict = VALUES(after_verdict)`,
    changes.flatMap((change) => [
      change.issueId,
      change.agreementId,
      change.measureId,
      change.cycleNumber,
      change.refreshVersion,
      change.projectId,
      change.changedAt,
      change.reason,
      JSON.stringify(change.before),
      change.after && JSON.stringify(change.after),
    ]),
  );
}

/** The changes of one issue's verdicts, oldest first. */
export async function verdictChangesOfIssue(issueId: string): Promise<readonly VerdictChange[]> {
  const rows = await select(
    `SELECT issue_id, agreement_id, measure_id, cycle_number, refresh_version, project_id, changed_at, reason,
            before_verdict, after_verdict
       FROM verdict_change WHERE issue_id = ? ORDER BY changed_at, refresh_version, agreement_id, measure_id`,
    [issueId],
  );
  return rows.map((row) => {
    const after = textOrNull(row, 'after_verdict');
    return {
      issueId: text(row, 'issue_id'),
      agreementId: text(row, 'agreement_id'),
      measureId: text(row, 'measure_id'),
      cycleNumber: int(row, 'cycle_number'),
      refreshVersion: int(row, 'refresh_version'),
      projectId: text(row, 'project_id'),
      changedAt: int(row, 'changed_at'),
      reason: text(row, 'reason') as VerdictChangeReason,
      before: JSON.parse(text(row, 'before_verdict')) as Verdict,
      after: after === null ? null : (JSON.parse(after) as Verdict),
    };
  });
}
