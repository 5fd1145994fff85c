import type {
  AtRiskTicket,
  ComplianceQuery,
  Counts,
  MeasureCompliance,
} from '../../../src/contract/compliance';
import type { GadgetChoices, GadgetView } from '../../../src/contract/gadget';
import type { ProviderFigures } from '../../../src/contract/money';

const asOf = Date.parse('2026-11-26T11:20Z');
const HOUR = 3_600_000;
const query: ComplianceQuery = { from: '2026-10-28', to: '2026-11-26' };

const counts = (met: number, breached: number): Counts => ({
  met,
  breached,
  share: met + breached === 0 ? null : met / (met + breached),
});

/** Met and breached of the weeks that end with this one. */
const weeks: readonly (readonly [day: string, met: number, breached: number])[] = [
  ['2026-10-26', 31, 1],
  ['2026-11-02', 40, 5],
  ['2026-11-09', 38, 2],
  ['2026-11-16', 44, 6],
  ['2026-11-23', 18, 1],
];

const measure = (change: Partial<MeasureCompliance>): MeasureCompliance => ({
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  provider: 'Northwind IT',
  measureId: 'time-to-resolution',
  name: 'Time to resolution',
  target: 0.9,
  hasGoal: true,
  net: counts(171, 15),
  gross: counts(166, 20),
  leftOut: 2,
  before: counts(160, 30),
  trend: weeks.map(([day, met, breached], i) => ({
    day,
    partial: i === 0 || i === weeks.length - 1,
    net: counts(met, breached),
    gross: counts(met - 1, breached + 1),
    leftOut: i % 2,
  })),
  ...change,
});

const resolution = measure({});
const response = measure({
  measureId: 'time-to-first-response',
  name: 'Time to first response',
  target: 0.95,
  net: counts(181, 19),
  gross: counts(181, 19),
  before: counts(0, 0),
});
const updates = measure({
  agreementId: 'hostile',
  agreementName: '<b>=HYPERLINK("x")</b> \u202eתמיכה 🚀',
  measureId: 'periodic-update',
  name: 'Periodic update with a name that is so long that no gadget of a dashboard can hold it on one line',
  target: null,
  net: counts(0, 0),
  gross: counts(0, 0),
  before: counts(0, 0),
  trend: [],
});

const shown = { asOf, title: 'Acme Retail IT support', projectKey: 'ACME', query };

export const attainment: GadgetView = {
  ...shown,
  kind: 'attainment',
  measures: [response, resolution, updates],
  grain: 'week',
};
export const trend: GadgetView = {
  ...shown,
  title: 'IT support for Acme Retail: Time to resolution',
  query: { ...query, agreementId: 'acme-it-support', measureId: 'time-to-resolution' },
  kind: 'trend',
  measures: [resolution],
  grain: 'week',
};
export const nothingCounted: GadgetView = { ...attainment, measures: [updates] };
export const withoutGoal: GadgetView = {
  ...attainment,
  measures: [resolution, { ...updates, name: 'Customer wait', hasGoal: false }],
};
export const noAgreement: GadgetView = { ...attainment, measures: [] };

const risk = (issueKey: string, change: Partial<AtRiskTicket>): AtRiskTicket => ({
  issueId: issueKey.replace(/\D/g, ''),
  issueKey,
  summary: 'The tills in the Leeds shop do not print',
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  measureId: 'time-to-resolution',
  measureName: 'Time to resolution',
  state: 'running',
  priority: 'High',
  assignee: 'Ana Ruiz',
  remainingMs: 3 * HOUR,
  goalMs: 4 * HOUR,
  breachAt: asOf + 3 * HOUR,
  atRiskTime: asOf + HOUR,
  upcoming: [{ start: asOf, end: asOf + 6 * HOUR }],
  ...change,
});

export const atRisk: GadgetView = {
  ...shown,
  kind: 'at-risk',
  page: {
    asOf,
    tickets: [
      risk('ACME-101', { state: 'breached', remainingMs: -2_100_000, breachAt: asOf - 2_100_000 }),
      risk('ACME-117', { state: 'at-risk', remainingMs: 1_500_000, breachAt: asOf + 1_500_000 }),
      risk('ACME-120', {
        summary:
          '<img src=x onerror=alert(1)> \u202eתקלה בקופה, and a summary that goes on for more than one line',
        breachAt: asOf + 22 * HOUR,
      }),
      risk('ACME-98', { state: 'paused', breachAt: null, upcoming: [] }),
    ],
    next: 'more',
    hidden: 2,
    jql: 'key in (ACME-101, ACME-117, ACME-120, ACME-98)',
  },
};
export const noClock: GadgetView = {
  ...shown,
  kind: 'at-risk',
  page: { asOf, tickets: [], next: null, hidden: 0, jql: 'key in (0)' },
};
export const hiddenClocks: GadgetView = {
  ...shown,
  kind: 'at-risk',
  page: { asOf, tickets: [], next: null, hidden: 3, jql: 'key in (0)' },
};

const provider = (change: Partial<ProviderFigures>): ProviderFigures => ({
  projectId: '10000',
  projectKey: 'ACME',
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  provider: 'Northwind IT',
  customer: 'Acme Retail',
  kind: 'sla',
  target: 0.9,
  cases: 186,
  counts: counts(171, 15),
  range: { low: 0.871, high: 0.951 },
  adjusted: { share: 0.934, low: 0.889, high: 0.962, covered: 0.97 },
  p50: 2 * HOUR,
  p90: 7 * HOUR,
  creditsMinor: null,
  feeMinor: null,
  currency: null,
  decimals: 2,
  onlyFirst: null,
  costPerResolvedMinor: null,
  resolved: 186,
  few: false,
  ...change,
});

export const providers: GadgetView = {
  asOf,
  title: 'Time to resolution',
  projectKey: null,
  query,
  kind: 'providers',
  comparison: {
    asOf,
    measureId: 'time-to-resolution',
    measureName: 'Time to resolution',
    measures: [{ id: 'time-to-resolution', name: 'Time to resolution' }],
    from: query.from,
    to: query.to,
    providers: [
      provider({}),
      provider({
        projectId: '10001',
        projectKey: 'INIT',
        agreementId: 'devices',
        agreementName: 'Devices',
        provider: 'Contoso Outsourcing',
        cases: 17,
        counts: counts(14, 3),
        range: { low: 0.59, high: 0.938 },
        adjusted: null,
        few: true,
      }),
      provider({
        agreementId: 'new',
        agreementName: 'New',
        provider: 'Fabrikam',
        cases: 0,
        counts: counts(0, 0),
        range: null,
        adjusted: null,
        p90: null,
        few: true,
      }),
    ],
    adjustment: 'Shares are brought to the mix of priorities and hours of all of them together.',
  },
};

export const choices: GadgetChoices = {
  projects: [
    {
      id: '10000',
      key: 'ACME',
      name: 'Acme Retail IT support',
      agreements: [
        {
          id: 'acme-it-support',
          name: 'IT support for Acme Retail',
          measures: [
            { id: 'time-to-first-response', name: 'Time to first response' },
            { id: 'time-to-resolution', name: 'Time to resolution' },
          ],
        },
        {
          id: 'till-repair',
          name: 'Till repair',
          measures: [{ id: 'time-to-resolution', name: 'Time to resolution' }],
        },
      ],
    },
    {
      id: '10001',
      key: 'INIT',
      name: 'Internal IT',
      agreements: [
        { id: 'ola', name: 'Internal', measures: [{ id: 'time-to-resolution', name: 'Time to resolution' }] },
      ],
    },
  ],
  comparable: [{ id: 'time-to-resolution', name: 'Time to resolution' }],
};
