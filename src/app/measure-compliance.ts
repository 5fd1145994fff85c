import type { ComplianceQuery, Counts, MeasureCompliance, TrendPoint } from '../contract/compliance';
import {
  dayOf,
  formatLocalDay,
  parseCivilDate,
  parseLocalDay,
  weekdayOf,
  type LocalDay,
} from '../engine/local-date';
import type { DayFigures } from '../storage/report-figures';
import { countsOf } from './counts-of';
import type { AgreementTerms, MeasureTerms } from './terms-in-force';

type Grain = 'week' | 'month';
type Verdicts = Pick<DayFigures, 'met' | 'breached' | 'grossMet' | 'grossBreached'>;

/** First and last day, both included, as days since 1970-01-01. */
export interface Days {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
}

export function daysOf({ from, to }: Pick<ComplianceQuery, 'from' | 'to'>): Days {
  return { fromDay: parseLocalDay(from), toDay: parseLocalDay(to) };
}

/** As many days, just before. */
export function daysBefore({ fromDay, toDay }: Days): Days {
  return { fromDay: fromDay - (toDay - fromDay + 1), toDay: fromDay - 1 };
}

/** One measure of an agreement over some days, from its counts of these days and of as many before. */
export function measureCompliance(
  { agreementId, compiled }: AgreementTerms,
  { measureId, name, target, hasGoal }: MeasureTerms,
  figures: readonly DayFigures[],
  days: Days,
  grain: Grain,
): MeasureCompliance {
  const own = figures.filter((one) => one.agreementId === agreementId && one.measureId === measureId);
  const within = own.filter(({ day }) => day >= days.fromDay && day <= days.toDay);
  const before = own.filter(({ day }) => day < days.fromDay);
  return {
    agreementId,
    agreementName: compiled.agreement.name,
    provider: compiled.parties.provider.name,
    measureId,
    name,
    target,
    hasGoal,
    net: netOf(within),
    gross: grossOf(within),
    leftOut: leftOutOf(within),
    before: netOf(before),
    trend: trendOf(within, days, grain),
  };
}

/** Every week or month that the days touch, those without a verdict too. */
function trendOf(
  figures: readonly DayFigures[],
  { fromDay, toDay }: Days,
  grain: Grain,
): readonly TrendPoint[] {
  const points: TrendPoint[] = [];
  for (let start = startOf(fromDay, grain); start <= toDay;) {
    const next = nextStart(start, grain);
    const [first, end] = [start, next];
    const own = figures.filter(({ day }) => day >= first && day < end);
    points.push({
      day: formatLocalDay(start),
      partial: start < fromDay || next > toDay + 1,
      net: netOf(own),
      gross: grossOf(own),
      leftOut: leftOutOf(own),
    });
    start = next;
  }
  return points;
}

function startOf(day: LocalDay, grain: Grain): LocalDay {
  if (grain === 'week') return day - weekdayOf(day);
  const { year, month } = parseCivilDate(formatLocalDay(day));
  return dayOf(year, month, 1);
}

function nextStart(start: LocalDay, grain: Grain): LocalDay {
  return grain === 'week' ? start + 7 : startOf(start + 31, 'month');
}

function leftOutOf(figures: readonly DayFigures[]): number {
  return figures.reduce((sum, { leftOut }) => sum + leftOut, 0);
}

function netOf(figures: readonly Verdicts[]): Counts {
  return countsOf(
    figures.reduce((sum, { met }) => sum + met, 0),
    figures.reduce((sum, { breached }) => sum + breached, 0),
  );
}

function grossOf(figures: readonly Verdicts[]): Counts {
  return countsOf(
    figures.reduce((sum, { grossMet }) => sum + grossMet, 0),
    figures.reduce((sum, { grossBreached }) => sum + grossBreached, 0),
  );
}
