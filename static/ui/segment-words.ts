import type { SegmentView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { sayDuration } from './duration';
import type { Place } from './place';
import { exactInstant, exactTime, onSameDay } from './say-instant';
import { kindWord } from './segment-kind';
import type { StripBlock } from './strip-layout';

/** "Mon, 23 Nov 2026, 09:12:00 – 10:40:05": the second date only where it is another day. */
export function sayStretch(start: Instant, end: Instant, place: Place): string {
  const to = onSameDay(start, end, place) ? exactTime(end, place) : exactInstant(end, place);
  return `${exactInstant(start, place)} – ${to}`;
}

/** Kind and name of a stretch: "Paused: Waiting for customer". Running time needs no name. */
export function sayKind(segment: SegmentView): string {
  const closed = segment.kind === 'paused' && !segment.open ? ', outside hours' : '';
  const named = segment.kind === 'running' || segment.kind === 'outside-hours' ? '' : `: ${segment.name}`;
  return `${kindWord(segment.kind)}${named}${closed}`;
}

export interface BlockWords {
  readonly title: string;
  readonly when: string;
  readonly why: string;
}

/** What a block of the strip stands for. */
export function blockWords(block: StripBlock, place: Place): BlockWords {
  const [first] = block.segments;
  const last = block.segments.at(-1);
  if (!first || !last) return { title: '', when: '', why: '' };
  const when = sayStretch(first.start, last.end, place);
  if (block.segments.length === 1) {
    const tail = block.ahead ? ', ahead if nothing changes' : block.late ? ', late' : '';
    return {
      title: `${sayKind(first)}${tail}, ${sayDuration(first.end - first.start)}`,
      when,
      why: first.cause.text,
    };
  }
  const all = last.end - first.start;
  const parts = block.shares.map(({ kind, share }) => `${kindWord(kind)} ${sayDuration(share * all)}`);
  return { title: `${block.segments.length} short stretches`, when, why: parts.join(', ') };
}
