import type { Agreement, Goal, Measure } from '../../src/engine/agreement';
import type { CalendarSpec } from '../../src/engine/calendar-spec';
import type { Cycle } from '../../src/engine/cycle';
import { evaluate } from '../../src/engine/evaluate';
import type { FieldItem, FieldValue } from '../../src/engine/field-value';
import type { Actor, HistoryEntry, IssueHistory } from '../../src/engine/issue-history';
import { ALWAYS } from '../../src/engine/predicate';

export const AGENT: Actor = { accountId: 'agent', name: 'Agent', side: 'provider' };
export const CUSTOMER: Actor = { accountId: 'customer', name: 'Customer', side: 'customer' };

export function fieldItem(text: string): FieldItem {
  return { id: text, text };
}

/** A measure with nothing set but what the case says. */
export function measureOf(id: string, parts: Partial<Measure>): Measure {
  return {
    id,
    name: id,
    start: [{ on: 'created' }],
    stop: [],
    pauseWhile: [],
    reset: [],
    cancelWhile: null,
    reopen: 'new-cycle',
    startFrom: 'moment',
    goals: [],
    calendar: 'vector',
    atRiskShare: 0,
    ...parts,
  };
}

export function goalOf(id: string, durationMs: number, when: Goal['when'] = ALWAYS): Goal {
  return { id, name: id, when, durationMs, calendar: 'vector' };
}

/** Notes what happens to an issue and hands it out as the engine's history. */
export class HistoryWriter {
  private readonly entries: HistoryEntry[] = [];
  private readonly current = new Map<string, FieldValue>();

  constructor(
    private readonly created: number,
    private readonly initial: Readonly<Record<string, FieldValue>>,
  ) {
    this.entries.push({ kind: 'created', at: created, ref: 'created', actor: CUSTOMER });
    for (const [field, value] of Object.entries(initial)) this.current.set(field, value);
  }

  change(at: number, field: string, to: FieldValue): void {
    const from = this.current.get(field) ?? [];
    this.current.set(field, to);
    this.entries.push({ kind: 'changed', at, ref: this.ref('changelog'), actor: AGENT, field, from, to });
  }

  comment(at: number, actor: Actor): void {
    const byReporter = actor === CUSTOMER;
    this.entries.push({
      kind: 'commented',
      at,
      ref: this.ref('comment'),
      actor,
      visibility: 'public',
      byReporter,
    });
  }

  history(): IssueHistory {
    const { created, initial, entries } = this;
    return { issueId: '1', issueKey: 'VEC-1', created, initial, entries, gaps: [] };
  }

  private ref(kind: string): string {
    return `${kind}:${10_000 + this.entries.length}`;
  }
}

/** The last cycle of each measure, by measure id, at `now`. */
export function lastCycles(
  history: IssueHistory,
  calendar: CalendarSpec,
  measures: readonly Measure[],
  now: number,
): Map<string, Cycle | undefined> {
  const agreement: Agreement = {
    id: 'vectors',
    version: 1,
    name: 'Vectors',
    kind: 'sla',
    effectiveFrom: history.created - 1,
    scope: ALWAYS,
    calendars: [calendar],
    measures,
  };
  const results = evaluate(history, [agreement], [], now);
  return new Map(results.map(({ measureId, cycles }) => [measureId, cycles.at(-1)]));
}
