import { reportSigns } from './report-signs';
import { emptyTally, type ReportTally } from './report-tally';

const HOUR = 3_600_000;
const measure = (measureId: string, target: number | null, met: number, breached: number) => ({
  ...{ measureId, name: measureId, target, leftOut: 0, trend: [], p50: null, p90: null, p95: null },
  net: { met, breached, share: met + breached === 0 ? null : met / (met + breached) },
  gross: { met, breached, share: null },
});
const felt = (reopened: number, given: Partial<ReportTally> = {}): ReportTally => ({
  ...emptyTally(),
  felt: { resolved: 40, reopened },
  ...given,
});
const waited = (workingMs: number, waitedMs: number) => ({ workingMs, waitedMs });

describe('what customers felt', () => {
  const reopened = felt(8);
  const kept = measure('resolution', 0.95, 19, 1);

  it('is told while a target is met, whatever becomes of others', () => {
    const missed = measure('response', 0.95, 18, 1);
    expect(reportSigns([kept, missed], reopened)).toHaveLength(1);
    expect(reportSigns([kept], reopened)).toMatchObject([{ kind: 'reopened', value: 0.2, limit: 0.1 }]);
  });

  it.each([
    ['every target is missed', [measure('response', 0.95, 18, 1)]],
    ['nothing that was promised is counted', [measure('resolution', 0.95, 0, 0)]],
    ['nothing is promised', [measure('resolution', null, 20, 0)]],
  ])('is no warning where %s', (_, measures) => {
    expect(reportSigns(measures, reopened)).toEqual([]);
  });

  it('is the waiting of the measures that are on target', () => {
    const waiting = { resolution: waited(10 * HOUR, 6 * HOUR), wait: waited(90 * HOUR, 0) };
    const signs = reportSigns([kept, measure('wait', null, 20, 0)], felt(0, { waiting }));
    expect(signs).toMatchObject([{ kind: 'customer-wait', value: 0.6 }]);
  });
});
