import type { ComplianceView, MeasureReport } from '../src/contract/compliance';
import type { MeasureFigures } from '../scripts/independent/independent-figures';
import { callerOn } from './seed/call-app';
import type { LocalSite } from './local-site';

export interface LogFigures {
  readonly measures: readonly MeasureFigures[];
  /** Days read from the rows themselves, since no roll-ups hold for them. */
  readonly liveDays: number;
}

/** Asks the compliance page of the project LOG, as one of its agents, about everything there is. */
export async function figuresOfLog({ forge, jira }: LocalSite): Promise<LogFigures> {
  const project = jira.projects()[0];
  const page = {
    moduleKey: 'agreements-page',
    accountId: project?.roles.agent.at(-1) ?? '',
    accountType: 'licensed',
    extension: { type: 'jira:projectPage', project: { id: project?.id, key: project?.key } },
  } as const;
  const call = callerOn(forge, page, 'The figures could not be read');
  const query = { from: '2010-01-01', to: '2019-12-31' };
  const view = await call<ComplianceView>('readCompliance', { query, grain: 'month' });
  const measures = await Promise.all(
    view.measures.map(async ({ agreementId, measureId, net, trend }) => {
      const { times } = await call<MeasureReport>('readMeasureReport', {
        query: { ...query, agreementId, measureId },
        grain: 'month',
      });
      const counted = trend.filter((point) => point.net.met + point.net.breached > 0);
      return {
        measureId,
        met: net.met,
        breached: net.breached,
        months: Object.fromEntries(
          counted.map(({ day, net: { met, breached } }) => [day.slice(0, 7), { met, breached }]),
        ),
        stopped: times.cases,
        p50: times.p50 ?? NaN,
        p90: times.p90 ?? NaN,
        p95: times.p95 ?? NaN,
      };
    }),
  );
  return { measures, liveDays: view.liveDays };
}
