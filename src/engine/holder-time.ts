import type { Cycle } from './cycle';
import { NOT_PAUSED, STOPPED, type Piece } from './cycle-track';
import type { FieldId, FieldValue } from './field-value';
import type { Instant, Interval, Millis } from './instant';
import type { IssueHistory } from './issue-history';
import { replayedCycle } from './explain';

/** Who waits on whom: `c` the provider on its customer, `v` on a third party; null = on nobody, it has it itself. */
export interface WaitingWords {
  onStatus(name: string): 'c' | 'v' | null;
  /** A pause always waits on somebody. */
  onPause(name: string): 'c' | 'v';
}

/** From `start` on: who is meant to work on the issue, and the name of its status. */
export interface Holding extends Interval {
  /** `a:ACCOUNT`, `t:TEAM` by its name, `u:` = nobody. */
  readonly holder: string;
  readonly status: string;
}

/**
 * Who had an issue, from its creation until `until`: its assignee, else its team (`teamField` null = the site
 * has no such field), else nobody. Contiguous, in order.
 */
export function holdingsOf(
  { initial, entries, created }: IssueHistory,
  teamField: FieldId | null,
  until: Instant,
): readonly Holding[] {
  const holdings: Holding[] = [];
  let assignee = idOf(initial['assignee']);
  let team = teamField === null ? null : nameOf(initial[teamField]);
  let status = initial['status']?.[0]?.text ?? '';
  let start = created;
  const close = (end: Instant) => {
    if (start < end) holdings.push({ start, end, holder: holderOf(assignee, team), status });
    start = Math.max(start, end);
  };
  for (const entry of entries) {
    if (entry.at >= until) break;
    if (entry.kind !== 'changed') continue;
    if (entry.field === 'assignee') {
      close(entry.at);
      assignee = idOf(entry.to);
    } else if (entry.field === teamField) {
      close(entry.at);
      team = nameOf(entry.to);
    } else if (entry.field === 'status') {
      close(entry.at);
      status = entry.to[0]?.text ?? '';
    }
  }
  close(until);
  return holdings;
}

/**
 * Who had the ticket while the hours of its calendar went, up to `until`, in ms by holder: the customer (`c:`)
 * or a third party (`v:`) while a pause or a waiting status holds, else whom `holdings` name. Paused time is in
 * it and excluded time too, so the sum is all working time of the cycle; only what lies between a stop and the
 * reopening of a cycle that goes on is nobody's.
 *
 * holderTimes(cycle, holdings, words, stop) //=> Map { 'a:ana' => 3_600_000, 'c:' => 7_200_000 }
 */
export function holderTimes(
  cycle: Cycle,
  holdings: readonly Holding[],
  words: WaitingWords,
  until: Instant,
): ReadonlyMap<string, Millis> {
  const times = new Map<string, Millis>();
  for (const piece of replayedCycle(cycle).pieces) {
    if (piece.span.pause === STOPPED) continue;
    const { calendar } = piece.span.goal;
    for (const holding of holdings) {
      const from = Math.max(piece.start, holding.start);
      const to = Math.min(piece.end, holding.end, until);
      if (from >= to) continue;
      const worked = calendar.elapsed(from, to);
      const key = keyOf(piece, holding, words);
      if (worked > 0) times.set(key, (times.get(key) ?? 0) + worked);
    }
  }
  return times;
}

function keyOf({ span }: Piece, { holder, status }: Holding, words: WaitingWords): string {
  const pause = span.pause === NOT_PAUSED ? null : span.plan.pauses[span.pause]?.condition.name;
  const waitsOn = pause ? words.onPause(pause) : words.onStatus(status);
  return waitsOn === null ? holder : `${waitsOn}:`;
}

function holderOf(assignee: string | null, team: string | null): string {
  if (assignee !== null) return `a:${assignee}`;
  return team === null ? 'u:' : `t:${team}`;
}

/** Jira logs a team by its name alone, so that its id would tell only those that were never changed. */
function nameOf(value: FieldValue | undefined): string | null {
  return value?.[0]?.text ?? value?.[0]?.id ?? null;
}

function idOf(value: FieldValue | undefined): string | null {
  return value?.[0]?.id ?? null;
}
