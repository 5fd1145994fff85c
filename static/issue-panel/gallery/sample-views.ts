import type { CycleView, Failure, IssuePanelView, TimerView } from '../../../src/contract';
import { halfAYear } from './half-a-year';
import { aCycle, aGoal, type Piece } from '../../gallery/sample-cycle';

/** Views of every state the panel can be in, on one Monday afternoon in London. */
const HOUR = 3_600_000;
const MINUTE = 60_000;
const london = 'London office hours';
const today = '2026-11-23';
const until = `${today}T15:30:00Z`;
const asOf = Date.parse(until);

const openHours: (readonly [string, string])[] = [
  [until, `${today}T17:30:00Z`],
  ...['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'].flatMap(
    (day): [string, string][] => [
      [`${day}T09:00:00Z`, `${day}T12:30:00Z`],
      [`${day}T13:30:00Z`, `${day}T17:30:00Z`],
    ],
  ),
];

const morning: readonly Piece[] = [
  ['running', `${today}T09:12:05.250Z`, london, 'Ticket created by Sam Reed'],
  ['outside-hours', `${today}T12:30:00Z`, london, 'London office hours close for lunch'],
  ['running', `${today}T13:30:00Z`, london, 'London office hours open'],
];

const paused: readonly Piece[] = [
  ...morning.slice(0, 1),
  [
    'paused',
    `${today}T10:40:00Z`,
    'Waiting for customer',
    'Status changed from In progress to Waiting for customer by Ana Ruiz',
  ],
];

const maintenance: readonly Piece[] = [
  ...morning,
  [
    'excluded',
    `${today}T14:30:00Z`,
    '4.2 Planned maintenance',
    'Planned maintenance began (label till-platform)',
  ],
];

function timer(id: string, name: string, current: CycleView, change: Partial<TimerView> = {}): TimerView {
  return {
    key: `acme-it-support:${id}`,
    agreementId: 'acme-it-support',
    agreementName: 'IT support for Acme Retail',
    agreementVersion: 1,
    measureId: id,
    measureName: name,
    provider: { name: 'Northwind IT', timeZone: 'Europe/London' },
    customer: { name: 'Acme Retail', timeZone: 'America/New_York' },
    current,
    earlier: [],
    earlierOmitted: 0,
    ...change,
  };
}

const view = (timers: readonly TimerView[], change: Partial<IssuePanelView> = {}): IssuePanelView => ({
  issueKey: 'HELP-104',
  asOf,
  nextChangeAt: null,
  timers,
  missing: [],
  agreementCount: 1,
  mayAdminister: false,
  historyGaps: false,
  proposed: [],
  incident: null,
  proposing: { agreements: [], attachments: [], mayDeclare: false },
  ...change,
});

const resolution = (
  pieces: readonly Piece[],
  goalMs: number | null,
  phase: CycleView['phase'],
  more: Partial<CycleView> = {},
) =>
  timer(
    'time-to-resolution',
    'Time to resolution',
    aCycle({ pieces, until, goalMs, phase, ahead: openHours, with: more }),
  );

const response = timer(
  'time-to-first-response',
  'Time to first response',
  aCycle({ pieces: morning.slice(0, 1), until: `${today}T10:02:30Z`, goalMs: 4 * HOUR, phase: null }),
);

const missed = timer(
  'next-response',
  'Next response',
  aCycle({
    pieces: morning.slice(0, 1),
    until: `${today}T11:47:00Z`,
    goalMs: 2 * HOUR,
    phase: null,
    with: { flag: 'resolved without a reply', leftOutBy: '5.1 Acceptance testing' },
  }),
);

const evening = '2026-11-23T19:00:00Z';

export const samples: Readonly<Record<string, IssuePanelView | Failure | 'never'>> = {
  loading: 'never',
  forbidden: { ok: false, code: 'forbidden', message: 'You may not see this.' },
  'not-found': { ok: false, code: 'not-found', message: 'No such ticket.' },
  failed: { ok: false, code: 'failed', message: 'Accord could not be reached.' },
  busy: { ok: false, code: 'busy', who: 'jira', message: 'Jira asks to wait.', retryAfterMs: 60_000 },
  'jira-down': {
    ok: false,
    code: 'busy',
    who: 'jira-down',
    message: 'Jira cannot answer.',
    retryAfterMs: 60_000,
  },
  'busy-store': {
    ok: false,
    code: 'busy',
    who: 'store',
    message: 'The store asks to wait.',
    retryAfterMs: 60_000,
  },
  'setting-up': { ok: false, code: 'busy', who: 'setting-up', message: 'Not ready.', retryAfterMs: 60_000 },
  'no-agreement-admin': view([], { agreementCount: 0, mayAdminister: true }),
  'no-agreement': view([], { agreementCount: 0 }),
  'no-timer': view([], {
    missing: [
      {
        agreementName: 'IT support for Acme Retail',
        measureName: 'Time to resolution',
        reason: 'out-of-scope',
        text: 'The ticket is a Task; the agreement covers Service request and Incident.',
      },
      {
        agreementName: 'IT support for Acme Retail',
        measureName: 'Next response',
        reason: 'no-start-moment',
        text: 'It starts when the customer comments; the customer has not commented yet.',
      },
    ],
  }),
  running: view([resolution(morning, 24 * HOUR, 'running'), response], {
    missing: [
      {
        agreementName: 'IT support for Acme Retail',
        measureName: 'Next response',
        reason: 'no-start-moment',
        text: 'It starts when the customer comments; the customer has not commented yet.',
      },
    ],
  }),
  'last-hour': view([resolution(morning, 5 * HOUR + 50 * MINUTE, 'running')]),
  'at-risk': view([resolution(morning, 5 * HOUR + 30 * MINUTE, 'running'), missed, response]),
  late: view([resolution(morning, 4 * HOUR + 42 * MINUTE, 'running'), response]),
  paused: view([resolution(paused, 8 * HOUR, 'paused')]),
  'paused-late': view([resolution(paused, HOUR, 'paused')]),
  'outside-hours': view(
    [
      timer(
        'time-to-resolution',
        'Time to resolution',
        aCycle({
          pieces: [...morning, ['outside-hours', `${today}T17:30:00Z`, london, 'London office hours close']],
          until: evening,
          goalMs: 12 * HOUR,
          phase: 'outside-hours',
          ahead: openHours.slice(1),
        }),
      ),
    ],
    { asOf: Date.parse(evening) },
  ),
  excluded: view([
    timer(
      'time-to-resolution',
      'Time to resolution',
      aCycle({
        pieces: maintenance,
        until,
        goalMs: 5 * HOUR,
        phase: 'excluded',
        ahead: [[`${today}T16:30:00Z`, `${today}T17:30:00Z`], ...openHours.slice(1)],
      }),
    ),
  ]),
  'net-and-gross': view([
    resolution(
      [...maintenance, ['running', `${today}T15:00:00Z`, london, 'Planned maintenance ended']],
      5 * HOUR,
      'running',
    ),
  ]),
  'no-goal': view([resolution(morning, null, 'running')]),
  'goal-changed': view([
    resolution(morning, 8 * HOUR, 'running', {
      earlierGoals: [aGoal(24 * HOUR, `${today}T09:12:05Z`)],
      goal: aGoal(8 * HOUR, `${today}T11:00:00Z`, 'High'),
    }),
  ]),
  'earlier-cycles': view([
    timer(
      'time-to-resolution',
      'Time to resolution',
      aCycle({
        pieces: morning.slice(2),
        until,
        goalMs: 24 * HOUR,
        phase: 'running',
        ahead: openHours,
        with: { number: 3 },
      }),
      {
        earlier: [
          { ...missed.current, number: 2, flag: null, leftOutBy: null },
          { ...response.current, number: 1, outcome: 'reset' },
        ],
      },
    ),
  ]),
  'all-finished': view([missed, response]),
  'six-months': view([
    timer(
      'time-to-resolution',
      'Time to resolution',
      aCycle({ pieces: halfAYear(today), until, goalMs: 900 * HOUR, phase: 'running', ahead: openHours }),
    ),
  ]),
  crowded: view(
    [
      resolution(morning, 4 * HOUR + 42 * MINUTE, 'running'),
      timer(
        'agent-work-time',
        'Agent work time, second line with a rather long name',
        aCycle({ pieces: morning, until, goalMs: 6 * HOUR, phase: 'running', ahead: openHours }),
        { agreementName: 'Underpinning contract with Fabrikam Networks' },
      ),
      timer(
        'customer-wait',
        'Customer wait',
        aCycle({ pieces: paused, until, goalMs: 16 * HOUR, phase: 'paused' }),
      ),
      missed,
      response,
    ],
    { historyGaps: true },
  ),
};
