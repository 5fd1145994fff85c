import { trendHtml } from './trend-html';

const counts = (met: number, breached: number) => ({
  met,
  breached,
  share: met + breached === 0 ? null : met / (met + breached),
});
const trend = {
  kind: 'trend',
  caption: 'Resolution <of> all, kept (net) by period',
  target: 0.9,
  points: [
    { from: '2026-08-01', net: counts(19, 1) },
    { from: '2026-09-01', net: counts(0, 0) },
    { from: '2026-10-01', net: counts(8, 2) },
    { from: '2026-11-01', net: counts(29, 71) },
  ],
} as const;

describe('A trend on paper', () => {
  const html = trendHtml(trend);

  it('says each figure below the drawing', () => {
    expect(html).toContain('<tr><td>1 August 2026</td><td>95%</td><td>19</td><td>1</td></tr>');
    expect(html).toContain('<tr><td>1 September 2026</td><td>nothing counted</td><td>0</td><td>0</td></tr>');
    // 0.29 * 1000 is a hair less than 290.
    expect(html).toContain('<tr><td>1 November 2026</td><td>29%</td><td>29</td><td>71</td></tr>');
    expect(html).toContain('Resolution &lt;of&gt; all, kept (net) by period, 90% promised');
  });

  it('marks what missed the target by its shape, and breaks the line where nothing counted', () => {
    expect(html.match(/<circle/g)).toHaveLength(1);
    expect(html.match(/class="missed"/g)).toHaveLength(2);
    const line = /class="line" d="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(line.match(/[ML]/g)).toEqual(['M', 'M', 'L']);
  });

  it('draws a better share higher, the best at the top', () => {
    const heights = [...trendHtml({ ...trend, points: [trend.points[0], { from: '2026-09-01', net: counts(20, 0) }] }).matchAll(/cy="([\d.]+)"/g)]; // prettier-ignore
    const [first, best] = heights.map(([, y]) => Number(y));
    expect(best).toBe(10);
    expect(first).toBeGreaterThan(10);
  });

  it('has no drawing where nothing counted at all', () => {
    const none = trendHtml({ ...trend, points: [{ from: '2026-09-01', net: counts(0, 0) }] });
    expect(none).not.toContain('<svg');
    expect(none).toContain('nothing counted');
  });
});
