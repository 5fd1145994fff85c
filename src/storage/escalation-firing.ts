import type { Instant } from '../engine/instant';
import { int, intOrNull, text } from './column';
import { among } from './figure-scope';
import { insertOnce, placeholders, select, write, type Row } from './statement';

/** What was done, or why not. */
export interface ActionOutcome {
  readonly action: string;
  readonly ok: boolean;
  readonly text: string;
}

/**
 * Why nothing was done: it had passed before the agreement covered the ticket, by another version's goal, before
 * the escalation was in force, or long before somebody looked.
 */
export type SkippedBecause = 'not-covered' | 'other-goal' | 'not-in-force' | 'too-late';

/** What an escalation did on a cycle; its key keeps it from doing it twice. */
export interface EscalationFiringRow {
  readonly issueId: string;
  readonly agreementId: string;
  readonly measureId: string;
  /** What the cycle was numbered; where numbers have shifted since, the next one that no other cycle has here. */
  readonly cycleNumber: number;
  /** When what began the cycle happened: that names it. null = of those noted before this was kept. */
  readonly begunAt: Instant | null;
  readonly escalationId: string;
  readonly projectId: string;
  readonly issueKey: string;
  readonly agreementVersion: number;
  readonly thresholdAt: Instant;
  readonly firedAt: Instant;
  /** `claimed`: being done, or broken off while it was. */
  readonly state: 'claimed' | 'done' | 'failed' | 'skipped';
  readonly outcome: readonly ActionOutcome[];
  /** Of `skipped` ones; null = of others, and of those noted before reasons were kept. */
  readonly because: SkippedBecause | null;
}

/** Names a row. */
export type FiringKey = Pick<
  EscalationFiringRow,
  'issueId' | 'agreementId' | 'measureId' | 'cycleNumber' | 'escalationId'
>;

const KEY = ['issue_id', 'agreement_id', 'measure_id', 'cycle_number', 'escalation_id'] as const;
const COLUMNS = [
  ...KEY,
  'project_id',
  'issue_key',
  'agreement_version',
  'threshold_at',
  'fired_at',
  'state',
  'outcome',
  'row_version',
  'begun_at',
];
const OF_KEY = KEY.map((column) => `${column} = ?`).join(' AND ');
const ROWS_PER_STATEMENT = 50;

/** Whatever was done or noted of an issue. One indexed query. */
export async function firingsOfIssue(issueId: string): Promise<readonly EscalationFiringRow[]> {
  const rows = await select(`SELECT ${COLUMNS.join(', ')} FROM escalation_firing WHERE issue_id = ?`, [
    issueId,
  ]);
  return rows.map(firingOf);
}

/** Before anything is done; false when somebody has this cycle and threshold already. */
export async function claimFiring(claim: EscalationFiringRow): Promise<boolean> {
  return insertOnce(
    `INSERT INTO escalation_firing (${COLUMNS.join(', ')}) VALUES ${placeholders(1, COLUMNS.length)}`,
    params(claim, 1),
  );
}

/** Ticks a claim off. */
export async function finishFiring(
  key: FiringKey,
  state: 'done' | 'failed',
  outcome: readonly ActionOutcome[],
): Promise<void> {
  await write(
    `UPDATE escalation_firing SET state = ?, outcome = ?, row_version = 2 WHERE ${OF_KEY} AND row_version = 1`,
    [state, JSON.stringify(outcome), ...keyParams(key)],
  );
}

/** Gives a claim back of which nothing has been done. */
export async function releaseFiring(key: FiringKey): Promise<void> {
  await write(`DELETE FROM escalation_firing WHERE ${OF_KEY} AND row_version = 1`, keyParams(key));
}

/** Notes thresholds that nothing is done about; what is there already stays as it is. */
export async function recordFirings(firings: readonly EscalationFiringRow[]): Promise<void> {
  for (let first = 0; first < firings.length; first += ROWS_PER_STATEMENT) {
    const chunk = firings.slice(first, first + ROWS_PER_STATEMENT);
    await write(
      `INSERT INTO escalation_firing (${COLUMNS.join(', ')})
       VALUES ${placeholders(chunk.length, COLUMNS.length)}
       ON DUPLICATE KEY UPDATE issue_id = issue_id`,
      chunk.flatMap((firing) => params(firing, 2)),
    );
  }
}

/** Where a list goes on: so many of those at this instant have been seen. */
export interface FiringPlace {
  readonly firedAt: Instant;
  readonly seen: number;
}

/** Newest first, without those of tickets on other security levels than these. One indexed query. */
export async function firingsOfProject(
  projectId: string,
  levels: readonly string[],
  from: FiringPlace | null,
  limit: number,
): Promise<readonly EscalationFiringRow[]> {
  const seen = among('f.security_level_id', levels);
  const rows = await select(
    `SELECT ${COLUMNS.join(', ')} FROM escalation_firing
      WHERE project_id = ? AND fired_at <= ? AND NOT EXISTS
        (SELECT 1 FROM issue_fact f WHERE f.issue_id = escalation_firing.issue_id AND NOT (${seen.where}))
      ORDER BY fired_at DESC, ${KEY.join(', ')} LIMIT ? OFFSET ?`,
    [projectId, from?.firedAt ?? Number.MAX_SAFE_INTEGER, ...seen.params, limit, from?.seen ?? 0],
  );
  return rows.map(firingOf);
}

/** Those that were acted on or noted before an instant. */
export async function forgetFiringsOfIssues(issueIds: readonly string[], before: Instant): Promise<void> {
  if (issueIds.length === 0) return;
  await write(
    `DELETE FROM escalation_firing WHERE issue_id IN ${placeholders(1, issueIds.length)} AND fired_at < ?`,
    [...issueIds, before],
  );
}

function keyParams(key: FiringKey) {
  return [key.issueId, key.agreementId, key.measureId, key.cycleNumber, key.escalationId];
}

function params(firing: EscalationFiringRow, rowVersion: number) {
  return [
    ...keyParams(firing),
    firing.projectId,
    firing.issueKey,
    firing.agreementVersion,
    firing.thresholdAt,
    firing.firedAt,
    firing.state,
    JSON.stringify(firing.because === null ? firing.outcome : { because: firing.because }),
    rowVersion,
    firing.begunAt,
  ];
}

function firingOf(row: Row): EscalationFiringRow {
  const told = JSON.parse(text(row, 'outcome')) as
    readonly ActionOutcome[] | { readonly because: SkippedBecause };
  const noted = 'because' in told;
  return {
    issueId: text(row, 'issue_id'),
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    cycleNumber: int(row, 'cycle_number'),
    begunAt: intOrNull(row, 'begun_at'),
    escalationId: text(row, 'escalation_id'),
    projectId: text(row, 'project_id'),
    issueKey: text(row, 'issue_key'),
    agreementVersion: int(row, 'agreement_version'),
    thresholdAt: int(row, 'threshold_at'),
    firedAt: int(row, 'fired_at'),
    state: text(row, 'state') as EscalationFiringRow['state'],
    outcome: noted ? [] : told,
    because: noted ? told.because : null,
  };
}
