import type { ProviderFigures } from '../contract/money';
import type { Consequences } from '../engine/consequences';
import { creditOf } from '../engine/credit';
import type { Instant, Interval, Millis } from '../engine/instant';
import type { KeptCycles } from '../engine/kept-cycles';
import { DAY, type LocalDay } from '../engine/local-date';
import { reportingPeriodOf, type ReportingInterval } from '../engine/reporting-period';
import { timeZone } from '../engine/time-zone';
import { agreementsOfProject } from '../storage/agreement-version';
import { chargedTimeByDay } from '../storage/credit-figures';
import type { FigureScope } from '../storage/figure-scope';
import { dayFigures, type DayFigures } from '../storage/report-figures';
import type { ComparedSide, ComparedSpan } from './compared-sides';
import { creditTermsOf } from './what-if-rules';

export type ProviderMoney = Pick<ProviderFigures, 'creditsMinor' | 'feeMinor' | 'currency' | 'decimals'>;

const NO_MONEY: ProviderMoney = { creditsMinor: null, feeMinor: null, currency: null, decimals: 0 };

/**
 * Fee and credits of a span, of the time that is over and in which the agreement was in force: a reporting
 * period that lies in it in part, or is still going on, counts in proportion. What may be earned back later is
 * not taken off.
 */
export async function providerMoney(
  { project, terms, levels }: ComparedSide,
  span: ComparedSpan,
  now: Instant,
): Promise<ProviderMoney> {
  const credits = creditTermsOf(terms.document);
  const fee = credits?.consequences.fee;
  if (!credits || !fee) return NO_MONEY;
  const { consequences, every, timeZone: zone } = credits;
  const inForce = await timeInForce(project.projectId, terms.agreementId);
  const paid = {
    start: Math.max(span.start, inForce.start),
    end: Math.min(span.end, inForce.end, now),
  };
  const periods = periodsIn(paid, every, zone);
  const localDay = (at: Instant) => Math.floor((at + timeZone(zone).offsetAt(at)) / DAY);
  const scope = {
    projectId: project.projectId,
    agreementId: terms.agreementId,
    fromDay: localDay(periods[0]?.start ?? span.start),
    toDay: localDay((periods.at(-1)?.end ?? span.end) - 1),
    levels,
    filter: {},
  };
  const { rows } = await dayFigures(scope);
  const charged = await chargedByMeasure(scope, consequences);
  let [feeMinor, creditsMinor] = [0, 0];
  for (const period of periods) {
    const [from, to] = [localDay(period.start), localDay(period.end)];
    const isIn = ({ day }: { readonly day: LocalDay }) => day >= from && day < to;
    const kept = keptOf(rows.filter(isIn), charged.filter(isIn));
    const over = Math.min(period.end, paid.end) - Math.max(period.start, paid.start);
    const part = Math.max(0, over) / (period.end - period.start);
    feeMinor += fee.amountMinor * part;
    creditsMinor += (owed(kept, consequences) ?? 0) * part;
  }
  return {
    creditsMinor: Math.round(creditsMinor),
    feeMinor: Math.round(feeMinor),
    currency: fee.currency,
    decimals: fee.decimals,
  };
}

/** From the first version on; an agreement ends by a version without measures. */
async function timeInForce(projectId: string, agreementId: string): Promise<Interval> {
  const versions = (await agreementsOfProject(projectId))
    .map(({ agreement }) => agreement)
    .filter(({ id }) => id === agreementId);
  const last = versions.at(-1);
  return {
    start: Math.min(...versions.map(({ effectiveFrom }) => effectiveFrom)),
    end: last?.measures.length === 0 ? last.effectiveFrom : Infinity,
  };
}

function periodsIn({ start, end }: Interval, every: ReportingInterval, zone: string): readonly Interval[] {
  const periods: Interval[] = [];
  for (let at = start; at < end;) {
    const period = reportingPeriodOf(at, every, zone);
    periods.push(period);
    at = period.end;
  }
  return periods;
}

type Kept = ReadonlyMap<string, Required<KeptCycles>>;

interface Charged {
  readonly measureId: string;
  readonly day: LocalDay;
  readonly chargedMs: Millis;
}

/** Late time that penalties are due for, less what is free of each breach. */
async function chargedByMeasure(scope: FigureScope, { credits }: Consequences): Promise<readonly Charged[]> {
  const penalties = credits.flatMap((rule) => ('perBreach' in rule ? rule : []));
  const charged = await Promise.all(
    penalties.map(async ({ measureId, perBreach }) =>
      (await chargedTimeByDay({ ...scope, measureId }, perBreach.freeMs)).map((one) => ({
        measureId,
        ...one,
      })),
    ),
  );
  return charged.flat();
}

function keptOf(rows: readonly DayFigures[], charged: readonly Charged[]): Kept {
  const kept = new Map<string, Required<KeptCycles>>();
  const of = (measureId: string) => kept.get(measureId) ?? { met: 0, counted: 0, chargedMs: 0 };
  for (const { measureId, met, breached } of rows) {
    const before = of(measureId);
    kept.set(measureId, {
      ...before,
      met: before.met + met,
      counted: before.counted + met + breached,
    });
  }
  for (const { measureId, chargedMs } of charged) {
    const before = of(measureId);
    kept.set(measureId, { ...before, chargedMs: before.chargedMs + chargedMs });
  }
  return kept;
}

function owed(kept: Kept, consequences: Consequences): number | null {
  return creditOf(kept, consequences).amountMinor;
}
