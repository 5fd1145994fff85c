import type { Instant, Interval, Millis } from '../engine/instant';
import type { LocalDay } from '../engine/local-date';
import type { BlockFilter } from './block-filter';
import { flag, int, text, textOrNull } from './column';
import { ENDINGS } from './figure-counts';
import { allOf, among, equals, type Clause, type FigureScope } from './figure-scope';
import { figureSources } from './figure-sources';
import { FixedColumn } from './fixed-digits';
import { cellsOf, rollupBlocks } from './rollup-block';
import { select } from './statement';

/** A cycle on the clock that is late, or will be if nothing moves. */
export interface RunningTimer {
  readonly issueId: string;
  readonly issueKey: string;
  readonly measureId: string;
  readonly agreementVersion: number;
  readonly goalId: string | null;
  readonly paused: boolean;
  readonly breached: boolean;
  readonly breachAt: Instant;
  /** As of `asOf`; negative = late. */
  readonly remainingMs: Millis;
  readonly asOf: Instant;
}

interface ChargedTime {
  readonly day: LocalDay;
  readonly chargedMs: Millis;
}

/**
 * How late the breached cycles of a measure that have stopped were, each less `freeMs`: sums by day. A day may come
 * several times: add it up.
 */
export async function chargedTimeByDay(scope: FigureScope, freeMs: Millis): Promise<readonly ChargedTime[]> {
  const { rollups, facts, filter } = await figureSources(scope);
  const [kept, live] = await Promise.all([
    chargedFromColumns(rollups, filter, freeMs),
    facts === null ? [] : chargedFromFacts(facts, freeMs),
  ]);
  return [...kept, ...live];
}

async function chargedFromColumns(
  rollups: Clause,
  filter: BlockFilter,
  freeMs: Millis,
): Promise<readonly ChargedTime[]> {
  const blocks = await rollupBlocks(rollups, ['ending', 'late', ...filter.columns]);
  return blocks.map((block) => {
    const endings = new FixedColumn(cellsOf(block, 'ending'));
    const late = new FixedColumn(cellsOf(block, 'late'));
    let chargedMs = 0;
    for (const place of filter.placesIn(block, endings.length))
      if (ENDINGS[endings.at(place)]?.verdict === 'breached')
        chargedMs += Math.max(0, late.at(place) - freeMs);
    return { day: block.day, chargedMs };
  });
}

async function chargedFromFacts(facts: Clause, freeMs: Millis): Promise<readonly ChargedTime[]> {
  const { where, params } = allOf(facts, {
    where: `verdict = 'breached' AND late_ms > ?`,
    params: [freeMs],
  });
  const rows = await select(
    `SELECT decided_day, SUM(late_ms - ?) AS charged FROM cycle_fact WHERE ${where} GROUP BY decided_day`,
    [freeMs, ...params],
  );
  return rows.map((row) => ({ day: int(row, 'decided_day'), chargedMs: int(row, 'charged') }));
}

/**
 * Cycles of an agreement whose goal is used up within a span, in order: at most `limit`. Paused ones that are
 * not late yet are not among them: if nothing moves they never will be.
 */
export async function runningTimers(
  {
    projectId,
    agreementId,
    levels,
  }: Pick<FigureScope, 'projectId' | 'levels'> & { readonly agreementId: string },
  { start, end }: Interval,
  limit: number,
): Promise<readonly RunningTimer[]> {
  const { where, params } = allOf(
    equals('t.project_id', projectId),
    equals('t.outcome', 'ongoing'),
    { where: 't.breach_at >= ? AND t.breach_at < ?', params: [start, end] },
    equals('t.agreement_id', agreementId),
    { where: 't.left_out_by IS NULL AND t.remaining_ms IS NOT NULL', params: [] },
    among('f.security_level_id', levels),
  );
  const rows = await select(
    `SELECT t.issue_id, t.issue_key, t.measure_id, t.agreement_version, t.goal_id, t.paused, t.breached,
            t.breach_at, t.remaining_ms, t.as_of
       FROM timer t JOIN issue_fact f ON f.issue_id = t.issue_id
      WHERE ${where} ORDER BY t.breach_at, t.issue_id, t.measure_id LIMIT ?`,
    [...params, limit],
  );
  return rows.map((row) => ({
    issueId: text(row, 'issue_id'),
    issueKey: text(row, 'issue_key'),
    measureId: text(row, 'measure_id'),
    agreementVersion: int(row, 'agreement_version'),
    goalId: textOrNull(row, 'goal_id'),
    paused: flag(row, 'paused'),
    breached: flag(row, 'breached'),
    breachAt: int(row, 'breach_at'),
    remainingMs: int(row, 'remaining_ms'),
    asOf: int(row, 'as_of'),
  }));
}
