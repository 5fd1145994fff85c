import { timeTicks } from './time-ticks';

const MINUTE = 60_000;
const HOUR = 3_600_000;

const said = (edges: readonly number[], wide: number): readonly string[] =>
  timeTicks(edges, wide).map(({ text }) => text.replace(/\u00a0/g, ' '));

describe('timeTicks', () => {
  it.each([
    [
      'every edge where there is room',
      [0, 15, 30, 45, 60].map((n) => n * MINUTE),
      90,
      ['0 min', '15 min', '30 min', '45 min', '1 h'],
    ],
    [
      'every second one where there is less',
      [0, 15, 30, 45, 60].map((n) => n * MINUTE),
      35,
      ['0 min', '30 min', '1 h'],
    ],
    ['the first alone where there is no room', [0, 15, 30].map((n) => n * MINUTE), 2, ['0 min']],
    [
      'what is nearly nothing once',
      [0, 1, 2, 4, 300, 2_000, 60_000, HOUR],
      90,
      ['0 s', '2 s', '1 min', '1 h'],
    ],
    [
      'seconds where minutes are the same',
      [185_000, 193_000, 202_000],
      150,
      ['3 min 5 s', '3 min 13 s', '3 min 22 s'],
    ],
    ['nothing of no edges', [], 90, []],
  ] as const)('labels %s', (_, edges, wide, texts) => {
    expect(said(edges, wide)).toEqual(texts);
  });

  it('leaves a gap between labels of any length, and never says one twice', () => {
    const octaves = Array.from({ length: 25 }, (_, i) => Math.ceil(2 ** (i * 1.3)));
    for (const wide of [3, 11, 25, 40, 70, 200]) {
      const ticks = timeTicks([0, ...octaves], wide);
      expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
      for (const [i, { edge, text }] of ticks.slice(1).entries()) {
        const before = ticks[i]!;
        const between = (edge - before.edge) * wide;
        expect(between).toBeGreaterThan(((text.length + before.text.length) / 2) * 6);
      }
    }
  });
});
