import type { Consequences } from './consequences';
import { freeTimes } from './charged-late-time';
import { creditOf } from './credit';
import { GrowingLateness } from './growing-lateness';
import type { Instant, Interval, Millis } from './instant';
import type { KeptCycles, KeptInPeriod } from './kept-cycles';
import type { LateClock } from './late-growth';

/** A cycle on the clock that is late, or will be. */
export interface RunningCycle extends LateClock {
  /** What it is called outside of here. */
  readonly ref: string;
  readonly measureId: string;
  /** When its goal is used up; before `now` where it is late already. */
  readonly breachTime: Instant;
  /** How late it is by now, in working time; 0 = not yet. */
  readonly lateMs: Millis;
}

export interface ExposureStep {
  readonly at: Instant;
  readonly owedMinor: number;
  /** Cycles that breached since the step before. */
  readonly broken: readonly string[];
}

export interface Exposure {
  readonly nowMinor: number;
  /** Only instants at which more is owed than before, in order. */
  readonly steps: readonly ExposureStep[];
}

/**
 * What will be owed for a period if nothing moves: nobody stops or pauses a clock. Each breach to come is one
 * more cycle counted and none more met; where penalties are agreed, what is late grows later in the hours of its
 * calendar that are not known to be excluded, looked at with each breach and at `looks`. `kept` is what is decided
 * in the period so far, late cycles that go on included; their late time is not in `kept` but in `running`. `until`
 * is the end of the period: what happens then or later is no longer in it. Measures without credits bring nothing
 * about. null = no fee is agreed here, so there is no sum.
 */
export function exposureOf(
  kept: KeptInPeriod,
  running: readonly RunningCycle[],
  consequences: Consequences,
  looks: readonly Instant[],
  { start: now, end: until }: Interval,
): Exposure | null {
  if (consequences.fee === null) return null;
  const free = freeTimes(consequences);
  const priced = new Set(consequences.credits.map(({ measureId }) => measureId));
  const coming = running
    .filter(({ measureId }) => priced.has(measureId))
    .filter(({ lateMs, breachTime }) => lateMs === 0 && breachTime < until)
    .map((cycle) => ({ ...cycle, breachTime: Math.max(cycle.breachTime, now) }))
    .sort((a, b) => a.breachTime - b.breachTime);
  const late = running.filter(({ lateMs }) => lateMs > 0).map((cycle) => ({ ...cycle, breachTime: now }));
  const growing = [...late, ...coming].filter(({ measureId }) => free.has(measureId));
  const lateness = [...free].map(([measureId, freeMs]) => {
    const own = growing.filter((cycle) => cycle.measureId === measureId);
    return { measureId, clocks: new GrowingLateness(own, freeMs, now) };
  });
  const counts = new Map(kept);
  const owedAt = (at: Instant): number => {
    const atThen = new Map(counts);
    for (const { measureId, clocks } of lateness) {
      const { chargedMs = 0, ...own } = counts.get(measureId) ?? NONE;
      atThen.set(measureId, { ...own, chargedMs: chargedMs + clocks.chargedAt(at) });
    }
    return creditOf(atThen, consequences).amountMinor ?? 0;
  };

  const nowMinor = owedAt(now);
  const steps: ExposureStep[] = [];
  let [owedBefore, named, broken] = [nowMinor, 0, 0];
  const instants = [...coming.map(({ breachTime }) => breachTime), ...(growing.length === 0 ? [] : looks)];
  for (const at of [...new Set(instants)].sort((a, b) => a - b)) {
    if (at < now || at > until) continue;
    for (let next = coming[broken]; next && next.breachTime <= at; next = coming[++broken])
      addBroken(counts, next);
    const owedMinor = owedAt(at);
    if (owedMinor <= owedBefore) continue;
    steps.push({ at, owedMinor, broken: coming.slice(named, broken).map(({ ref }) => ref) });
    [owedBefore, named] = [owedMinor, broken];
  }
  return { nowMinor, steps };
}

const NONE: KeptCycles = { met: 0, counted: 0 };

function addBroken(counts: Map<string, KeptCycles>, { measureId }: RunningCycle): void {
  const own = counts.get(measureId) ?? NONE;
  counts.set(measureId, { ...own, counted: own.counted + 1 });
}

/** What is owed at an instant. */
export function owedBy({ nowMinor, steps }: Exposure, at: Instant): number {
  return steps.findLast((step) => step.at <= at)?.owedMinor ?? nowMinor;
}
