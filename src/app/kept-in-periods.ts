import { freeTimes } from '../engine/charged-late-time';
import type { Consequences } from '../engine/consequences';
import type { Interval, Millis } from '../engine/instant';
import type { KeptCycles, KeptInPeriod } from '../engine/kept-cycles';
import { DAY, type LocalDay } from '../engine/local-date';
import { timeZone } from '../engine/time-zone';
import { chargedTimeByDay } from '../storage/credit-figures';
import type { FigureScope } from '../storage/figure-scope';
import { dayFigures } from '../storage/report-figures';
import type { PricedPeriod } from './credit-contract';
import type { LateCycle } from './running-cycles';

/** Whose figures, and as whom: security levels the viewer may see. */
export type CreditScope = Required<Pick<FigureScope, 'projectId' | 'agreementId' | 'levels'>>;

/**
 * What became of the cycles of each period, net, by the figures of its days; how late breached ones were is summed
 * where a penalty is agreed, of those that go on up to now. Periods must be whole days of the zone.
 */
export async function keptInPeriods(
  scope: CreditScope,
  periods: readonly PricedPeriod[],
  zone: string,
  late: readonly LateCycle[],
): Promise<readonly KeptInPeriod[]> {
  const days = periods.map((period) => localDays(period, zone));
  const span = {
    ...scope,
    filter: {},
    fromDay: Math.min(...days.map(({ first }) => first)),
    toDay: Math.max(...days.map(({ last }) => last)),
  };
  const { rows } = await dayFigures(span);
  const chargedOn = await chargedTimes(span, periods);
  return periods.map(({ start, end, consequences }, index): KeptInPeriod => {
    const { first, last } = days[index] ?? { first: 0, last: -1 };
    const kept = new Map<string, KeptCycles>();
    for (const { measureId, day, met, breached } of rows) {
      if (day < first || day > last) continue;
      const sum = kept.get(measureId) ?? { met: 0, counted: 0 };
      kept.set(measureId, { met: sum.met + met, counted: sum.counted + met + breached });
    }
    for (const [measureId, freeMs] of consequences ? freeTimes(consequences) : []) {
      const own = kept.get(measureId);
      if (own === undefined) continue;
      const stopped = chargedOn(measureId, freeMs)
        .filter(({ day }) => day >= first && day <= last)
        .reduce((sum, one) => sum + one.chargedMs, 0);
      const running = late
        .filter((one) => one.measureId === measureId && one.breachTime >= start && one.breachTime < end)
        .reduce((sum, { lateMs }) => sum + Math.max(0, lateMs - freeMs), 0);
      kept.set(measureId, { ...own, chargedMs: stopped + running });
    }
    return kept;
  });
}

type ChargedOnDays = readonly { readonly day: LocalDay; readonly chargedMs: Millis }[];

/** How late those that have stopped were, by day: one look-up for each free time. */
async function chargedTimes(
  span: FigureScope,
  periods: readonly { readonly consequences: Consequences | null }[],
): Promise<(measureId: string, freeMs: Millis) => ChargedOnDays> {
  const keyOf = (measureId: string, freeMs: Millis) => `${freeMs} ${measureId}`;
  const found = new Map<string, ChargedOnDays>();
  for (const { consequences } of periods) {
    for (const [measureId, freeMs] of consequences ? freeTimes(consequences) : []) {
      const key = keyOf(measureId, freeMs);
      if (!found.has(key)) found.set(key, await chargedTimeByDay({ ...span, measureId }, freeMs));
    }
  }
  return (measureId, freeMs) => found.get(keyOf(measureId, freeMs)) ?? [];
}

/** The first and the last local day of a period. */
function localDays(
  { start, end }: Interval,
  zone: string,
): { readonly first: LocalDay; readonly last: LocalDay } {
  const localTime = timeZone(zone);
  const dayOf = (at: number) => Math.floor((at + localTime.offsetAt(at)) / DAY);
  return { first: dayOf(start), last: dayOf(end - 1) };
}
