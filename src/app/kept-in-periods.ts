import { freeTimes } from '../engine/charged-late-time';
import type { Consequences } from '../engine/consequences';
import type { Interval } from '../engine/instant';
import type { KeptCycles, KeptInPeriod } from '../engine/kept-cycles';
import { DAY, type LocalDay } from '../engine/local-date';
import { timeZone } from '../engine/time-zone';
import { chargedTimeByDay } from '../storage/credit-figures';
import type { FigureScope } from '../storage/figure-scope';
import { dayFigures } from '../storage/report-figures';
import type { LateCycle } from './running-cycles';

/** Whose figures, and as whom: security levels the viewer may see. */
export type CreditScope = Required<Pick<FigureScope, 'projectId' | 'agreementId' | 'levels'>>;

/**
 * What became of the cycles of each period, net, by the figures of its days; how late breached ones were is summed
 * where a penalty is agreed, of those that go on up to now. Periods must be whole days of the zone.
 */
export async function keptInPeriods(
  scope: CreditScope,
  periods: readonly (Interval & { readonly consequences: Consequences | null })[],
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
  return Promise.all(
    periods.map(async ({ start, end, consequences }, index): Promise<KeptInPeriod> => {
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
        const stopped = await chargedTimeByDay({ ...span, measureId, fromDay: first, toDay: last }, freeMs);
        const running = late.filter((one) => one.measureId === measureId && one.breachTime >= start && one.breachTime < end); // prettier-ignore
        const chargedMs =
          stopped.reduce((sum, one) => sum + one.chargedMs, 0) +
          running.reduce((sum, { lateMs }) => sum + Math.max(0, lateMs - freeMs), 0);
        kept.set(measureId, { ...own, chargedMs });
      }
      return kept;
    }),
  );
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
