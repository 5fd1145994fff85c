import { int } from './column';
import type { FactVerdict } from './cycle-fact';
import type { Row } from './statement';

/** What is counted of cycles, whether kept in a roll-up or summed over the rows. */
export interface FigureCounts {
  readonly met: number;
  readonly breached: number;
  readonly grossMet: number;
  readonly grossBreached: number;
  /** Left out by an exclusion. */
  readonly leftOut: number;
  /** Those that have stopped, counted or not: what the times are of. */
  readonly stopped: number;
}

/** The columns they stand in. */
export const COUNT_COLUMNS = [
  'met',
  'breached',
  'gross_met',
  'gross_breached',
  'left_out',
  'stopped',
] as const;

export function figureCountsOf(row: Row): FigureCounts {
  return {
    met: int(row, 'met'),
    breached: int(row, 'breached'),
    grossMet: int(row, 'gross_met'),
    grossBreached: int(row, 'gross_breached'),
    leftOut: int(row, 'left_out'),
    stopped: int(row, 'stopped'),
  };
}

/** What is counted of one cycle, as one number below `ENDINGS`. */
export interface Ending {
  readonly verdict: FactVerdict;
  readonly grossVerdict: FactVerdict;
  readonly leftOut: boolean;
  readonly stopped: boolean;
}

const VERDICTS: readonly FactVerdict[] = ['', 'met', 'breached'];

/** All that a cycle can have come to. */
export const ENDINGS: readonly Ending[] = [false, true].flatMap((stopped) =>
  [false, true].flatMap((leftOut) =>
    VERDICTS.flatMap((grossVerdict) =>
      VERDICTS.map((verdict) => ({ verdict, grossVerdict, leftOut, stopped })),
    ),
  ),
);

/** The place of what a cycle has come to in `ENDINGS`. */
export function codeOfEnding({ verdict, grossVerdict, leftOut, stopped }: Ending): number {
  const verdicts = VERDICTS.indexOf(grossVerdict) * 3 + VERDICTS.indexOf(verdict);
  return (Number(stopped) * 2 + Number(leftOut)) * 9 + verdicts;
}

/** Counts of cycles of which so many came to each of `ENDINGS`. */
export function countsOfEndings(cases: ArrayLike<number>): FigureCounts {
  const counts = { met: 0, breached: 0, grossMet: 0, grossBreached: 0, leftOut: 0, stopped: 0 };
  for (const [code, ending] of ENDINGS.entries()) {
    const own = cases[code] ?? 0;
    if (own === 0) continue;
    if (ending.verdict === 'met') counts.met += own;
    if (ending.verdict === 'breached') counts.breached += own;
    if (ending.grossVerdict === 'met') counts.grossMet += own;
    if (ending.grossVerdict === 'breached') counts.grossBreached += own;
    if (ending.leftOut) counts.leftOut += own;
    if (ending.stopped) counts.stopped += own;
  }
  return counts;
}
