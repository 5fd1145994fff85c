import type { SegmentView } from '../../src/contract';
import { sumLine } from './sum-line';

const MINUTE = 60_000;
const cause = { at: 0, ref: 'created', text: 'Created' };
const segment = (kind: SegmentView['kind'], from: number, to: number): SegmentView => ({
  start: from * MINUTE,
  end: to * MINUTE,
  kind,
  open: kind !== 'outside-hours',
  name: '',
  cause,
});

/** The lengths keep together on a line: their spaces do not break. */
const said = (...args: Parameters<typeof sumLine>) => {
  const { counted, notCounted } = sumLine(...args);
  return { counted: counted.replace(/\s/g, ' '), notCounted: notCounted?.replace(/\s/g, ' ') ?? null };
};

describe('sumLine', () => {
  it('adds up what counted, and what did not', () => {
    const segments = [segment('running', 0, 80), segment('paused', 80, 100), segment('running', 100, 210)];
    expect(said(segments, 240 * MINUTE)).toEqual({
      counted: 'Running 1 h 20 min + 1 h 50 min = 3 h 10 min of 4 h',
      notCounted: 'Paused 20 min',
    });
  });

  it('begins with what was counted before a long cycle is explained', () => {
    expect(said([segment('running', 0, 30)], 240 * MINUTE, 90 * MINUTE).counted).toBe(
      'Running 1 h 30 min before + 30 min = 2 h of 4 h',
    );
  });

  it('says that nothing counted yet', () => {
    expect(said([], 240 * MINUTE).counted).toBe('Running 0 s of 4 h');
  });
});
