import type { ComplianceView } from '../contract/compliance';
import {
  AGREEMENT,
  appOnSampleSite,
  HOUR,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from './testing/app-on-sample-site';

const FIRST = 'time-to-first-response';
const RESOLUTION = 'time-to-resolution';

/** Version 2: no longer promises a first response, from 25 November on. */
const WITHOUT_FIRST = AGREEMENT.replace('version: 1', 'version: 2')
  .replace('2026-01-01', '2026-11-25')
  .replace(/ {2}- preset: time-to-first-response[^]*?(?= {2}- preset: time-to-resolution)/, '');

jest.setTimeout(60_000);

/** A measure that a later version of its agreement dropped. */
describe('A former measure', () => {
  let app: AppUnderTest;
  beforeAll(async () => {
    app = await appOnSampleSite();
    await app.asApp((await import('./migrate')).migrate);
    expect(WITHOUT_FIRST).not.toContain(FIRST);
    expect(await app.publish(AGREEMENT)).toMatchObject({ ok: true });
    // Monday: one answered in time, one late; both resolved in time.
    await ticket(10 * MINUTE);
    await ticket(2 * HOUR);
    expect(await app.publish(WITHOUT_FIRST)).toMatchObject({ ok: true });
  });
  afterAll(() => app.dispose());

  async function ticket(answeredAfter: number): Promise<void> {
    const issueId = app.issue();
    await app.clock.advanceBy(answeredAfter);
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    app.jira.transition(issueId, { by: 'agent', to: 'Resolve' });
    await app.asApp(async () => {
      const { refreshTimers } = await import('./refresh-timers');
      await refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now());
    });
  }
  const view = async (from: string, to: string): Promise<ComplianceView> => {
    const { readCompliance } = await import('./read-compliance');
    const question = { query: { from, to }, grain: 'week' } as const;
    const answer = await app.asUser('agent', () => readCompliance(PROJECT, question, app.now()));
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  };
  const measured = ({ measures }: ComplianceView) =>
    measures.map(({ measureId, target, net, before }) => [
      measureId,
      target,
      net.met,
      net.breached,
      before.met,
    ]);

  it('is one like the others until the version that drops it is in force', async () => {
    await app.clock.advanceTo(Date.parse('2026-11-24T23:00Z'));
    expect(measured(await view('2026-11-23', '2026-11-29'))).toEqual([
      [FIRST, 0.95, 1, 1, 0],
      [RESOLUTION, 0.9, 2, 0, 0],
    ]);
  });

  it('comes last then, without a target, with the figures it had', async () => {
    await app.clock.advanceTo(Date.parse('2026-11-25T09:00Z'));
    await ticket(3 * HOUR);
    const week = await view('2026-11-23', '2026-11-29');
    expect(measured(week)).toEqual([
      [RESOLUTION, 0.9, 3, 0, 0],
      [FIRST, null, 1, 1, 0],
    ]);
    expect(week.measures[1]).toMatchObject({
      name: 'Time to first response',
      agreementName: 'IT support for Acme',
    });
  });

  it('is told of as long as this span or the one before it has something to tell', async () => {
    expect(measured(await view('2026-11-30', '2026-12-06'))).toEqual([
      [RESOLUTION, 0.9, 0, 0, 3],
      [FIRST, null, 0, 0, 1],
    ]);
    expect(measured(await view('2026-12-07', '2026-12-13'))).toEqual([[RESOLUTION, 0.9, 0, 0, 0]]);
  });

  it('can be asked about by itself, opens its tickets by name, and is offered last by the filter', async () => {
    const query = { from: '2026-11-23', to: '2026-11-29', agreementId: 'acme', measureId: FIRST };
    await app.asUser('agent', async () => {
      const { readMeasureReport } = await import('./read-measure-report');
      expect(await readMeasureReport(PROJECT, { query, grain: 'week' }, app.now())).toMatchObject({
        ok: true,
        value: {
          measure: { measureId: FIRST, target: null },
          times: { cases: 2, p50: 10 * MINUTE, p95: 2 * HOUR },
        },
      });
      const { listTickets } = await import('./list-tickets');
      const drill = { verdict: 'breached' } as const;
      expect(await listTickets(PROJECT, { query, drill }, app.now())).toMatchObject({
        ok: true,
        value: {
          tickets: [{ measureId: FIRST, measureName: 'Time to first response', verdict: 'breached' }],
        },
      });
      const { readComplianceChoices } = await import('./read-compliance-choices');
      expect(await readComplianceChoices(PROJECT, app.now())).toMatchObject({
        ok: true,
        value: {
          agreements: [
            {
              measures: [
                { id: RESOLUTION, target: 0.9 },
                { id: FIRST, target: null },
              ],
            },
          ],
        },
      });
    });
  });
});
