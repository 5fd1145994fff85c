import { freeTimes } from '../engine/charged-late-time';
import type { RunningClocks } from '../storage/running-timer';
import type { PricedPeriod } from './credit-contract';
import { sameJson } from './same-json';

/** Clocks whose late time is paid for: in each period those of its measures with a penalty. */
export function penaltyClocks(periods: readonly PricedPeriod[]): readonly RunningClocks[] {
  const asked: RunningClocks[] = [];
  for (const { start, end, consequences } of [...periods].sort((a, b) => a.start - b.start)) {
    const measureIds = consequences ? [...freeTimes(consequences).keys()] : [];
    if (measureIds.length === 0) continue;
    const last = asked.at(-1);
    if (last?.end === start && sameJson(last.measureIds, measureIds)) asked.splice(-1, 1, { ...last, end });
    else asked.push({ start, end, measureIds, lateToo: true });
  }
  return asked;
}

/** Clocks that cost something by becoming late in a period, and nothing more by being it. */
export function clocksToCome({ start, end, consequences }: PricedPeriod): readonly RunningClocks[] {
  const free = consequences && freeTimes(consequences);
  const measureIds = (consequences?.credits ?? [])
    .map(({ measureId }) => measureId)
    .filter((measureId) => !free?.has(measureId));
  return measureIds.length === 0 ? [] : [{ start, end, measureIds, lateToo: false }];
}
