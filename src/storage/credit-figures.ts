import type { Millis } from '../engine/instant';
import type { LocalDay } from '../engine/local-date';
import type { BlockFilter } from './block-filter';
import { int } from './column';
import { ENDINGS } from './figure-counts';
import { allOf, type Clause, type FigureScope } from './figure-scope';
import { figureSources } from './figure-sources';
import { FixedColumn } from './fixed-digits';
import { cellsOf, rollupBlocks } from './rollup-block';
import { SparseReader } from './sparse-column';
import { select } from './statement';

interface ChargedTime {
  readonly day: LocalDay;
  readonly chargedMs: Millis;
}

/**
 * How late the breached cycles of a measure that have stopped were, each less `freeMs`: sums by day. A day may come
 * several times: add it up.
 */
export async function chargedTimeByDay(scope: FigureScope, freeMs: Millis): Promise<readonly ChargedTime[]> {
  const { cells, facts, filter } = await figureSources(scope);
  const [kept, live] = await Promise.all([
    chargedFromColumns(cells, filter, freeMs),
    facts === null ? [] : chargedFromFacts(facts, freeMs),
  ]);
  return [...kept, ...live];
}

async function chargedFromColumns(
  cells: Clause,
  filter: BlockFilter,
  freeMs: Millis,
): Promise<readonly ChargedTime[]> {
  const blocks = await rollupBlocks(cells, ['ending', 'late', ...filter.columns]);
  return blocks.map((block) => {
    const endings = new FixedColumn(cellsOf(block, 'ending'));
    const late = new SparseReader(cellsOf(block, 'late'));
    let chargedMs = 0;
    for (const place of filter.placesIn(block, endings.length))
      if (ENDINGS[endings.at(place)]?.verdict === 'breached')
        chargedMs += Math.max(0, (late.at(place) ?? 0) - freeMs);
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
