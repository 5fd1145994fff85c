import type { SegmentView } from '../../src/contract';
import type { SegmentKind } from '../../src/engine/cycle';
import type { Millis } from '../../src/engine/instant';
import { exactDuration } from './duration';
import { kindWord } from './segment-kind';

const MOST_TERMS = 6;

const total = (segments: readonly SegmentView[]): Millis =>
  segments.reduce((sum, s) => sum + s.end - s.start, 0);

/** The arithmetic of a cycle in exact lengths: what counted, and what did not. */
export interface SumLine {
  readonly counted: string;
  /** null when every minute counted. */
  readonly notCounted: string | null;
}

/**
 * `beforeMs`: what was counted before the first segment, where a very long cycle is explained only in part.
 *
 * @example sumLine(segments, 14_400_000).counted //=> "Running 1 h 20 min + 1 h 50 min = 3 h 10 min of 4 h"
 */
export function sumLine(
  segments: readonly SegmentView[],
  goalMs: Millis | null,
  beforeMs: Millis = 0,
): SumLine {
  const running = segments.filter((s) => s.kind === 'running');
  const terms =
    running.length > MOST_TERMS
      ? `${running.length} stretches`
      : running.map((s) => exactDuration(s.end - s.start)).join(' + ') || exactDuration(0);
  const before = beforeMs > 0 ? `${exactDuration(beforeMs)} before + ` : '';
  const sum = before || running.length > 1 ? ` = ${exactDuration(beforeMs + total(running))}` : '';
  const goal = goalMs === null ? '' : ` of ${exactDuration(goalMs)}`;

  const rest = segments.filter((s) => s.kind !== 'running' && s.end > s.start);
  const kinds = (['paused', 'outside-hours', 'holiday', 'excluded'] satisfies SegmentKind[])
    .map((kind) => ({ kind, ms: total(rest.filter((s) => s.kind === kind)) }))
    .filter(({ ms }) => ms > 0);
  const parts = kinds.map(({ kind, ms }) => `${kindWord(kind)} ${exactDuration(ms)}`).join(' + ');
  const restSum = kinds.length > 1 ? ` = ${exactDuration(total(rest))}` : '';
  return {
    counted: `Running ${before}${terms}${sum}${goal}`,
    notCounted: kinds.length > 0 ? `${parts}${restSum}` : null,
  };
}
