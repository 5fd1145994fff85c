import type { SegmentKind } from '../../src/engine/cycle';

const words: Record<SegmentKind, string> = {
  running: 'Running',
  paused: 'Paused',
  'outside-hours': 'Outside hours',
  holiday: 'Holiday',
  excluded: 'Excluded',
};

/** How a kind of time is said; the same words stand in strip, legend, table and sum. */
export const kindWord = (kind: SegmentKind): string => words[kind];
