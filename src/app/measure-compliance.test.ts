import { parseLocalDay } from '../engine/local-date';
import type { DayFigures } from '../storage/report-figures';
import { daysBefore, daysOf, measureCompliance } from './measure-compliance';
import type { AgreementTerms } from './terms-in-force';

const MEASURE = { measureId: 'resolution', name: 'Resolution', target: 0.9, hasGoal: true };
const TERMS = {
  agreementId: 'acme',
  compiled: { agreement: { name: 'Acme' }, parties: { provider: { name: 'Northwind' } } },
  measures: [MEASURE],
} as unknown as AgreementTerms;

const on = (day: string, met: number, breached: number, more: Partial<DayFigures> = {}): DayFigures => ({
  agreementId: 'acme',
  measureId: 'resolution',
  facetValue: '',
  day: parseLocalDay(day),
  met,
  breached,
  grossMet: met,
  grossBreached: breached,
  leftOut: 0,
  stopped: met + breached,
  ...more,
});

const of = (from: string, to: string, figures: readonly DayFigures[], grain: 'week' | 'month' = 'week') =>
  measureCompliance(TERMS, MEASURE, figures, daysOf({ from, to }), grain);

describe('measureCompliance', () => {
  it('counts the days of the period, its first and last included, and as many before', () => {
    const { net, gross, before, leftOut, trend } = of('2026-11-10', '2026-11-12', [
      on('2026-11-06', 100, 100),
      on('2026-11-07', 1, 0),
      on('2026-11-09', 1, 1),
      on('2026-11-10', 2, 0, { leftOut: 3 }),
      on('2026-11-12', 1, 1, { grossMet: 0, grossBreached: 2 }),
      on('2026-11-12', 50, 50, { measureId: 'response' }),
    ]);
    expect(net).toEqual({ met: 3, breached: 1, share: 0.75 });
    expect(gross).toEqual({ met: 2, breached: 2, share: 0.5 });
    expect(leftOut).toBe(3);
    expect(trend.map((point) => point.leftOut)).toEqual([3]);
    expect(daysBefore(daysOf({ from: '2026-11-10', to: '2026-11-12' }))).toEqual({
      fromDay: parseLocalDay('2026-11-07'),
      toDay: parseLocalDay('2026-11-09'),
    });
    // The store is asked for the days before as well, and for no more.
    expect(before).toMatchObject({ met: 102, breached: 101 });
  });

  it('has no share when nothing is counted', () => {
    expect(of('2026-11-10', '2026-11-12', []).net).toEqual({ met: 0, breached: 0, share: null });
  });

  it('has a point for every week that the period touches, those without a verdict too', () => {
    // A Wednesday to a Tuesday, over the turn of the year.
    const { trend } = of('2026-12-23', '2027-01-05', [on('2026-12-23', 1, 0), on('2027-01-04', 0, 1)]);
    expect(trend.map(({ day, partial, net }) => [day, partial, net.met, net.breached])).toEqual([
      ['2026-12-21', true, 1, 0],
      ['2026-12-28', false, 0, 0],
      ['2027-01-04', true, 0, 1],
    ]);
  });

  it.each([
    ['2028-01-31', '2028-03-01', ['2028-01-01', '2028-02-01', '2028-03-01'], [true, false, true]],
    ['2026-11-01', '2026-11-30', ['2026-11-01'], [false]],
    ['2026-12-15', '2027-01-31', ['2026-12-01', '2027-01-01'], [true, false]],
  ])('has a point for every month from %s to %s', (from, to, months, partial) => {
    const { trend } = of(from, to, [], 'month');
    expect(trend.map(({ day }) => day)).toEqual(months);
    expect(trend.map((point) => point.partial)).toEqual(partial);
  });
});
