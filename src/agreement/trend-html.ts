import type { TextTrend } from '../contract/agreement';
import { dateWords } from './date-words';
import { escapeHtml } from './escape-html';
import { percentWords } from './percent-words';

type Point = TextTrend['points'][number];

const WIDTH = 640;
const HEIGHT = 150;
const TOP = 10;
const BOTTOM = 20;
const LEFT = 40;
/** A date below the axis takes so much. */
const LABEL = 72;

/** A trend as a drawing for paper, with its figures below: needs no script, and no colour to be read. */
export function trendHtml({ caption, target, points }: TextTrend): string {
  const rows = points.map(({ from, net: { met, breached, share } }) =>
    [dateWords(from), percentWords(share), String(met), String(breached)]
      .map((cell) => `<td>${escapeHtml(cell)}</td>`)
      .join(''),
  );
  const head = ['From', 'Kept (net)', 'Met', 'Breached']
    .map((cell) => `<th scope="col">${cell}</th>`)
    .join('');
  const promised = target === null ? '' : `, ${percentWords(target)} promised`;
  return `<figure>
<figcaption dir="auto">${escapeHtml(caption + promised)}</figcaption>
${drawing(points, target)}
<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.map((row) => `<tr>${row}</tr>`).join('\n')}\n</tbody>\n</table>
</figure>`;
}

/** The figures say the same: it is hidden from those who hear them. */
function drawing(points: readonly Point[], target: number | null): string {
  const shares = points.flatMap(({ net }) => net.share ?? []);
  if (shares.length === 0) return '';
  const floor = floorOf(target === null ? shares : [...shares, target]);
  const y = (share: number): number => round(TOP + ((1 - share) / (1 - floor)) * (HEIGHT - TOP - BOTTOM));
  const step = (WIDTH - LEFT) / points.length;
  const x = (place: number): number => round(LEFT + (place + 0.5) * step);
  const every = Math.ceil(LABEL / step);
  const labels = points.map(({ from }, place) => {
    if ((points.length - 1 - place) % every !== 0) return '';
    // A label at the right edge would leave the picture.
    const [at, anchor] = x(place) > WIDTH - LABEL / 2 ? [WIDTH, 'end'] : [x(place), 'middle'];
    return `<text x="${at}" y="${HEIGHT - 4}" text-anchor="${anchor}">${shortDate(from)}</text>`;
  });
  const marks = points.map(({ net: { share } }, place) =>
    share === null ? '' : mark(x(place), y(share), target !== null && share < target),
  );
  return `<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
${[floor, (floor + 1) / 2, 1].map((share) => level(y(share), percentWords(share))).join('\n')}
${target === null ? '' : `<path class="target" d="M${LEFT} ${y(target)}H${WIDTH}"/>`}
<path class="line" d="${lineOf(points, x, y)}"/>
${marks.join('')}
${labels.join('')}
</svg>`;
}

/** A period in which nothing counted breaks it. */
function lineOf(
  points: readonly Point[],
  x: (place: number) => number,
  y: (share: number) => number,
): string {
  let pen = 'M';
  return points
    .map(({ net: { share } }, place) => {
      const move = share === null ? '' : `${pen}${x(place)} ${y(share)}`;
      pen = share === null ? 'M' : 'L';
      return move;
    })
    .join('');
}

/** A dot where the target is met, a diamond below it. */
function mark(x: number, y: number, missed: boolean): string {
  return missed
    ? `<path class="missed" d="M${x} ${round(y - 5)}l5 5l-5 5l-5 -5z"/>`
    : `<circle cx="${x}" cy="${y}" r="3.5"/>`;
}

function level(y: number, words: string): string {
  return `<path class="level" d="M${LEFT} ${y}H${WIDTH}"/><text x="${LEFT - 5}" y="${round(y + 3.5)}" text-anchor="end">${words}</text>`;
}

/** Differences near the top can be seen: at a whole tenth below the least share. */
function floorOf(shares: readonly number[]): number {
  return Math.max(0, Math.floor((Math.min(...shares) - 0.05) * 10 + 1e-9) / 10);
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

/** `1 Nov 2026`. */
function shortDate(date: string): string {
  const [day, month, year] = dateWords(date).split(' ');
  return `${day} ${month?.slice(0, 3)} ${year}`;
}
