import type {
  AtRiskPage,
  AtRiskTicket,
  ComplianceChoices,
  ComplianceQuery,
  ComplianceView,
  Counts,
  MeasureCompliance,
  MeasureReport,
  ResolvedPage,
  TicketPage,
  TicketRow,
  TrendPoint,
} from '../../../src/contract/compliance';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export const asOf = Date.parse('2026-11-26T11:20:00Z');

export const counts = (met: number, breached: number): Counts => ({
  met,
  breached,
  share: met + breached === 0 ? null : met / (met + breached),
});

const acme: ComplianceChoices['agreements'][number] = {
  agreementId: 'acme-it-support',
  name: 'IT support for Acme Retail',
  kind: 'sla',
  provider: 'Northwind IT',
  customer: 'Acme Retail',
  timeZone: 'Europe/London',
  today: '2026-11-26',
  reportEvery: 'month',
  hasCredits: true,
  measures: [
    { id: 'time-to-first-response', name: 'Time to first response', target: 0.95, hasGoal: true },
    { id: 'time-to-resolution', name: 'Time to resolution', target: 0.9, hasGoal: true },
    { id: 'customer-wait', name: 'Customer wait', target: null, hasGoal: true },
  ],
};

const hostile: ComplianceChoices['agreements'][number] = {
  ...acme,
  agreementId: 'globex',
  name: '=HYPERLINK("http://evil.example","<b>Operations</b>") for Globex Logistics International',
  kind: 'ola',
  provider: 'Platform operations',
  customer: 'Globex',
  timeZone: 'Asia/Kolkata',
  hasCredits: false,
  measures: [{ id: 'time-to-resolution', name: 'Time to resolution', target: 0.8, hasGoal: true }],
};

export const choices: ComplianceChoices = {
  projectKey: 'HELP',
  projectName: 'Help desk',
  asOf,
  agreements: [acme, hostile],
  priorities: [
    { id: '1', name: 'Highest' },
    { id: '3', name: 'Medium' },
  ],
  requestTypes: [
    { id: '21', name: 'Report a system problem' },
    { id: '22', name: 'Get IT help' },
  ],
  organizations: [
    { id: '7', name: 'Acme Retail' },
    { id: '8', name: 'Globex' },
  ],
  assignees: [
    { id: 'ana-ruiz', name: 'Ana Ruiz' },
    { id: 'sam-reed', name: 'Sam Reed' },
  ],
  firstDay: '2026-08-03',
  mayAdminister: false,
};

export const query: ComplianceQuery = { from: '2026-10-28', to: '2026-11-26' };

const point = (day: string, met: number, breached: number, saved: number, partial = false): TrendPoint => ({
  day,
  partial,
  net: counts(met, breached),
  gross: counts(met - saved, breached + saved),
  leftOut: breached > 3 ? 1 : 0,
});

const weeks = [
  point('2026-09-07', 41, 1, 0),
  point('2026-09-14', 44, 2, 1),
  point('2026-09-21', 39, 4, 0),
  point('2026-09-28', 47, 1, 1),
  point('2026-10-05', 45, 3, 2),
  point('2026-10-12', 0, 0, 0),
  point('2026-10-19', 43, 2, 0),
  point('2026-10-26', 37, 2, 1, true),
  point('2026-11-02', 42, 3, 0),
  point('2026-11-09', 40, 1, 1),
  point('2026-11-16', 38, 4, 3),
  point('2026-11-23', 19, 0, 0, true),
];

/** Resolution is slower: the same weeks with more breaches. */
const slower = weeks.map(({ day, partial, net }) =>
  net.share === null
    ? point(day, 0, 0, 0, partial)
    : point(day, Math.max(0, net.met - 5), net.breached + 3, Math.min(2, net.breached), partial),
);

const sum = (points: readonly TrendPoint[], of: 'net' | 'gross'): Counts =>
  counts(
    points.slice(-5).reduce((all, one) => all + one[of].met, 0),
    points.slice(-5).reduce((all, one) => all + one[of].breached, 0),
  );

export const measure = (change: Partial<MeasureCompliance> = {}): MeasureCompliance => {
  const trend = change.trend ?? weeks;
  return {
    agreementId: 'acme-it-support',
    agreementName: 'IT support for Acme Retail',
    provider: 'Northwind IT',
    measureId: 'time-to-first-response',
    name: 'Time to first response',
    target: 0.95,
    hasGoal: true,
    net: sum(trend, 'net'),
    gross: sum(trend, 'gross'),
    leftOut: 0,
    before: counts(170, 12),
    trend,
    ...change,
  };
};

const resolution = measure({
  measureId: 'time-to-resolution',
  name: 'Time to resolution',
  target: 0.9,
  leftOut: 2,
  before: counts(165, 10),
  trend: slower,
});

export const view: ComplianceView = {
  asOf,
  query,
  grain: 'week',
  measures: [
    measure(),
    resolution,
    measure({ measureId: 'customer-wait', name: 'Customer wait', target: null, before: counts(0, 0) }),
    measure({
      agreementId: 'globex',
      agreementName: hostile.name,
      provider: 'Platform operations',
      measureId: 'time-to-resolution',
      name: 'Time to resolution',
      target: 0.8,
      trend: slower,
      before: counts(0, 0),
    }),
  ],
  atRisk: 4,
  ongoingBreached: 2,
  liveDays: 1,
  watermelon: [
    {
      kind: 'reopened',
      text: '14% of 181 resolved tickets had been resolved before and were reopened; up to 10% is usual.',
      value: 0.142,
      limit: 0.1,
      cases: 181,
    },
    {
      kind: 'satisfaction',
      text: '46 customers gave 3.2 of 5 stars on average; 3.5 is the least to be content with.',
      value: 3.2,
      limit: 3.5,
      cases: 46,
    },
  ],
};

/** A measure without a goal. */
export const waiting = measure({
  measureId: 'customer-wait',
  name: 'Customer wait',
  target: null,
  hasGoal: false,
  trend: weeks.map(({ day, partial }) => point(day, 0, 0, 0, partial)),
  before: counts(0, 0),
});

export const withWaiting: ComplianceView = { ...view, measures: [resolution, waiting], watermelon: [] };

/** Nothing was decided in the period. */
export const emptyView: ComplianceView = {
  ...view,
  measures: view.measures.map((one) => ({
    ...one,
    net: counts(0, 0),
    gross: counts(0, 0),
    leftOut: 0,
    before: counts(0, 0),
    trend: one.trend.map(({ day, partial }) => point(day, 0, 0, 0, partial)),
  })),
  atRisk: 0,
  ongoingBreached: 0,
  watermelon: [],
};

const edges = [0, 15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 960].map((n) => n * MINUTE);
const cases = [4, 11, 19, 31, 28, 36, 24, 17, 9, 5, 2, 1];

const heat = Array.from({ length: 7 }, (_, weekday) =>
  Array.from({ length: 24 }, (_, hour) =>
    weekday > 4 || hour < 9 || hour > 17 ? 0 : Math.max(0, ((weekday * 7 + hour * 5) % 9) - 3),
  ),
);

export const report: MeasureReport = {
  asOf,
  query: { ...query, agreementId: 'acme-it-support', measureId: 'time-to-resolution' },
  measure: resolution,
  times: {
    cases: cases.reduce((all, one) => all + one, 0),
    mean: 94 * MINUTE,
    p50: 82 * MINUTE,
    p90: 214 * MINUTE,
    p95: 305 * MINUTE,
    bins: cases.map((count, i) => ({ from: edges[i] ?? 0, to: edges[i + 1] ?? 0, cases: count })),
  },
  heat,
  holders: [
    { kind: 'assignee', id: 'ana-ruiz', name: 'Ana Ruiz', timeMs: 121 * HOUR, share: 0.355 },
    { kind: 'customer', id: '', name: '', timeMs: 84 * HOUR, share: 0.246 },
    { kind: 'assignee', id: 'sam-reed', name: 'Sam Reed', timeMs: 62 * HOUR, share: 0.182 },
    { kind: 'third-party', id: '', name: '', timeMs: 44 * HOUR, share: 0.129 },
    { kind: 'team', id: 't-1', name: 'Second line', timeMs: 19 * HOUR, share: 0.056 },
    { kind: 'unassigned', id: '', name: '', timeMs: 11 * HOUR, share: 0.032 },
  ],
  exclusions: {
    excludedMs: 31 * HOUR,
    clauses: [
      {
        id: 'x-1',
        clause: '6.3 Severe weather',
        agreementId: 'acme-it-support',
        excludedMs: 22 * HOUR,
        cycles: 9,
        saved: 4,
      },
      {
        id: 'maintenance',
        clause: '6.1 Maintenance windows',
        agreementId: 'acme-it-support',
        excludedMs: 9 * HOUR,
        cycles: 6,
        saved: null,
      },
    ],
  },
};

export const emptyReport: MeasureReport = {
  ...report,
  measure: {
    ...resolution,
    net: counts(0, 0),
    gross: counts(0, 0),
    leftOut: 0,
    before: counts(0, 0),
    trend: [],
  },
  times: { cases: 0, mean: null, p50: null, p90: null, p95: null, bins: [] },
  heat: heat.map((hours) => hours.map(() => 0)),
  holders: [],
  exclusions: { excludedMs: 0, clauses: [] },
};

export const ticket = (number: number, change: Partial<TicketRow> = {}): TicketRow => ({
  issueId: String(10_000 + number),
  issueKey: `HELP-${number}`,
  summary: 'The till in store 12 does not start',
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  measureId: 'time-to-resolution',
  measureName: 'Time to resolution',
  cycleNumber: 1,
  priority: 'Highest',
  assignee: 'Ana Ruiz',
  verdict: 'breached',
  grossVerdict: 'breached',
  startedAt: Date.parse('2026-11-24T09:00:00Z'),
  stoppedAt: Date.parse('2026-11-24T15:10:00Z'),
  decidedAt: Date.parse('2026-11-24T13:00:00Z'),
  goalMs: 4 * HOUR,
  elapsedMs: 5 * HOUR + 10 * MINUTE,
  grossElapsedMs: 6 * HOUR + 10 * MINUTE,
  lateMs: HOUR + 10 * MINUTE,
  reason: 'Ana Ruiz had it for 3 h 40 min; 1 h was excluded (6.3 Severe weather).',
  ...change,
});

export const tickets: TicketPage = {
  asOf,
  tickets: [
    ticket(120),
    ticket(119, {
      summary: '=HYPERLINK("http://evil.example","Click") <script>alert(1)</script>',
      stoppedAt: null,
      lateMs: 14 * HOUR,
      elapsedMs: null,
      grossElapsedMs: null,
      cycleNumber: 2,
      assignee: '',
      reason: 'Longest without an assignee: 6 hours 2 minutes of 8 hours, paused time included.',
    }),
    ticket(104, {
      verdict: 'met',
      lateMs: 0,
      elapsedMs: 3 * HOUR,
      reason: '',
      measureName: 'Time to first response',
      measureId: 'time-to-first-response',
      priority: 'Medium',
    }),
    ticket(97, { verdict: 'left-out', lateMs: 0, reason: '' }),
  ],
  next: 'after-97',
  hidden: 2,
  jql: 'project = HELP AND key in (HELP-120, HELP-119, HELP-104, HELP-97)',
};

export const lastTickets: TicketPage = {
  asOf,
  tickets: [ticket(88), ticket(61)],
  next: null,
  hidden: 1,
  jql: 'project = HELP AND key in (HELP-88, HELP-61)',
};

export const atRiskTicket = (number: number, change: Partial<AtRiskTicket> = {}): AtRiskTicket => ({
  issueId: String(10_000 + number),
  issueKey: `HELP-${number}`,
  summary: 'VPN drops every hour for the whole accounting team',
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  measureId: 'time-to-resolution',
  measureName: 'Time to resolution',
  state: 'running',
  priority: 'Medium',
  assignee: 'Sam Reed',
  remainingMs: 3 * HOUR,
  goalMs: 8 * HOUR,
  breachAt: asOf + 3 * HOUR,
  atRiskTime: asOf + HOUR,
  upcoming: [{ start: asOf, end: asOf + 6 * HOUR }],
  ...change,
});

export const atRisk: AtRiskPage = {
  asOf,
  tickets: [
    atRiskTicket(131, { state: 'breached', remainingMs: -35 * MINUTE, breachAt: asOf - 35 * MINUTE }),
    atRiskTicket(130, { state: 'at-risk', remainingMs: 24 * MINUTE, breachAt: asOf + 24 * MINUTE }),
    atRiskTicket(128, { measureName: 'Time to first response', assignee: '' }),
    atRiskTicket(126, { state: 'paused', breachAt: null, remainingMs: 5 * HOUR, upcoming: [] }),
  ],
  next: null,
  hidden: 1,
  jql: 'project = HELP AND key in (HELP-131, HELP-130, HELP-128, HELP-126)',
};

export const resolved: ResolvedPage = {
  tickets: [
    {
      issueId: '10117',
      issueKey: 'HELP-117',
      summary: 'Card reader at till 4 gives up after every third payment',
      priority: 'High',
      assignee: 'Ana Ruiz',
      resolvedAt: asOf - 3 * HOUR,
      reopened: 2,
      stars: 2,
    },
    {
      issueId: '10102',
      issueKey: 'HELP-102',
      summary: 'Labels print twice',
      priority: 'Medium',
      assignee: '',
      resolvedAt: asOf - 26 * HOUR,
      reopened: 1,
      stars: null,
    },
  ],
  next: null,
  hidden: 1,
  jql: 'key in (HELP-117, HELP-102)',
};
