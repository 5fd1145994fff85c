import type { Agreement, Measure } from './agreement';
import { correlation } from './correlation';
import type { MeasureResult } from './cycle';
import { explain } from './explain';
import type { FieldId } from './field-value';
import { fieldsOf } from './fields-of';
import type { Instant, Interval, Millis } from './instant';
import { clipIntervals, intersectIntervals, mergeIntervals, totalLength } from './interval';
import type { IssueHistory } from './issue-history';

/** How well a measure suits the tickets it was replayed on. Shares are 0..1. */
export interface MeasuredTickets {
  readonly cycles: number;
  /** Share of the counted time in which others had the ticket; null = no time was counted. */
  readonly withOthers: number | null;
  /**
   * Share of the tickets in scope on which it started and the fields of its goals are set; null = none in scope.
   * A ticket on which nobody wrote what starts it has nothing to collect.
   */
  readonly collectable: number | null;
}

interface Tally {
  readonly measure: Measure;
  readonly fields: readonly FieldId[];
  cycles: number;
  counted: Millis;
  withOthers: Millis;
  inScope: number;
  collected: number;
  /** Counted time by ticket. */
  readonly elapsed: Map<string, Millis>;
}

/** Adds up what replays of one agreement on many tickets say of its measures. */
export class MeasureTally {
  private readonly tallies: ReadonlyMap<string, Tally>;

  constructor(agreement: Agreement) {
    this.tallies = new Map(
      agreement.measures.map((measure): [string, Tally] => [
        measure.id,
        {
          measure,
          fields: [...new Set(measure.goals.flatMap(({ when }) => [...fieldsOf(when)]))],
          cycles: 0,
          counted: 0,
          withOthers: 0,
          inScope: 0,
          collected: 0,
          elapsed: new Map(),
        },
      ]),
    );
  }

  /** One ticket with its replay; `others` = when it was with others (merged). */
  add(
    history: IssueHistory,
    results: readonly MeasureResult[],
    others: readonly Interval[],
    now: Instant,
  ): void {
    const set = fieldsSet(history);
    for (const { measureId, cycles, notStarted } of results) {
      const tally = this.tallies.get(measureId);
      // Cancelled: the measure is not for this ticket.
      if (!tally || notStarted?.reason === 'out-of-scope' || notStarted?.reason === 'cancelled') continue;
      if (cycles.length === 0 && startsByChoice(tally.measure)) continue;
      tally.inScope++;
      if (cycles.length > 0 && tally.fields.every((field) => set.has(field))) tally.collected++;
      let elapsed = 0;
      for (const cycle of cycles) {
        const running = mergeIntervals(explain(cycle).filter(({ kind }) => kind === 'running'));
        const span = { start: cycle.startTime, end: cycle.stopTime ?? now };
        tally.cycles++;
        tally.counted += totalLength(running);
        tally.withOthers += totalLength(intersectIntervals(running, clipIntervals(others, span)));
        elapsed += cycle.net.elapsedMs;
      }
      if (cycles.length > 0) tally.elapsed.set(history.issueId, elapsed);
    }
  }

  of(measureId: string): MeasuredTickets {
    const tally = this.tallies.get(measureId);
    if (!tally) throw new Error(`No measure ${measureId}`);
    const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
    return {
      cycles: tally.cycles,
      withOthers: share(tally.withOthers, tally.counted),
      collectable: share(tally.collected, tally.inScope),
    };
  }

  /** How two measures go together over the tickets on which both counted; `coefficient` null = cannot be told. */
  together(a: string, b: string): { readonly tickets: number; readonly coefficient: number | null } {
    const [first, second] = [this.tallies.get(a)?.elapsed, this.tallies.get(b)?.elapsed];
    const pairs = [...(first ?? [])].flatMap(([issueId, elapsed]) => {
      const other = second?.get(issueId);
      return other === undefined ? [] : [[elapsed, other] as const];
    });
    return { tickets: pairs.length, coefficient: correlation(pairs) };
  }
}

/** Whether people may leave its start out, as a customer who never asks again: then no fact is missing. */
function startsByChoice({ start }: Measure): boolean {
  return start.every(
    (moment) => moment.on === 'commented' || (moment.on === 'field' && moment.change === 'cleared'),
  );
}

/** Fields that have a value after the last entry. */
function fieldsSet({ initial, entries }: IssueHistory): ReadonlySet<FieldId> {
  const set = new Set(Object.keys(initial).filter((field) => (initial[field]?.length ?? 0) > 0));
  for (const entry of entries) {
    if (entry.kind !== 'changed') continue;
    if (entry.to.length > 0) set.add(entry.field);
    else set.delete(entry.field);
  }
  return set;
}
