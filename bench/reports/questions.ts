import { rankOf } from '../../src/engine/times-histogram';
import type { FigureScope } from '../../src/storage/figure-scope';
import { AGREEMENTS, DAYS, DIMENSIONS, FIRST_DAY, MEASURES, PROJECT, RARE_CLAUSE } from './past-cycles';

/** A report of the page, asked of the store as the app asks it. */
export interface Question {
  readonly name: string;
  /** Which of several askings: another measure, span or filter each time. */
  ask(n: number): Promise<unknown>;
}

const LEVELS = [''];
const DAY = 86_400_000;
/** A zone two hours east of UTC: its days begin and end within those of UTC. */
const EAST = 7_200_000;
const SPANS = [365, 90, 30, 365, 7] as const;

const ALL = AGREEMENTS.flatMap((agreementId) => MEASURES.map((measureId) => ({ agreementId, measureId })));

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** A span that ends some days before the last. */
function scopeOf(n: number, filter: FigureScope['filter'] = {}): FigureScope {
  const toDay = FIRST_DAY + DAYS - 1 - (n % 5);
  return {
    projectId: PROJECT,
    fromDay: Math.max(FIRST_DAY, toDay - at(SPANS, n) + 1),
    toDay,
    levels: LEVELS,
    filter,
  };
}

function measureOf(n: number, filter: FigureScope['filter'] = {}) {
  return { ...scopeOf(n, filter), agreementId: at(AGREEMENTS, n), measureId: at(MEASURES, n >> 1) };
}

const one = (n: number) => ({ assignee: at(DIMENSIONS.assignee, n * 7) });
const two = (n: number) => ({
  priority: at(DIMENSIONS.priority, n),
  requestType: at(DIMENSIONS.requestType, n * 4),
});
const four = (n: number) => ({
  ...two(n),
  assignee: at(DIMENSIONS.assignee, n),
  organization: at(DIMENSIONS.organization, n),
});
/** Some twenty cycles of a year. */
const rare = (n: number) => ({
  assignee: at(DIMENSIONS.assignee, 49 - (n % 3)),
  organization: at(DIMENSIONS.organization, 19 - (n % 3)),
  priority: '5',
});
/** Two filters that let more through than any others: a third of the cycles, and a third of those. */
const largest = { priority: DIMENSIONS.priority[0], organization: '' };
const busiest = { priority: DIMENSIONS.priority[0], requestType: DIMENSIONS.requestType[0] };

export async function questions(): Promise<readonly Question[]> {
  const { listCycleFacts } = await import('../../src/storage/cycle-fact-list');
  const { facetValues, firstDecidedDay } = await import('../../src/storage/facet-values');
  const { feltFigures } = await import('../../src/storage/felt-figures');
  const { countOngoing, ongoingTimers } = await import('../../src/storage/ongoing-timer');
  const { measureFigures } = await import('../../src/storage/measure-figures');
  const { dayFigures } = await import('../../src/storage/report-figures');
  const { waitingTimes } = await import('../../src/storage/waiting-times');
  const { chargedTimeByDay } = await import('../../src/storage/credit-figures');

  const measure = async (scope: FigureScope) => {
    const { times } = await measureFigures(scope);
    return [50, 90, 95].map((percent) => times.atRank(rankOf(percent, times.cases)));
  };
  const list = (n: number, filter: Parameters<typeof listCycleFacts>[1]) =>
    listCycleFacts(measureOf(n), filter, null, 50);
  const spanOf = (n: number) => {
    const { fromDay, toDay } = scopeOf(n);
    return { start: fromDay * DAY - EAST, end: (toDay + 1) * DAY - EAST };
  };
  const ongoing = { projectId: PROJECT, levels: LEVELS, filter: {} };

  return [
    { name: 'Overview: all agreements and measures', ask: (n) => dayFigures(scopeOf(n)) },
    { name: 'Overview, one filter (assignee)', ask: (n) => dayFigures(scopeOf(n, one(n))) },
    {
      name: 'Overview, one filter (organization)',
      ask: (n) => dayFigures(scopeOf(n, { organization: at(DIMENSIONS.organization, n) })),
    },
    { name: 'Overview, two filters', ask: (n) => dayFigures(scopeOf(n, two(n))) },
    { name: 'Overview, the two largest values', ask: (n) => dayFigures(scopeOf(n, busiest)) },
    { name: 'Overview, four filters', ask: (n) => dayFigures(scopeOf(n, four(n))) },
    { name: 'Overview: time that tickets waited', ask: (n) => waitingTimes(scopeOf(n), ALL) },
    {
      name: 'Overview: time that tickets waited, one filter',
      ask: (n) => waitingTimes(scopeOf(n, one(n)), ALL),
    },
    {
      name: 'Overview: time that tickets waited, two filters',
      ask: (n) => waitingTimes(scopeOf(n, two(n)), ALL),
    },
    {
      name: 'Overview: time that tickets waited, two filters, of two measures',
      ask: (n) => waitingTimes(scopeOf(n, two(n)), ALL.slice(n % 3, (n % 3) + 2)),
    },
    {
      name: 'Overview: time that tickets waited, the largest two filters',
      ask: (n) => waitingTimes(scopeOf(n, largest), ALL),
    },
    {
      name: 'Overview: time that tickets waited, the largest three filters',
      ask: (n) => waitingTimes(scopeOf(n, { ...busiest, ...largest }), ALL),
    },
    { name: 'A measure by stratum (comparing providers)', ask: (n) => dayFigures(measureOf(n), 'stratum') },
    { name: 'A measure: p50, p90, p95, times, heat, holders, clauses', ask: (n) => measure(measureOf(n)) },
    { name: 'A measure, one filter (assignee)', ask: (n) => measure(measureOf(n, one(n))) },
    {
      name: 'A measure, one filter (the largest priority)',
      ask: (n) => measure(measureOf(n, { priority: DIMENSIONS.priority[0] })),
    },
    { name: 'A measure, two filters', ask: (n) => measure(measureOf(n, two(n))) },
    { name: 'A measure, the two largest values', ask: (n) => measure(measureOf(n, busiest)) },
    { name: 'A measure, four filters', ask: (n) => measure(measureOf(n, four(n))) },
    { name: 'Late time that is charged, by day', ask: (n) => chargedTimeByDay(measureOf(n), 1_800_000) },
    { name: 'Tickets: breaches', ask: (n) => list(n, { verdict: 'breached' }) },
    {
      name: 'Tickets: breaches, two filters',
      ask: (n) => listCycleFacts(measureOf(n, two(n)), { verdict: 'breached' }, null, 50),
    },
    {
      name: 'Tickets: breaches of all measures, three filters that few pass',
      ask: (n) => listCycleFacts(scopeOf(n, rare(n)), { verdict: 'breached' }, null, 50),
    },
    { name: 'Tickets: all of the project', ask: (n) => listCycleFacts(scopeOf(n), {}, null, 50) },
    {
      name: 'Tickets: a bar of the distribution',
      ask: (n) => list(n, { times: { from: 5_000_000 * (1 + (n % 3)), to: 5_500_000 * (1 + (n % 3)) } }),
    },
    {
      name: 'Tickets: breaches of a weekday and hour',
      ask: (n) => list(n, { verdict: 'breached', cell: { weekday: n % 7, hour: n % 24 } }),
    },
    {
      name: 'Tickets: that an assignee held',
      ask: (n) => list(n, { holder: `a:${at(DIMENSIONS.assignee, n * 7)}` }),
    },
    { name: 'Tickets: with a clause', ask: (n) => list(n, { exclusionId: 'supplier-outage' }) },
    { name: 'Tickets: a clause of one in ten thousand', ask: (n) => list(n, { exclusionId: RARE_CLAUSE }) },
    { name: 'Tickets: saved by an exclusion', ask: (n) => list(n, { verdict: 'saved' }) },
    {
      name: 'At risk: 5,000 ongoing, first page and counts',
      ask: async () => [await ongoingTimers(ongoing, null, 50), await countOngoing(ongoing)],
    },
    { name: 'How it felt: reopened, rated', ask: (n) => feltFigures(scopeOf(n), spanOf(n)) },
    {
      name: 'How it felt: reopened, rated, two filters',
      ask: (n) => feltFigures(scopeOf(n, two(n)), spanOf(n)),
    },
    {
      name: 'How it felt, an agreement, two filters',
      ask: (n) => feltFigures({ ...scopeOf(n, two(n)), agreementId: at(AGREEMENTS, n) }, spanOf(n)),
    },
    {
      name: 'Comparing providers: tickets resolved',
      ask: (n) => feltFigures({ ...scopeOf(n), agreementId: at(AGREEMENTS, n) }, spanOf(n)),
    },
    {
      name: 'Choices of all filters, first day',
      ask: async () => [
        await Promise.all(
          (['priority', 'request-type', 'organization', 'assignee'] as const).map((facet) =>
            facetValues(PROJECT, LEVELS, facet),
          ),
        ),
        await firstDecidedDay(PROJECT, LEVELS),
      ],
    },
  ];
}
