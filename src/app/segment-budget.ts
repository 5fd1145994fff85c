import type { CycleView } from '../contract';

/** An answer may be 5 MB: about 15,000 segments and 200 cycles stay well below. */
const MOST_SEGMENTS = 12_000;
const MOST_SEGMENTS_OF_A_CYCLE = 3_000;

/** Cuts explanations to what one answer can hold: the cycles given first get the room, each its latest part. */
export function segmentBudget(): (cycle: CycleView) => CycleView {
  let left = MOST_SEGMENTS;
  return (cycle) => {
    const room = Math.min(left, MOST_SEGMENTS_OF_A_CYCLE);
    const { segments } = cycle;
    left -= Math.min(room, segments.length);
    if (segments.length <= room) return cycle;
    const shown = room === 0 ? [] : segments.slice(-room);
    const hidden = segments.slice(0, segments.length - shown.length);
    const countedBeforeMs = hidden
      .filter(({ kind }) => kind === 'running')
      .reduce((sum, { start, end }) => sum + end - start, 0);
    return {
      ...cycle,
      segments: shown,
      explainedFrom: shown[0]?.start ?? segments.at(-1)?.end ?? null,
      countedBeforeMs,
    };
  };
}
