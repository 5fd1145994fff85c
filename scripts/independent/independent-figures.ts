import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Database } from 'node-sqlite3-wasm';
import { parse } from 'csv-parse/sync';
import type { LogRules } from './log-rules';

/** Of a measure: the whole log, month by month, and how long it took. */
export interface MeasureFigures {
  readonly measureId: string;
  readonly met: number;
  readonly breached: number;
  /** `2016-03` -> counts. */
  readonly months: Readonly<Record<string, { readonly met: number; readonly breached: number }>>;
  readonly stopped: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
}

const HOUR = 3_600_000;

/**
 * Figures of a log as they are at `now` (epoch ms), without the engine: the raw rows are put into SQLite as they
 * are, everything else is plain SQL (calendar.sql, figures.sql), with the rules written down a second time as
 * tables.
 */
export function independentFigures(file: string, rules: LogRules, now: number): readonly MeasureFigures[] {
  const db = new Database(':memory:');
  try {
    load(db, file, rules, now);
    for (const script of ['calendar.sql', 'figures.sql'])
      db.exec(readFileSync(join(__dirname, script), 'utf8'));
    return rules.measures.map(({ id }) => measureOf(db, id));
  } finally {
    db.close();
  }
}

function load(db: Database, file: string, rules: LogRules, now: number): void {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const rows = parse(text, { columns: true, trim: true }) as Record<string, string>[];
  db.exec(`
    CREATE TABLE raw (line INT, case_no TEXT, created INT, at INT, ord INT, status TEXT, priority TEXT);
    CREATE TABLE params (opens_ms INT, closes_ms INT, initial_status TEXT, until INT);
    CREATE TABLE zone_change (at INT, offset_ms INT);
    CREATE TABLE resolved (status TEXT); CREATE TABLE ack (status TEXT);
    CREATE TABLE measure (id TEXT, kind TEXT); CREATE TABLE pause (measure TEXT, status TEXT);
    CREATE TABLE goal (measure TEXT, priority TEXT, ms INT, hours TEXT);
    BEGIN`);
  const insert = (table: string, values: readonly (string | number | null)[]) =>
    db.run(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`, [...values]);
  rows.forEach((row, n) => {
    const { caseNo, created, at, order, status, priority } = rules.read(row);
    insert('raw', [n + 2, caseNo, created, at, order, status, priority]);
  });
  insert('params', [rules.opensAt * HOUR, rules.closesAt * HOUR, rules.initialStatus, now]);
  for (const [at, hours] of rules.zoneChanges) insert('zone_change', [Date.parse(at), hours * HOUR]);
  for (const status of rules.resolved) insert('resolved', [status]);
  for (const status of rules.acknowledged) insert('ack', [status]);
  for (const { id, kind, pauses, goals } of rules.measures) {
    insert('measure', [id, kind]);
    for (const status of pauses) insert('pause', [id, status]);
    for (const { priority, hours, calendar } of goals) insert('goal', [id, priority, hours * HOUR, calendar]);
  }
  db.exec('COMMIT');
  db.exec('CREATE INDEX raw_case ON raw (case_no, at, ord, line)');
}

function measureOf(db: Database, id: string): MeasureFigures {
  const all = (query: string) => db.all(query, [id]) as Record<string, unknown>[];
  const months: Record<string, { met: number; breached: number }> = {};
  for (const row of all(
    'SELECT month, verdict, COUNT(*) AS n FROM verdict WHERE measure = ? GROUP BY month, verdict',
  )) {
    const month = (months[String(row['month'])] ??= { met: 0, breached: 0 });
    month[row['verdict'] as 'met' | 'breached'] = Number(row['n']);
  }
  const sum = (of: 'met' | 'breached') => Object.values(months).reduce((total, one) => total + one[of], 0);
  const [{ stopped = 0 } = {}] = all('SELECT COUNT(elapsed) AS stopped FROM verdict WHERE measure = ?');
  const percentile = (percent: number) => {
    const place = Math.ceil((percent * Number(stopped)) / 100);
    const [row] = all(
      `SELECT elapsed FROM (SELECT elapsed, ROW_NUMBER() OVER (ORDER BY elapsed) AS place FROM verdict
        WHERE measure = ? AND elapsed IS NOT NULL) WHERE place = ${place}`,
    );
    return Number(row?.['elapsed']);
  };
  return {
    measureId: id,
    met: sum('met'),
    breached: sum('breached'),
    months,
    stopped: Number(stopped),
    p50: percentile(50),
    p90: percentile(90),
    p95: percentile(95),
  };
}
