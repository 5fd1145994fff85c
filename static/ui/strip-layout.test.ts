import type { SegmentView } from '../../src/contract';
import type { SegmentKind } from '../../src/engine/cycle';
import { layOutStrip } from './strip-layout';

const HOUR = 3_600_000;
const start = Date.parse('2026-11-23T09:00:00Z');

function chain(from: number, ...pieces: readonly (readonly [SegmentKind, number])[]): SegmentView[] {
  let at = from;
  return pieces.map(([kind, length]) => {
    const segment = {
      start: at,
      end: at + length,
      kind,
      name: kind,
      open: kind !== 'outside-hours' && kind !== 'holiday',
    };
    at += length;
    return { ...segment, cause: { at: segment.start, ref: 'test', text: kind } };
  });
}

const right = (b: { x: number; width: number } | undefined): number => (b ? b.x + b.width : NaN);

describe('layOutStrip', () => {
  it('fills the width with blocks in proportion', () => {
    const { blocks, nowX } = layOutStrip(
      chain(start, ['running', HOUR], ['paused', 3 * HOUR]),
      [],
      null,
      400,
    );
    expect(blocks.map((b) => [b.x, b.width])).toEqual([
      [0, 100],
      [100, 300],
    ]);
    expect(nowX).toBeNull();
  });

  it('draws closed hours at a quarter of their length', () => {
    const { blocks } = layOutStrip(
      chain(start, ['running', 2 * HOUR], ['outside-hours', 8 * HOUR]),
      [],
      null,
      400,
    );
    expect(blocks.map((b) => b.width)).toEqual([200, 200]);
  });

  it('puts every stretch of a year of nights in exactly one block, in order, none too narrow', () => {
    const days = Array.from({ length: 365 }, () => [
      ['running', 8 * HOUR],
      ['outside-hours', 16 * HOUR],
    ]).flat() as [SegmentKind, number][];
    const segments = chain(start, ...days);
    const { blocks } = layOutStrip(segments, [], null, 300);
    expect(blocks.flatMap((b) => b.segments)).toEqual(segments);
    expect(Math.min(...blocks.map((b) => b.width))).toBeGreaterThan(2);
    expect(right(blocks.at(-1))).toBeCloseTo(300, 6);
    for (const block of blocks) {
      expect(block.shares.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(1, 9);
    }
  });

  it('keeps a lone short stretch visible between long ones', () => {
    const { blocks } = layOutStrip(
      chain(start, ['paused', 900 * HOUR], ['running', 60_000], ['paused', 900 * HOUR]),
      [],
      null,
      300,
    );
    expect(blocks.map((b) => b.segments.length)).toEqual([1, 1, 1]);
    expect(blocks[1]?.width).toBeGreaterThan(3.5);
  });

  it('gives the past at least six tenths when the deadline is far', () => {
    const past = chain(start, ['running', HOUR]);
    const { nowX, blocks } = layOutStrip(past, chain(start + HOUR, ['running', 99 * HOUR]), null, 500);
    expect(nowX).toBe(300);
    expect(blocks.map((b) => b.ahead)).toEqual([false, true]);
  });

  it('cuts the stretch in which the goal was used up', () => {
    const { blocks, breachX } = layOutStrip(chain(start, ['running', 4 * HOUR]), [], start + 3 * HOUR, 400);
    expect(blocks.map((b) => [b.width, b.late])).toEqual([
      [300, false],
      [100, true],
    ]);
    expect(breachX).toBe(300);
  });

  it('leaves out empty stretches, and is empty without time', () => {
    expect(layOutStrip(chain(start, ['running', 0], ['paused', HOUR]), [], null, 100).blocks).toHaveLength(1);
    expect(layOutStrip([], [], null, 100)).toEqual({ blocks: [], nowX: null, breachX: null });
  });
});
