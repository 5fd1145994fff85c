import type { AgreementText } from '../../src/contract/agreement';
import type {
  ReportNote,
  ServiceReportContent,
  ServiceReportList,
  ServiceReportSummary,
  ServiceReportView,
} from '../../src/contract/service-report';

const HOUR = 3_600_000;
const at = (iso: string): number => Date.parse(iso);

/** October, delivered in time; the provider has signed. */
export const delivered: ServiceReportSummary = {
  projectId: '10000',
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  start: at('2026-10-01T00:00+01:00'),
  end: at('2026-11-01T00:00Z'),
  state: 'delivered',
  dueAt: at('2026-11-06T17:00Z'),
  deliveredAt: at('2026-11-01T00:08Z'),
  late: false,
  hash: '7f3a'.repeat(16),
  issueKey: 'HELP-90',
  to: ['Priya Nair'],
  mailed: true,
  signatures: [
    {
      side: 'provider',
      decision: 'signed',
      accountId: 'ana-ruiz',
      name: 'Ana Ruiz',
      at: at('2026-11-02T09:30Z'),
      place: 'project-page',
      comment: null,
    },
  ],
  overdueActions: 1,
  progress: 1,
  problem: null,
  timeZone: 'Europe/London',
};

const signed: ServiceReportSummary = {
  ...delivered,
  start: at('2026-09-01T00:00+01:00'),
  end: at('2026-10-01T00:00+01:00'),
  state: 'signed',
  overdueActions: 0,
  dueAt: at('2026-10-07T16:00Z'),
  deliveredAt: at('2026-10-09T08:00Z'),
  late: true,
  issueKey: 'HELP-71',
  to: ['Priya Nair'],
  mailed: true,
};

export const drafting: ServiceReportSummary = {
  ...delivered,
  agreementId: 'globex',
  agreementName: 'Operations for Globex',
  state: 'drafting',
  overdueActions: 0,
  deliveredAt: null,
  hash: '',
  issueKey: null,
  to: ['Priya Nair'],
  mailed: null,
  signatures: [],
  progress: 0.4,
};

export const reportList: ServiceReportList = {
  asOf: at('2026-11-26T11:00Z'),
  reports: [delivered, drafting, signed],
  timeliness: [{ agreementId: 'acme-it-support', counts: { met: 1, breached: 1, share: 0.5 } }],
  agreements: [
    {
      id: 'acme-it-support',
      name: 'IT support for Acme Retail',
      every: 'month',
      nextEnd: at('2026-12-01T00:00Z'),
      timeZone: 'Europe/London',
      open: [{ start: at('2026-08-01T00:00+01:00'), end: at('2026-09-01T00:00+01:00') }],
      mayDraft: true,
    },
  ],
};

const counts = (met: number, breached: number) => ({ met, breached, share: met / (met + breached) });

const content: ServiceReportContent = {
  format: 3,
  projectKey: 'HELP',
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  agreementVersion: 2,
  provider: 'Northwind IT',
  customer: 'Acme Retail',
  timeZone: 'Europe/London',
  period: { start: delivered.start, end: delivered.end },
  asOf: at('2026-11-01T00:05Z'),
  measures: [
    {
      measureId: 'time-to-resolution',
      name: 'Time to resolution',
      target: 0.9,
      net: counts(181, 19),
      gross: counts(178, 22),
      leftOut: 1,
      trend: [{ start: delivered.start, net: counts(181, 19) }],
      p50: 3 * HOUR,
      p90: 7.5 * HOUR,
      p95: 11 * HOUR,
    },
  ],
  breaches: [],
  breachesOmitted: 0,
  exclusions: [],
  credits: null,
  currency: null,
  watermelon: [],
  unreadableTickets: 0,
};

/** A year of months; nothing counted in the first one. */
const trend = [
  { from: '2025-10-01', net: { met: 0, breached: 0, share: null } },
  ...[176, 184, 188, 171, 169, 181, 190, 186, 178, 183, 187, 181].map((met, month) => ({
    from: new Date(Date.UTC(2025, 10 + month, 1)).toISOString().slice(0, 10),
    net: counts(met, 200 - met),
  })),
];

/** What the app makes of it, shortened. */
const text: AgreementText = {
  title: 'Service report: IT support for Acme Retail',
  subtitle:
    'Northwind IT gives account to Acme Retail of 1 October 2026 to 31 October 2026, by version 2 of the agreement. All times are those of Europe/London.',
  notices: ['24% of 200 resolved tickets had been resolved before and were reopened; up to 10% is usual.'],
  sections: [
    {
      id: 'attainment',
      heading: 'Attainment',
      blocks: [
        {
          kind: 'table',
          caption: 'Attainment against target',
          head: [
            'Measure',
            'Target',
            'Kept (net)',
            'Kept (gross)',
            'Left out',
            'Median',
            '90% within',
            '95% within',
          ],
          rows: [
            [
              'Time to resolution',
              '90%',
              '90.5% (181 of 200)',
              '89% (178 of 200)',
              '1',
              '3 h',
              '7 h 30 min',
              '11 h',
            ],
          ],
        },
      ],
    },
    {
      id: 'trend',
      heading: 'Trend',
      blocks: [
        { kind: 'heading', text: 'Time to resolution' },
        {
          kind: 'trend',
          caption: 'Time to resolution, kept (net) by period',
          target: 0.9,
          points: trend,
        },
      ],
    },
    {
      id: 'breaches',
      heading: 'Breaches and their reasons',
      blocks: [
        {
          kind: 'table',
          caption: 'Breaches, those most late first',
          head: ['Ticket', 'Measure', 'Since', 'Late by', 'Reason'],
          rows: [
            [
              { text: 'HELP-42', path: '/browse/HELP-42' },
              'Time to resolution',
              '7 October 2026, 15:20',
              '2 h',
              'It took 10 hours of working time against a goal of 8 hours; 45 minutes paused. Longest with those it was assigned to: 8 hours.',
            ],
          ],
        },
        { kind: 'paragraph', text: '18 more are on tickets that you may not see.' },
      ],
    },
  ],
};

const notes: readonly ReportNote[] = [
  {
    noteId: 'n1',
    kind: 'action',
    text: 'Have someone on call on Saturdays',
    owner: 'Ana Ruiz',
    dueAt: at('2026-11-21T00:00Z'),
    overdue: true,
    doneAt: null,
    writtenBy: 'Sam Reed',
    writtenAt: at('2026-11-03T10:00Z'),
    side: 'customer',
    mayChange: true,
    rowVersion: 1,
  },
  {
    noteId: 'n2',
    kind: 'comment',
    text: '<b>The tills</b> were \u202eworse than that',
    owner: '',
    dueAt: null,
    overdue: false,
    doneAt: null,
    writtenBy: 'Priya Nair',
    writtenAt: at('2026-11-03T11:00Z'),
    side: null,
    mayChange: false,
    rowVersion: 1,
  },
];

export const reportView: ServiceReportView = {
  summary: delivered,
  content,
  hiddenBreaches: 18,
  text,
  notes,
  maySign: ['customer'],
  mayWrite: true,
};

export const draftingView: ServiceReportView = {
  ...reportView,
  summary: drafting,
  content: null,
  hiddenBreaches: 0,
  text: null,
  notes: [],
  maySign: [],
};

/** Frozen, but Jira takes no work item of it. */
export const refusedView: ServiceReportView = {
  ...reportView,
  summary: {
    ...delivered,
    state: 'drafted',
    deliveredAt: null,
    issueKey: null,
    mailed: null,
    signatures: [],
    problem:
      'Jira refuses the work item of this report. It is tried again every hour. Jira says: “customfield_10040: Cost centre is required.”',
  },
};
