import type { SqlBackend } from '../../host/contract';
import { seededRandom } from '../random';

export const PROJECT = '10000';
export const AGREEMENTS = ['acme-support', 'globex-support'] as const;
export const MEASURES = ['time-to-first-response', 'time-to-resolution'] as const;
export const DAYS = 365;
/** 1 January 2026. */
export const FIRST_DAY = 20_454;
const DAY = 86_400_000;
const HOUR = 3_600_000;

const people = Array.from(
  { length: 50 },
  (_, n) => `712020:5f0c1e3a-77aa-4d2b-9c1d-${String(n).padStart(12, '0')}`,
);
export const DIMENSIONS = {
  priority: ['1', '2', '3', '4', '5'],
  requestType: Array.from({ length: 15 }, (_, n) => `${30 + n}`),
  organization: Array.from({ length: 20 }, (_, n) => `${900 + n}`),
  assignee: people,
} as const;
/** The last one holds once in ten thousand cycles. */
const CLAUSES = ['maintenance', 'supplier-outage', 'customer-holidays'];
export const RARE_CLAUSE = 'rare-event';

const CYCLE_COLUMNS =
  'issue_id, agreement_id, measure_id, cycle_number, project_id, issue_key, agreement_version, decided_at, ' +
  'decided_day, decided_hour, verdict, gross_verdict, started_at, stopped_at, goal_ms, elapsed_ms, ' +
  'gross_elapsed_ms, late_ms, excluded_ms, priority_id, request_type_id, assignee_id, ' +
  'security_level_id, organization_ids, stratum, left_out_by, holders, excluded, touched, ' +
  'refresh_version';
const TIMER_COLUMNS =
  'issue_id, agreement_id, measure_id, cycle_number, project_id, issue_key, agreement_version, state, outcome, ' +
  'started_at, stopped_at, goal_id, goal_ms, elapsed_ms, gross_elapsed_ms, paused_ms, remaining_ms, breached, ' +
  'gross_breached, at_risk, breach_at, next_change_at, left_out_by, flag, as_of, refresh_version';
const ISSUE_COLUMNS =
  'issue_id, project_id, issue_key, priority_id, request_type_id, assignee_id, security_level_id, ' +
  'organization_ids, created_at, resolved_at, reopened, satisfaction, refresh_version';

const ROWS_PER_STATEMENT = 200;

/**
 * Fills `cycle_fact` and `issue_fact` with a year of one busy project: two cycles a ticket, both agreements, in
 * order of time. Straight into the engine: what is measured is reading. The same seed gives the same rows.
 */
export async function fillPastCycles(sql: SqlBackend, cycles: number): Promise<void> {
  const random = seededRandom(4);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 1.5 * list.length)] as T;
  const issues = new Rows(sql, 'issue_fact', ISSUE_COLUMNS);
  const facts = new Rows(sql, 'cycle_fact', CYCLE_COLUMNS);
  const tickets = cycles / MEASURES.length;
  for (let n = 0; n < tickets; n++) {
    const issueId = String(100_000 + n);
    const dimensions = {
      priority: pick(DIMENSIONS.priority),
      requestType: pick(DIMENSIONS.requestType),
      assignee: pick(DIMENSIONS.assignee),
      level: random() < 0.95 ? '' : '7',
      organizations: random() < 0.3 ? '' : `,${pick(DIMENSIONS.organization)},`,
    };
    const { priority, requestType, assignee, level, organizations } = dimensions;
    const agreementId = AGREEMENTS[n % AGREEMENTS.length] as string;
    const day = FIRST_DAY + Math.floor((n / tickets) * DAYS);
    const hour = Math.floor(random() * 24);
    let resolvedAt = 0;
    for (const [place, measureId] of MEASURES.entries()) {
      const elapsed = Math.round((place === 0 ? 0.4 : 5) * HOUR * Math.exp(2.2 * (random() + random() - 1)));
      const goal = (place === 0 ? 1 : 16) * HOUR;
      const taken = random() < 0.12 ? Math.round(random() * HOUR) : 0;
      const leftOut = random() < 0.01;
      const rare = random() < 0.0001;
      const clause = rare ? RARE_CLAUSE : taken > 0 || leftOut ? pick(CLAUSES) : null;
      const verdict = (ms: number) => (ms > goal ? 'breached' : 'met');
      const decidedAt = day * DAY + hour * HOUR + Math.floor(random() * HOUR);
      resolvedAt = decidedAt;
      const own = Math.round(elapsed * random());
      await facts.add([
        issueId, agreementId, measureId, 1, PROJECT, `BUSY-${n + 1}`, 1, decidedAt, day, hour,
        leftOut ? '' : verdict(elapsed), verdict(elapsed + taken), decidedAt - elapsed - taken, decidedAt, goal,
        elapsed, elapsed + taken, leftOut ? 0 : Math.max(0, elapsed - goal), taken,
        priority, requestType, assignee, level, organizations, `${priority}|${hour > 8 && hour < 18 ? 'in' : 'out'}`,
        leftOut ? '7.1 Force majeure' : null,
        `a:${assignee}=${own};c:=${elapsed + taken - own}`, clause === null ? '' : `${clause}=${taken}`, clause === null ? 0 : 1, 1,
      ]); // prettier-ignore
    }
    await issues.add([
      issueId, PROJECT, `BUSY-${n + 1}`, priority, requestType, assignee, level, organizations,
      resolvedAt - DAY, resolvedAt, random() < 0.06 ? 1 : 0, random() < 0.2 ? 1 + Math.floor(random() * 5) : null, 1,
    ]); // prettier-ignore
  }
  await facts.flush();
  await issues.flush();
}

/** Five thousand tickets on the clock, each with a goal. */
export async function fillOngoing(sql: SqlBackend): Promise<void> {
  const random = seededRandom(5);
  const timers = new Rows(sql, 'timer', TIMER_COLUMNS);
  const issues = new Rows(sql, 'issue_fact', ISSUE_COLUMNS);
  const now = (FIRST_DAY + DAYS) * DAY;
  for (let n = 0; n < 5_000; n++) {
    const issueId = String(9_000_000 + n);
    const breachAt = random() < 0.2 ? null : now + Math.round((random() - 0.1) * 5 * DAY);
    const late = Number(breachAt !== null && breachAt < now);
    await timers.add([
      issueId, AGREEMENTS[n % 2] as string, MEASURES[1], 1, PROJECT, `OPEN-${n + 1}`, 1, 'running', 'ongoing', now - DAY,
      null, 'g', DAY, HOUR, HOUR, 0, HOUR, late, late, Number(random() < 0.1), breachAt, breachAt, null, null, now, 1,
    ]); // prettier-ignore
    await issues.add([
      issueId, PROJECT, `OPEN-${n + 1}`, '1', '30', people[n % 50] as string, '', '', now - DAY, null, 0, null, 1,
    ]); // prettier-ignore
  }
  await timers.flush();
  await issues.flush();
}

/** Rows on their way into a table, many a statement. */
class Rows {
  private rows: (string | number | null)[][] = [];

  constructor(
    private readonly sql: SqlBackend,
    private readonly table: string,
    private readonly columns: string,
  ) {}

  async add(row: (string | number | null)[]): Promise<void> {
    this.rows.push(row);
    if (this.rows.length >= ROWS_PER_STATEMENT) await this.flush();
  }

  async flush(): Promise<void> {
    const [first] = this.rows;
    if (!first) return;
    const row = `(${first.map(() => '?').join(', ')})`;
    const values = this.rows.map(() => row).join(', ');
    const text = `INSERT INTO ${this.table} (${this.columns}) VALUES ${values}`;
    await this.sql.execute(text, this.rows.flat(), 'dml');
    this.rows = [];
  }
}
