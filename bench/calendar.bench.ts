import { Calendar } from '../src/engine/calendar';
import { DAY, dayOf } from '../src/engine/local-date';
import { peers, type Peer } from './calendar-peers';
import { truthOf } from './calendar-truth';
import { FIRST_YEAR, LAST_YEAR, newYorkCalendar, SEED, workloads, type Workload } from './calendar-workload';
import { formatCount, type BenchReport } from './report';

export const title =
  'Working time: elapsed and due (New York office hours, federal holidays, 50,000 pairs a column)';

const PEER_BUDGET_MS = 2_000;
const OUR_ROUNDS = 400;
const TARGET_PER_SECOND = 20e6;
const TARGET_RATIO = { short: 2_000, long: 100_000 };

interface Cell {
  readonly perSecond: number;
  readonly wrong: number;
  readonly covered: number;
}

export async function run(): Promise<BenchReport> {
  const lists = workloads();
  const truths = lists.map(truthOf);
  const calendar = new Calendar(newYorkCalendar());
  const ours = lists.map((list, i) => measureOurs(calendar, list, truths[i]!));
  const missed = ours.flatMap(({ perSecond, wrong }, i) => [
    ...(wrong > 0 ? [`${lists[i]!.name}: ${wrong} wrong answers`] : []),
    ...(perSecond < TARGET_PER_SECOND ? [`${lists[i]!.name}: 20 M/s`] : []),
  ]);
  const rows = [['Accord', ...ours.map((cell) => formatCell(cell, cell))]];
  for (const peer of peers()) {
    const cells = lists.map((list, i) => measurePeer(peer, list, truths[i]!));
    rows.push([peer.name, ...cells.map((cell, i) => formatCell(cell, ours[i]!))]);
    if (!peer.name.startsWith('date-fns')) continue;
    cells.forEach((cell, i) => {
      const target = lists[i]!.name.endsWith('short') ? TARGET_RATIO.short : TARGET_RATIO.long;
      const ratio = ours[i]!.perSecond / cell.perSecond;
      if (ratio < target)
        missed.push(`${lists[i]!.name}: ${target} times the date-fns loop (${Math.round(ratio)})`);
    });
  }
  const build = measureBuild();
  if (build.best > 1) missed.push(`index of 8 years in 1 ms (${build.best.toFixed(2)} ms)`);
  return {
    columns: ['answers a second', ...lists.map(({ name }) => name)],
    rows,
    notes: [
      'Cell: answers a second (how many times faster Accord is); wrong / asked. Accord: best of 400 rounds; peers: processor time.',
      `Seed ${SEED}. Right = Temporal's intervals, walked one by one. Peers without zones run with TZ=America/New_York.`,
      `Index of ${LAST_YEAR - FIRST_YEAR + 1} years built in ${build.best.toFixed(2)} ms (best of 100; median ${build.median.toFixed(2)} ms; zone known).`,
    ],
    missed,
  };
}

/** The best of some rounds over all pairs; sums keep the work from being dropped. */
function measureOurs(calendar: Calendar, { kind, a, b }: Workload, truth: Float64Array): Cell {
  let wrong = 0;
  for (let i = 0; i < a.length; i++) {
    const answer = kind === 'elapsed' ? calendar.elapsed(a[i]!, b[i]!) : calendar.due(a[i]!, b[i]!);
    if (answer !== truth[i]) wrong++;
  }
  const round = kind === 'elapsed' ? elapsedRound : dueRound;
  const expected = round(calendar, a, b);
  let best = Infinity;
  for (let i = 0; i < OUR_ROUNDS; i++) {
    const began = performance.now();
    const sum = round(calendar, a, b);
    best = Math.min(best, performance.now() - began);
    if (sum !== expected) throw new Error('two rounds differ');
  }
  return { perSecond: (a.length / best) * 1000, wrong, covered: a.length };
}

function elapsedRound(calendar: Calendar, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += calendar.elapsed(a[i]!, b[i]!);
  return sum;
}

function dueRound(calendar: Calendar, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (calendar.due(a[i]!, b[i]!) ?? 0) - a[i]!;
  return sum;
}

/**
 * As many pairs as fit into the budget, in order. A throw is a wrong answer. Processor time is counted, so
 * that a busy machine does not make a peer look slow.
 */
function measurePeer(peer: Peer, { kind, a, b }: Workload, truth: Float64Array): Cell {
  const zone = process.env.TZ;
  if (peer.localTime) process.env.TZ = 'America/New_York';
  const answer = (i: number) => (kind === 'elapsed' ? peer.elapsed(a[i]!, b[i]!) : peer.due(a[i]!, b[i]!));
  let wrong = 0;
  let covered = 0;
  const began = process.cpuUsage();
  let passed = 0;
  for (; covered < a.length && passed < PEER_BUDGET_MS; covered++) {
    try {
      if (answer(covered) !== truth[covered]) wrong++;
    } catch {
      wrong++;
    }
    passed = process.cpuUsage(began).user / 1000;
  }
  if (peer.localTime) {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  return { perSecond: (covered / passed) * 1000, wrong, covered };
}

/** Ms to compile a calendar and index the years of the workload: the best and the median of 100. */
function measureBuild(): { best: number; median: number } {
  const from = dayOf(FIRST_YEAR, 1, 1) * DAY;
  const to = dayOf(LAST_YEAR + 1, 1, 1) * DAY;
  const times: number[] = [];
  for (let i = 0; i < 100; i++) {
    const spec = newYorkCalendar();
    const began = performance.now();
    new Calendar(spec).elapsed(from, to);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { best: times[0]!, median: times[50]! };
}

function formatCell(cell: Cell, ours: Cell): string {
  const ratio = ours === cell ? '' : ` (x${formatCount(ours.perSecond / cell.perSecond)})`;
  return `${formatCount(cell.perSecond)}/s${ratio}; ${cell.wrong} / ${cell.covered}`;
}
