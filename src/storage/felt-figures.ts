import type { Instant, Interval } from '../engine/instant';
import { DAY } from '../engine/local-date';
import { BlockFilter } from './block-filter';
import { int, text } from './column';
import { columnOf } from './cycle-columns';
import { daySpans } from './day-span';
import { allOf, among, equals, noneAmong, type Clause } from './figure-scope';
import { FixedColumn } from './fixed-digits';
import {
  FELT_COUNTS,
  feltFiguresOf,
  figuresOfFelt,
  type FeltFigures,
  type ResolvedColumn,
} from './resolved-rollup';
import { resolvedClause, type FeltScope } from './resolved-list';
import { CHARACTERS_OF_CODE, CHARACTERS_PER_ANSWER } from './rollup-block';
import { dirtyDays } from './rollup-dirty';
import { select } from './statement';

/**
 * Of the issues resolved in a span and so still; of an agreement, those under it. Whole days of UTC's whose roll-ups
 * hold are read from them, the rest from the rows: the figures are the same.
 */
export async function feltFigures(scope: FeltScope, span: Interval): Promise<FeltFigures> {
  const [fromDay, toDay] = [Math.ceil(span.start / DAY), Math.floor(span.end / DAY) - 1];
  const [dirty, filter] = await Promise.all([
    dirtyDays(scope.projectId, fromDay, toDay),
    BlockFilter.of(scope),
  ]);
  const rollups = allOf(
    equals('project_id', scope.projectId),
    equals('agreement_id', scope.agreementId ?? ''),
    { where: 'resolved_day >= ? AND resolved_day <= ?', params: [fromDay, toDay] },
    noneAmong('resolved_day', dirty),
    among('security_level_id', scope.levels),
  );
  const figures = await Promise.all([
    filter.passesAll ? figuresOfSums(rollups) : figuresOfColumns(rollups, filter),
    ...liveSpans(span, dirty).map((live) => figuresOfRows(scope, live)),
  ]);
  return sumOf(figures);
}

const NONE: FeltFigures = { resolved: 0, reopened: 0, rated: 0, stars: 0 };

function sumOf(figures: readonly FeltFigures[]): FeltFigures {
  return figures.reduce(
    (sum, own) => ({
      resolved: sum.resolved + own.resolved,
      reopened: sum.reopened + own.reopened,
      rated: sum.rated + own.rated,
      stars: sum.stars + own.stars,
    }),
    NONE,
  );
}

/** What of a span is in no whole day that is clean, in order; days in a row are one. */
function liveSpans({ start, end }: Interval, dirty: readonly number[]): readonly Interval[] {
  const [firstWhole, lastWhole] = [Math.ceil(start / DAY) * DAY, Math.floor(end / DAY) * DAY];
  const pieces = [
    { start, end: Math.min(firstWhole, end) },
    ...dirty.map((day) => ({ start: day * DAY, end: (day + 1) * DAY })),
    { start: Math.max(lastWhole, firstWhole), end },
  ].filter((piece) => piece.start < piece.end);
  const spans: { start: Instant; end: Instant }[] = [];
  for (const piece of pieces) {
    const last = spans.at(-1);
    if (last && last.end === piece.start) last.end = piece.end;
    else spans.push({ ...piece });
  }
  return spans;
}

const SUMS = FELT_COUNTS.map((count) => `COALESCE(SUM(${count}), 0) AS ${count}`).join(', ');
/** The same, of the rows themselves. */
const OF_ISSUES = `COUNT(*) AS resolved, COALESCE(SUM(CASE WHEN reopened > 0 THEN 1 ELSE 0 END), 0) AS reopened,
  COUNT(satisfaction) AS rated, COALESCE(SUM(satisfaction), 0) AS stars`;

async function figuresOfSums({ where, params }: Clause): Promise<FeltFigures> {
  const rows = await select(`SELECT ${SUMS} FROM resolved_rollup WHERE ${where}`, params);
  return sumOf(rows.map(feltFiguresOf));
}

/** Of one span: of several in one condition an index would be read from end to end. */
async function figuresOfRows(scope: FeltScope, span: Interval): Promise<FeltFigures> {
  const { where, params } = resolvedClause(scope, span);
  const rows = await select(`SELECT ${OF_ISSUES} FROM issue_fact WHERE ${where}`, params);
  return sumOf(rows.map(feltFiguresOf));
}

async function figuresOfColumns(rollups: Clause, filter: BlockFilter): Promise<FeltFigures> {
  const names: readonly ResolvedColumn[] = ['felt', ...filter.columns];
  const days = await select(
    `SELECT resolved_day, SUM(resolved) AS resolved FROM resolved_rollup WHERE ${rollups.where}
      GROUP BY resolved_day ORDER BY resolved_day`,
    rollups.params,
  );
  const costs = days.map((row) => ({
    day: int(row, 'resolved_day'),
    cost: int(row, 'resolved') * names.length * CHARACTERS_OF_CODE,
  }));
  const byFelt = new Map<number, number>();
  await Promise.all(
    daySpans(costs, CHARACTERS_PER_ANSWER, 'resolved_day').map(async (span) => {
      const { where, params } = allOf(rollups, span);
      const rows = await select(
        `SELECT security_level_id, ${names.map(columnOf).join(', ')} FROM resolved_cells WHERE ${where}`,
        params,
      );
      for (const row of rows) {
        const felt = new FixedColumn(text(row, 'felt'));
        const cells = Object.fromEntries(filter.columns.map((name) => [name, text(row, columnOf(name))]));
        const block = { securityLevelId: text(row, 'security_level_id'), cells };
        for (const place of filter.placesIn(block, felt.length))
          byFelt.set(felt.at(place), (byFelt.get(felt.at(place)) ?? 0) + 1);
      }
    }),
  );
  return figuresOfFelt(byFelt);
}
