import { explain, totalOf } from '../src/engine/explain';
import { replay } from '../src/engine/evaluate';
import type { Instant } from '../src/engine/instant';
import { compileRules } from '../src/engine/rules';
import { foldHistory } from '../src/jira/issue-history';
import { peers } from './calendar-peers';
import { ENTRIES, rawIssues, SEED, threeMeasures } from './fold-workload';
import type { BenchReport } from './report';

export const title = `Fold: an issue's ${ENTRIES} history entries into the cycles of 3 measures`;

const ISSUES = 100;
const ROUNDS = 200;
const TARGET_US = 10;
const NOW: Instant = Date.UTC(2027, 0, 1);
const PEER_ISSUES = 5;

export async function run(): Promise<BenchReport> {
  const raws = rawIssues(ISSUES);
  const rules = compileRules([threeMeasures], []);
  const histories = raws.map(foldHistory);
  const fold = best(ISSUES, ROUNDS, () => {
    for (const history of histories) replay(rules, history, NOW);
  });
  const decodeAndFold = best(ISSUES, ROUNDS, () => {
    for (const raw of raws) replay(rules, foldHistory(raw), NOW);
  });
  const texts = raws.map((raw) => JSON.stringify(raw));
  const all = best(ISSUES, 40, () => {
    for (const text of texts) replay(rules, foldHistory(JSON.parse(text)), NOW);
  });
  const derive = best(ISSUES, 40, () => {
    for (const history of histories) {
      for (const result of replay(rules, history, NOW)) for (const cycle of result.cycles) explain(cycle);
    }
  });
  const cycles = histories.flatMap((h) => replay(rules, h, NOW).flatMap((r) => r.cycles));
  const rows = [
    ['Accord: fold', us(fold), '×1'],
    ['Accord: decode Jira objects and fold', us(decodeAndFold), times(decodeAndFold, fold)],
    ['Accord: parse JSON, decode and fold', us(all), times(all, fold)],
    ['Accord: fold and explain every minute', us(derive), times(derive, fold)],
  ];
  const sample = histories.slice(0, PEER_ISSUES);
  let wrong = 0;
  for (const peer of peers().filter((p) => p.name.includes('day loop'))) {
    const pieces = sample.map((history) =>
      replay(rules, history, NOW).flatMap((r) =>
        r.cycles.flatMap((cycle) =>
          explain(cycle).filter((s) => s.name !== 'Around the clock' && s.kind !== 'paused'),
        ),
      ),
    );
    const took = best(PEER_ISSUES, 3, () => {
      for (const list of pieces) {
        for (const { start, end, kind } of list) {
          const counted = peer.elapsed(start, end);
          if (counted !== (kind === 'running' ? end - start : 0)) wrong++;
        }
      }
    });
    rows.push([`the same stretches by a ${peer.name}`, us(took), times(took, fold)]);
  }
  const sums = cycles.every((c) => totalOf(explain(c), ['running']) === c.net.elapsedMs);
  return {
    columns: ['', 'µs an issue', 'of our fold'],
    rows,
    notes: [
      `Seed ${SEED}; ${ISSUES} issues, ${(cycles.length / ISSUES).toFixed(1)} cycles an issue; best of the rounds. Every sum equals its derivation: ${sums ? 'yes' : 'NO'}.`,
      `Stretches the peers counted otherwise: ${wrong}.`,
    ],
    missed: [
      ...(fold > TARGET_US
        ? [`fold of ${ENTRIES} entries and 3 measures in ${TARGET_US} µs (${fold.toFixed(1)})`]
        : []),
      ...(sums ? [] : ['sums equal derivations']),
    ],
  };
}

/** Best time of some rounds, µs an issue, after a warm-up. */
function best(issues: number, rounds: number, work: () => void): number {
  for (let i = 0; i < Math.min(rounds, 20); i++) work();
  let least = Infinity;
  for (let i = 0; i < rounds; i++) {
    const began = performance.now();
    work();
    least = Math.min(least, performance.now() - began);
  }
  return (least * 1000) / issues;
}

const us = (value: number) => value.toFixed(value < 100 ? 1 : 0);
const times = (value: number, base: number) => `×${(value / base).toFixed(value / base < 10 ? 1 : 0)}`;
