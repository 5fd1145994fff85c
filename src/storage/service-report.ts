import type { Instant } from '../engine/instant';
import { flag, int, intOrNull, text, textOrNull } from './column';
import { insertOnce, placeholders, select, write, type Row } from './statement';

/** Names a report: one for each period of an agreement. */
export interface ServiceReportKey {
  readonly projectId: string;
  readonly agreementId: string;
  readonly periodStart: Instant;
}

/** Whether it is signed, its signatures say. */
export type ServiceReportState = 'drafting' | 'drafted' | 'delivered';

/** A report without its content. */
export interface ServiceReportHead extends ServiceReportKey {
  readonly periodEnd: Instant;
  readonly state: ServiceReportState;
  /** SHA-256 of the content; '' while it is drafted. */
  readonly hash: string;
  /** Histories count up to, but not including, this instant. */
  readonly asOf: Instant;
  readonly dueAt: Instant;
  readonly draftedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  /** The work item that tells the parties. */
  readonly issueId: string | null;
  readonly issueKey: string | null;
  /** How far the job has come, as JSON. */
  readonly work: string;
  /** A job is at work on it, or should be. */
  readonly running: boolean;
  /** Its last sign of life, or when the next one is due if it was asked to wait. */
  readonly beatAt: Instant;
  /** Counts changes of the row and is named by whoever changes it: a step done twice counts once. */
  readonly rowVersion: number;
}

export interface StoredServiceReport extends ServiceReportHead {
  /** Canonical JSON; '' while it is drafted. Never changes afterwards. */
  readonly content: string;
}

/** Where a report was read and what it was then. */
export type ServiceReportClaim = ServiceReportKey & Pick<ServiceReportHead, 'rowVersion'>;

const HEAD = `project_id, agreement_id, period_start, period_end, state, content_hash, as_of, due_at, drafted_at,
  delivered_at, issue_id, issue_key, work, running, beat_at, row_version`;
const KEY = 'project_id = ? AND agreement_id = ? AND period_start = ?';

/** Adds a report that is to be drafted; false when there is one of this period already. */
export async function addServiceReport(added: StoredServiceReport): Promise<boolean> {
  return insertOnce(`INSERT INTO service_report (${HEAD}, content) VALUES ${placeholders(1, 17)}`, [
    added.projectId,
    added.agreementId,
    added.periodStart,
    added.periodEnd,
    added.state,
    added.hash,
    added.asOf,
    added.dueAt,
    added.draftedAt,
    added.deliveredAt,
    added.issueId,
    added.issueKey,
    added.work,
    added.running ? 1 : 0,
    added.beatAt,
    added.rowVersion,
    added.content,
  ]);
}

export async function readServiceReport(key: ServiceReportKey): Promise<StoredServiceReport | null> {
  const [row] = await select(`SELECT ${HEAD}, content FROM service_report WHERE ${KEY}`, keyOf(key));
  return row ? { ...headOf(row), content: text(row, 'content') } : null;
}

/** A project's reports, the latest period first; at most `limit`. */
export async function serviceReportsOfProject(
  projectId: string,
  limit: number,
): Promise<readonly ServiceReportHead[]> {
  const rows = await select(
    `SELECT ${HEAD} FROM service_report WHERE project_id = ?
      ORDER BY period_end DESC, agreement_id, period_start DESC LIMIT ?`,
    [projectId, limit],
  );
  return rows.map(headOf);
}

/** Moves a report on from where it was read; false when somebody else has changed it meanwhile. */
export async function moveServiceReport(to: ServiceReportHead): Promise<boolean> {
  const touched = await write(
    `UPDATE service_report
        SET state = ?, delivered_at = ?, issue_id = ?, issue_key = ?, work = ?, running = ?, beat_at = ?,
            row_version = row_version + 1
      WHERE ${KEY} AND row_version = ?`,
    [
      to.state,
      to.deliveredAt,
      to.issueId,
      to.issueKey,
      to.work,
      to.running ? 1 : 0,
      to.beatAt,
      ...keyOf(to),
      to.rowVersion,
    ],
  );
  return touched === 1;
}

/** Gives a report its content, once; false when it has it already or somebody else has changed the row. */
export async function freezeServiceReport(
  claim: ServiceReportClaim,
  { content, hash, work }: Pick<StoredServiceReport, 'content' | 'hash' | 'work'>,
  now: Instant,
): Promise<boolean> {
  const touched = await write(
    `UPDATE service_report
        SET state = 'drafted', content = ?, content_hash = ?, work = ?, drafted_at = ?, beat_at = ?,
            row_version = row_version + 1
      WHERE ${KEY} AND row_version = ? AND state = 'drafting'`,
    [content, hash, work, now, now, ...keyOf(claim), claim.rowVersion],
  );
  return touched === 1;
}

/** Says when the next sign of life is due, and in its work why not sooner. No claim is lost by it. */
export async function awaitServiceReport(
  claim: ServiceReportClaim,
  work: string,
  beatAt: Instant,
): Promise<void> {
  await write(`UPDATE service_report SET work = ?, beat_at = ? WHERE ${KEY} AND row_version = ?`, [
    work,
    beatAt,
    ...keyOf(claim),
    claim.rowVersion,
  ]);
}

/** Reports under way of which nothing was heard since `before`. One indexed query. */
export async function silentServiceReports(
  before: Instant,
  limit: number,
): Promise<readonly ServiceReportClaim[]> {
  const rows = await select(
    `SELECT project_id, agreement_id, period_start, row_version FROM service_report
      WHERE running = 1 AND beat_at < ? ORDER BY beat_at LIMIT ?`,
    [before, limit],
  );
  return rows.map((row) => ({ ...keyOfRow(row), rowVersion: int(row, 'row_version') }));
}

function keyOf({ projectId, agreementId, periodStart }: ServiceReportKey) {
  return [projectId, agreementId, periodStart] as const;
}

function keyOfRow(row: Row): ServiceReportKey {
  return {
    projectId: text(row, 'project_id'),
    agreementId: text(row, 'agreement_id'),
    periodStart: int(row, 'period_start'),
  };
}

function headOf(row: Row): ServiceReportHead {
  return {
    ...keyOfRow(row),
    periodEnd: int(row, 'period_end'),
    state: text(row, 'state') as ServiceReportState,
    hash: text(row, 'content_hash'),
    asOf: int(row, 'as_of'),
    dueAt: int(row, 'due_at'),
    draftedAt: intOrNull(row, 'drafted_at'),
    deliveredAt: intOrNull(row, 'delivered_at'),
    issueId: textOrNull(row, 'issue_id'),
    issueKey: textOrNull(row, 'issue_key'),
    work: text(row, 'work'),
    running: flag(row, 'running'),
    beatAt: int(row, 'beat_at'),
    rowVersion: int(row, 'row_version'),
  };
}
