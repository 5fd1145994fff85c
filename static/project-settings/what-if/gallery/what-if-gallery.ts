import type { GalleryScript } from '../../../gallery/gallery-bridge';
import type { GalleryScreen } from '../../../gallery/gallery-server';
import { aCycle, type Piece } from '../../../gallery/sample-cycle';
import type {
  WhatIfChangePage,
  WhatIfMeasure,
  WhatIfTicket,
  WhatIfView,
} from '../../../../src/contract/what-if';

/** What-if in each of its states. */
const HOUR = 3_600_000;
const startedAt = Date.parse('2026-11-23T15:30:00Z');

const attainment = (met: number, breached: number) => ({
  met,
  breached,
  share: met + breached === 0 ? null : met / (met + breached),
});

const measures: readonly WhatIfMeasure[] = [
  {
    measureId: 'time-to-first-response',
    name: 'Time to first response',
    target: 0.95,
    before: attainment(1_108, 92),
    after: attainment(1_149, 51),
    toMet: 46,
    toBreached: 5,
    nowCounted: 0,
    noLongerCounted: 0,
    offer: { verdict: 'unsure', reached: true, range: { low: 0.9446, high: 0.9676 } },
  },
  {
    measureId: 'time-to-resolution',
    name: 'Time to resolution',
    target: 0.9,
    before: attainment(1_020, 160),
    after: attainment(870, 250),
    toMet: 2,
    toBreached: 92,
    nowCounted: 1,
    noLongerCounted: 61,
    offer: { verdict: 'missed', reached: false, range: { low: 0.7513, high: 0.8003 } },
  },
  {
    measureId: 'next-response',
    name: 'Next response, which has a very long name so that it has to be broken over several lines',
    target: null,
    before: attainment(0, 0),
    after: attainment(12, 0),
    toMet: 0,
    toBreached: 0,
    nowCounted: 12,
    noLongerCounted: 0,
    offer: { verdict: 'no-target', reached: null, range: { low: 0.7575, high: 1 } },
  },
];

const run = (change: Partial<WhatIfView> = {}): WhatIfView => ({
  runId: 'run-7',
  agreementId: 'acme-it',
  agreementName: 'IT support for Acme Retail',
  state: 'done',
  startedAt,
  startedBy: 'Ana Ruiz',
  finishedAt: startedAt + 25_000,
  since: startedAt - 365 * 24 * HOUR,
  done: 1_204,
  total: 1_204,
  problem: null,
  measures,
  credits: { currency: 'EUR', before: 1_200, after: 2_437.5 },
  changedTickets: 203,
  unreadableTickets: 0,
  ...change,
});

const nothing = measures.map((measure) => ({
  ...measure,
  after: measure.before,
  toMet: 0,
  toBreached: 0,
  nowCounted: 0,
  noLongerCounted: 0,
}));

const changes: WhatIfChangePage = {
  changes: [
    {
      issueId: '10104',
      issueKey: 'HELP-104',
      measureId: 'time-to-resolution',
      measureName: 'Time to resolution',
      cycleNumber: 1,
      direction: 'to-breached',
      before: { outcome: 'met', elapsedMs: 5 * HOUR, goalMs: 8 * HOUR },
      after: { outcome: 'breached', elapsedMs: 5 * HOUR, goalMs: 4 * HOUR },
    },
    {
      issueId: '10107',
      issueKey: 'HELP-107',
      measureId: 'time-to-first-response',
      measureName: 'Time to first response',
      cycleNumber: 2,
      direction: 'to-met',
      before: { outcome: 'ongoing', elapsedMs: 2.5 * HOUR, goalMs: 2 * HOUR },
      after: { outcome: 'met', elapsedMs: 2.5 * HOUR, goalMs: 4 * HOUR },
    },
    {
      issueId: '10110',
      issueKey: 'HELP-110',
      measureId: 'time-to-resolution',
      measureName: 'Time to resolution',
      cycleNumber: 1,
      direction: 'no-longer-counted',
      before: { outcome: 'breached', elapsedMs: 9 * HOUR, goalMs: 8 * HOUR },
      after: null,
    },
  ],
  next: '10110/time-to-resolution/1',
};

const london = 'London office hours';
const day = '2026-11-20';
const pieces: readonly Piece[] = [
  ['running', `${day}T09:00:00Z`, london, 'Ticket created by Sam Reed'],
  ['outside-hours', `${day}T12:30:00Z`, london, 'London office hours close for lunch'],
  ['running', `${day}T13:30:00Z`, london, 'London office hours open'],
];
const until = `${day}T15:00:00Z`;

const ticket: WhatIfTicket = {
  issueKey: 'HELP-104',
  measures: [
    {
      measureId: 'time-to-resolution',
      name: 'Time to resolution',
      cycles: [
        {
          before: aCycle({ pieces, until, goalMs: 8 * HOUR, phase: null }),
          after: aCycle({ pieces, until, goalMs: 4 * HOUR, phase: null }),
        },
      ],
    },
  ],
};

const shown = (value: WhatIfView | null): GalleryScript => ({
  context: { extension: { type: 'jira:projectSettingsPage', project: { key: 'HELP' } } },
  answers: {
    readWhatIf: { ok: true, value },
    startWhatIf: {
      ok: true,
      value: run({ state: 'running', done: 0, finishedAt: null, measures: [], credits: null }),
    },
    cancelWhatIf: { ok: true, value: run({ state: 'cancelled', done: 400 }) },
    readWhatIfChanges: { ok: true, value: changes },
    readWhatIfTicket: { ok: true, value: ticket },
  },
});

export const whatIfSamples: Readonly<Record<string, GalleryScript>> = {
  never: shown(null),
  beginning: shown(run({ state: 'running', done: 0, finishedAt: null })),
  running: shown(run({ state: 'running', done: 700, finishedAt: null })),
  'running-elsewhere': shown(run({ state: 'running', done: 700, agreementId: 'other', agreementName: 'HR' })),
  done: shown(run()),
  'nothing-changes': shown(run({ measures: nothing, changedTickets: 0, credits: null })),
  'no-tickets': shown(run({ done: 0, total: 0, changedTickets: 0 })),
  cancelled: shown(run({ state: 'cancelled', done: 400, unreadableTickets: 2 })),
  failed: shown(
    run({
      state: 'failed',
      done: 300,
      problem: 'Something went wrong several times over. It has been written to the app’s log.',
    }),
  ),
  loading: { ...shown(null), answers: { readWhatIf: 'never' } },
  forbidden: {
    ...shown(null),
    answers: { readWhatIf: { ok: false, code: 'forbidden', message: 'Only administrators may do this.' } },
  },
  refused: {
    ...shown(null),
    answers: {
      readWhatIf: { ok: true, value: null },
      startWhatIf: {
        ok: false,
        code: 'invalid',
        message: 'The draft cannot be tried while it has faults. Mend them first.',
        faults: [
          {
            path: 'measures[0].goals[0].when',
            message: 'There is no field “priorty”.',
            remedy: 'Did you mean priority?',
          },
        ],
      },
    },
  },
};

export const whatIfGallery: GalleryScreen = { screen: 'project-settings', samples: whatIfSamples };
