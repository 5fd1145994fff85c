import type { Instant } from '../engine/instant';
import type { VerdictDirection } from '../engine/verdict-difference';
import { int, intOrNull, text, textOrNull } from './column';
import { insertOnce, placeholders, select, write, type Param, type Row } from './statement';

export type WhatIfState = 'running' | 'done' | 'cancelled' | 'failed';

/**
 * The last what-if of a project: one row, so there is one at a time. `rowVersion` counts the changes of the
 * row and is named by whoever changes it; a page of tickets that was worked through twice counts once.
 */
export interface WhatIfRun {
  readonly projectId: string;
  readonly runId: string;
  readonly agreementId: string;
  readonly state: WhatIfState;
  /** What was found so far, as JSON; changes with `page` and `done` in one statement. */
  readonly tally: string;
  readonly since: Instant;
  /** Where the search goes on; null = from the start. */
  readonly page: string | null;
  readonly done: number;
  readonly total: number;
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly startedByName: string;
  /** Its last sign of life, or when the next one is due if it was asked to wait. */
  readonly beatAt: Instant;
  readonly finishedAt: Instant | null;
  readonly problem: string | null;
  readonly rowVersion: number;
}

/** A row with the rules of the run, as JSON; they are large and never change. */
export interface WhatIfRunWithRules extends WhatIfRun {
  readonly rules: string;
}

export interface StoredVerdict {
  readonly outcome: string;
  readonly elapsedMs: number;
  readonly goalMs: number | null;
}

/** A verdict that the run found otherwise under the rules it tries. */
export interface WhatIfChange {
  readonly issueId: string;
  readonly measureId: string;
  readonly cycleNumber: number;
  readonly issueKey: string;
  readonly direction: VerdictDirection;
  /** null = no cycle. */
  readonly before: StoredVerdict | null;
  readonly after: StoredVerdict | null;
}

/** Place of a change in the order they are read. */
export type WhatIfChangeKey = Pick<WhatIfChange, 'issueId' | 'measureId' | 'cycleNumber'>;

/** Where a run was read and what it was then. */
export type WhatIfClaim = Pick<WhatIfRun, 'projectId' | 'runId' | 'rowVersion'>;

const COLUMNS = `project_id, run_id, agreement_id, state, tally, since, page, done, total, started_at, started_by,
  started_by_name, beat_at, finished_at, problem, row_version`;
// 100 rows of about 400 bytes: far below 1 MiB a request.
const ROWS_PER_STATEMENT = 100;

/** The last run of the project, without its rules. */
export async function readWhatIfRun(projectId: string): Promise<WhatIfRun | null> {
  const [row] = await select(`SELECT ${COLUMNS} FROM what_if_run WHERE project_id = ?`, [projectId]);
  return row ? runOf(row) : null;
}

export async function readWhatIfRunWithRules(projectId: string): Promise<WhatIfRunWithRules | null> {
  const [row] = await select(`SELECT ${COLUMNS}, rules FROM what_if_run WHERE project_id = ?`, [projectId]);
  return row ? { ...runOf(row), rules: text(row, 'rules') } : null;
}

/** Puts a new run in the place of `previous`; false when somebody else changed the row first. */
export async function claimWhatIfRun(run: WhatIfRunWithRules, previous: WhatIfRun | null): Promise<boolean> {
  const values: readonly Param[] = [
    run.runId,
    run.agreementId,
    run.state,
    run.rules,
    run.tally,
    run.since,
    run.page,
    run.done,
    run.total,
    run.startedAt,
    run.startedBy,
    run.startedByName,
    run.beatAt,
    run.finishedAt,
    run.problem,
    run.rowVersion,
  ];
  if (previous === null) return insertRun(run.projectId, values);
  const touched = await write(
    `UPDATE what_if_run
        SET run_id = ?, agreement_id = ?, state = ?, rules = ?, tally = ?, since = ?, page = ?, done = ?, total = ?,
            started_at = ?, started_by = ?, started_by_name = ?, beat_at = ?, finished_at = ?, problem = ?,
            row_version = ?
      WHERE project_id = ? AND row_version = ? AND state <> 'running'`,
    [...values, run.projectId, previous.rowVersion],
  );
  return touched === 1;
}

async function insertRun(projectId: string, values: readonly Param[]): Promise<boolean> {
  return insertOnce(
    `INSERT INTO what_if_run
         (project_id, run_id, agreement_id, state, rules, tally, since, page, done, total, started_at, started_by,
          started_by_name, beat_at, finished_at, problem, row_version)
       VALUES ${placeholders(1, 17)}`,
    [projectId, ...values],
  );
}

/** Ticks a page off, with what it adds to the tally; false when the run has gone on or ended meanwhile. */
export async function advanceWhatIf(
  claim: WhatIfClaim,
  to: Pick<WhatIfRun, 'state' | 'tally' | 'page' | 'done' | 'beatAt' | 'finishedAt'>,
): Promise<boolean> {
  const touched = await write(
    `UPDATE what_if_run
        SET state = ?, tally = ?, page = ?, done = ?, beat_at = ?, finished_at = ?, row_version = row_version + 1
      WHERE project_id = ? AND run_id = ? AND row_version = ? AND state = 'running'`,
    [
      to.state,
      to.tally,
      to.page,
      to.done,
      to.beatAt,
      to.finishedAt,
      claim.projectId,
      claim.runId,
      claim.rowVersion,
    ],
  );
  return touched === 1;
}

/** Says when the next sign of life is due. No claim is lost by it. */
export async function awaitWhatIf(claim: WhatIfClaim, beatAt: Instant): Promise<void> {
  await write(
    `UPDATE what_if_run SET beat_at = ? WHERE project_id = ? AND run_id = ? AND row_version = ? AND state = 'running'`,
    [beatAt, claim.projectId, claim.runId, claim.rowVersion],
  );
}

/** Ends a run that is under way, wherever it stands; false when it has ended already. */
export async function endWhatIf(
  { projectId, runId }: Pick<WhatIfRun, 'projectId' | 'runId'>,
  end: { readonly state: 'cancelled' | 'failed'; readonly problem: string | null },
  now: Instant,
): Promise<boolean> {
  const touched = await write(
    `UPDATE what_if_run SET state = ?, problem = ?, finished_at = ?, row_version = row_version + 1
      WHERE project_id = ? AND run_id = ? AND state = 'running'`,
    [end.state, end.problem, now, projectId, runId],
  );
  return touched === 1;
}

/** Runs under way of which nothing was heard since `before`. One row a project: no index is needed. */
export async function silentWhatIfs(
  before: Instant,
): Promise<readonly (WhatIfClaim & Pick<WhatIfRun, 'startedAt'>)[]> {
  const rows = await select(
    `SELECT project_id, run_id, row_version, started_at FROM what_if_run WHERE state = 'running' AND beat_at < ?`,
    [before],
  );
  return rows.map((row) => ({
    projectId: text(row, 'project_id'),
    runId: text(row, 'run_id'),
    rowVersion: int(row, 'row_version'),
    startedAt: int(row, 'started_at'),
  }));
}

/** Doing it twice changes nothing. */
export async function saveWhatIfChanges(
  { projectId, runId }: Pick<WhatIfRun, 'projectId' | 'runId'>,
  changes: readonly WhatIfChange[],
): Promise<void> {
  for (let first = 0; first < changes.length; first += ROWS_PER_STATEMENT) {
    const chunk = changes.slice(first, first + ROWS_PER_STATEMENT);
    await write(
      `INSERT INTO what_if_change
         (project_id, run_id, issue_id, measure_id, cycle_number, issue_key, direction, before_verdict,
          after_verdict)
       VALUES ${placeholders(chunk.length, 9)}
       ON DUPLICATE KEY UPDATE issue_key = VALUES(issue_key), direction = VALUES(direction),
         before_verdict = VALUES(before_verdict), after_verdict = VALUES(after_verdict)`,
      chunk.flatMap((change) => [
        projectId,
        runId,
        change.issueId,
        change.measureId,
        change.cycleNumber,
        change.issueKey,
        change.direction,
        change.before && JSON.stringify(change.before),
        change.after && JSON.stringify(change.after),
      ]),
    );
  }
}

/** Changes of a run behind `after`, in order of issue id (as text), measure and cycle. */
export async function whatIfChanges(
  { projectId, runId }: Pick<WhatIfRun, 'projectId' | 'runId'>,
  filter: { readonly direction: VerdictDirection | null; readonly after: WhatIfChangeKey | null },
  limit: number,
): Promise<readonly WhatIfChange[]> {
  const { direction, after } = filter;
  const rows = await select(
    `SELECT issue_id, measure_id, cycle_number, issue_key, direction, before_verdict, after_verdict
       FROM what_if_change
      WHERE project_id = ? AND run_id = ?
        ${direction === null ? '' : 'AND direction = ?'}
        ${after === null ? '' : 'AND (issue_id > ? OR (issue_id = ? AND (measure_id > ? OR (measure_id = ? AND cycle_number > ?))))'}
      ORDER BY issue_id, measure_id, cycle_number LIMIT ?`,
    [
      projectId,
      runId,
      ...(direction === null ? [] : [direction]),
      ...(after === null
        ? []
        : [after.issueId, after.issueId, after.measureId, after.measureId, after.cycleNumber]),
      limit,
    ],
  );
  return rows.map(changeOf);
}

/**
 * Deletes changes of earlier runs of the project, the issues of at most `limit` rows at once; answers whether
 * there are more.
 */
export async function forgetEarlierWhatIfChanges(
  projectId: string,
  runId: string,
  limit: number,
): Promise<boolean> {
  const rows = await select(
    `SELECT issue_id FROM what_if_change WHERE project_id = ? AND run_id <> ? LIMIT ?`,
    [projectId, runId, limit],
  );
  const issueIds = [...new Set(rows.map((row) => text(row, 'issue_id')))];
  if (issueIds.length === 0) return false;
  await write(
    `DELETE FROM what_if_change
      WHERE project_id = ? AND run_id <> ? AND issue_id IN ${placeholders(1, issueIds.length)}`,
    [projectId, runId, ...issueIds],
  );
  return rows.length === limit;
}

function runOf(row: Row): WhatIfRun {
  return {
    projectId: text(row, 'project_id'),
    runId: text(row, 'run_id'),
    agreementId: text(row, 'agreement_id'),
    state: text(row, 'state') as WhatIfState,
    tally: text(row, 'tally'),
    since: int(row, 'since'),
    page: textOrNull(row, 'page'),
    done: int(row, 'done'),
    total: int(row, 'total'),
    startedAt: int(row, 'started_at'),
    startedBy: text(row, 'started_by'),
    startedByName: text(row, 'started_by_name'),
    beatAt: int(row, 'beat_at'),
    finishedAt: intOrNull(row, 'finished_at'),
    problem: textOrNull(row, 'problem'),
    rowVersion: int(row, 'row_version'),
  };
}

function changeOf(row: Row): WhatIfChange {
  const verdict = (column: string): StoredVerdict | null => {
    const json = textOrNull(row, column);
    return json === null ? null : (JSON.parse(json) as StoredVerdict);
  };
  return {
    issueId: text(row, 'issue_id'),
    measureId: text(row, 'measure_id'),
    cycleNumber: int(row, 'cycle_number'),
    issueKey: text(row, 'issue_key'),
    direction: text(row, 'direction') as VerdictDirection,
    before: verdict('before_verdict'),
    after: verdict('after_verdict'),
  };
}
