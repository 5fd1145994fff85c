import type { SegmentView } from '../../src/contract';
import type { SegmentKind } from '../../src/engine/cycle';
import type { Instant, Millis } from '../../src/engine/instant';

/** One mark of the strip: a stretch, or several too short to be seen alone. Pixels from the left edge. */
export interface StripBlock {
  readonly x: number;
  readonly width: number;
  /** In order; more than one where short neighbours share the block. */
  readonly segments: readonly SegmentView[];
  /** Share of each kind in the block's time, adding up to 1, in `KINDS` order. */
  readonly shares: readonly { readonly kind: SegmentKind; readonly share: number }[];
  readonly ahead: boolean;
  /** Counted after the goal was used up. */
  readonly late: boolean;
}

export interface StripLayout {
  readonly blocks: readonly StripBlock[];
  /** Where the future begins; null when the strip ends now or earlier. */
  readonly nowX: number | null;
  /** Where the goal was used up in the past; null when it was not (the strip then ends at the deadline). */
  readonly breachX: number | null;
}

export const KINDS: readonly SegmentKind[] = ['running', 'paused', 'excluded', 'outside-hours', 'holiday'];

/** Below this a stretch shares a block with its short neighbours; a lone short one is drawn this wide. */
const LEAST = 4;
/** The past never gets less of the strip than this, however far the deadline is. */
const PAST_SHARE = 0.6;
/** Closed hours are drawn at a quarter of their length: five nights must not hide a working week. */
const CLOSED_SCALE = 0.25;

const weigh = (s: SegmentView): number => (s.end - s.start) * (isDrawnShort(s) ? CLOSED_SCALE : 1);

/** Closed hours (and pauses within them) change nothing, so they take less room. */
export const isDrawnShort = (s: SegmentView): boolean =>
  s.kind === 'outside-hours' || s.kind === 'holiday' || !s.open;

function splitAt(segments: readonly SegmentView[], at: Instant | null): readonly SegmentView[] {
  if (at === null) return segments;
  return segments.flatMap((s) =>
    s.kind === 'running' && s.start < at && at < s.end
      ? [
          { ...s, end: at },
          { ...s, start: at },
        ]
      : [s],
  );
}

interface Group {
  segments: SegmentView[];
  width: number;
}

/** Joins neighbours that are too narrow alone; a wide one always stands alone. */
function group(segments: readonly SegmentView[], widthOf: (s: SegmentView) => number): readonly Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const segment of segments) {
    const width = widthOf(segment);
    if (width >= LEAST) {
      groups.push({ segments: [segment], width });
      open = undefined;
    } else if (open && open.width < LEAST) {
      open.segments.push(segment);
      open.width += width;
    } else {
      open = { segments: [segment], width };
      groups.push(open);
    }
  }
  return groups;
}

function sharesOf(segments: readonly SegmentView[]): StripBlock['shares'] {
  const length = (list: readonly SegmentView[]): Millis => list.reduce((sum, s) => sum + s.end - s.start, 0);
  const all = length(segments);
  return KINDS.map((kind) => ({ kind, share: length(segments.filter((s) => s.kind === kind)) / all })).filter(
    ({ share }) => share > 0,
  );
}

function place(
  segments: readonly SegmentView[],
  from: number,
  width: number,
  mark: { readonly ahead: boolean; readonly breachTime: Instant | null },
): readonly StripBlock[] {
  const weight = segments.reduce((sum, s) => sum + weigh(s), 0);
  const groups = group(segments, (s) => (weigh(s) / weight) * width);
  // Lone short stretches are widened to be seen; all widths then shrink alike to fit.
  const wide = groups.map((g) => Math.max(LEAST, g.width));
  const scale = width / wide.reduce((sum, w) => sum + w, 0);
  let x = from;
  return groups.map((g, i) => {
    const block = {
      x,
      width: (wide[i] ?? LEAST) * scale,
      segments: g.segments,
      shares: sharesOf(g.segments),
      ahead: mark.ahead,
      late:
        mark.breachTime !== null &&
        g.segments.every((s) => s.kind === 'running' && s.start >= (mark.breachTime ?? 0)),
    };
    x += block.width;
    return block;
  });
}

/**
 * Lays the stretches of a cycle (`past`, up to now or its stop) and those up to its deadline (`ahead`)
 * on `width` pixels. Every stretch is in exactly one block, in order; blocks touch and fill the width.
 * Empty stretches are left out.
 */
export function layOutStrip(
  past: readonly SegmentView[],
  ahead: readonly SegmentView[],
  breachTime: Instant | null,
  width: number,
): StripLayout {
  const lasting = (list: readonly SegmentView[]): readonly SegmentView[] =>
    list.filter((s) => s.end > s.start);
  const before = splitAt(lasting(past), breachTime);
  const after = lasting(ahead);
  const weight = (list: readonly SegmentView[]): number => list.reduce((sum, s) => sum + weigh(s), 0);
  const all = weight(before) + weight(after);
  if (all === 0) return { blocks: [], nowX: null, breachX: null };
  const share = after.length === 0 ? 1 : before.length === 0 ? 0 : Math.max(PAST_SHARE, weight(before) / all);
  const nowX = share * width;
  const blocks = [
    ...place(before, 0, nowX, { ahead: false, breachTime }),
    ...place(after, nowX, width - nowX, { ahead: true, breachTime: null }),
  ];
  const breached =
    breachTime === null
      ? undefined
      : blocks.find((b) => !b.ahead && (b.segments[0]?.start ?? 0) >= breachTime);
  return { blocks, nowX: after.length > 0 ? nowX : null, breachX: breached?.x ?? null };
}
