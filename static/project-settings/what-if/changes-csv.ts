import type { WhatIfChangePage, WhatIfVerdict } from '../../../src/contract/what-if';
import { toCsv, type Cell } from '../../ui/csv';
import { sayDirection, sayOutcome } from './verdict-words';

type Change = WhatIfChangePage['changes'][number];

const MINUTE = 60_000;
const HEAD = [
  'Ticket',
  'Measure',
  'Cycle',
  'Change',
  'Before',
  'Counted before (min)',
  'Goal before (min)',
  'After',
  'Counted after (min)',
  'Goal after (min)',
];

/** To the hundredth, as people read them. */
const minutes = (ms: number | null | undefined): Cell =>
  ms === null || ms === undefined ? null : Math.round((ms / MINUTE) * 100) / 100;

const cells = (verdict: WhatIfVerdict | null): readonly Cell[] => [
  sayOutcome(verdict),
  minutes(verdict?.elapsedMs),
  minutes(verdict?.goalMs),
];

/** The verdicts that change, for a spreadsheet; lengths in minutes. `hidden`: how many more are on hidden tickets. */
export function changesCsv(changes: readonly Change[], hidden: number): string {
  return toCsv(
    HEAD,
    changes.map(({ issueKey, measureName, cycleNumber, direction, before, after }) => [
      issueKey,
      measureName,
      cycleNumber,
      sayDirection(direction),
      ...cells(before),
      ...cells(after),
    ]),
    hidden > 0 ? [`Left out: ${hidden} more, on tickets that the person who exported this may not see`] : [],
  );
}
