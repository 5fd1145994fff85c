import type { ExclusionPreview, ExclusionView } from '../../../src/contract/exclusion';
import { HASH, signature } from './sample-agreements';

const at = (iso: string): number => Date.parse(iso);

export const exclusion = (change: Partial<ExclusionView> = {}): ExclusionView => ({
  exclusionId: 'x-1',
  projectId: '10000',
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  kind: 'third-party',
  clause: '6.1 Outage of a card network',
  effect: 'time',
  measures: ['time-to-resolution'],
  when: 'component = Payments',
  windows: [{ from: at('2026-11-24T13:00:00Z'), to: at('2026-11-24T18:00:00Z') }],
  during: null,
  issueKey: null,
  reason: 'The card network was down; nobody could have worked on it.',
  evidence: [
    { kind: 'link', url: 'https://status.example/incidents/42', title: 'Status page' },
    { kind: 'link', url: 'javascript:alert(1)', title: 'Not to be followed' },
    { kind: 'attachment', attachmentId: '7', fileName: 'outage.pdf', issueKey: 'HELP-104' },
  ],
  state: 'proposed',
  standing: false,
  origin: 'person',
  proposedBy: 'Ana Ruiz',
  proposedAt: at('2026-11-25T09:00:00Z'),
  decidedAt: null,
  decision: null,
  signatures: [signature('provider', { at: at('2026-11-25T09:00:00Z') })],
  hash: HASH,
  mayDecide: null,
  waitingFor: [],
  mayWithdraw: false,
  ...change,
});

export const exclusions: readonly ExclusionView[] = [
  exclusion({ mayDecide: 'customer', waitingFor: [{ side: 'customer', people: ['Sam Reed'] }] }),
  exclusion({
    exclusionId: 'x-2',
    kind: 'ticket',
    clause: '4.4 Waiting for access',
    effect: 'cycle',
    issueKey: 'HELP-99',
    when: null,
    windows: [],
    state: 'declined',
    origin: 'incident',
    decision: 'Access was given on the first day.',
    decidedAt: at('2026-11-20T09:00:00Z'),
    signatures: [
      signature('provider'),
      signature('customer', { decision: 'declined', comment: 'Access was given on the first day.' }),
    ],
  }),
  exclusion({
    exclusionId: 'till-platform-maintenance',
    kind: 'schedule',
    clause: '4.2 Planned maintenance',
    standing: true,
    origin: 'agreement',
    state: 'agreed',
    reason: null,
    evidence: [],
    signatures: [signature('provider'), signature('customer')],
    agreementId: 'network-ola',
    agreementName: 'Network team for the service desk',
  }),
];

export const preview: ExclusionPreview = {
  tickets: 40,
  more: true,
  concerned: 2,
  excludedMs: 9_000_000,
  changes: [
    {
      issueKey: 'HELP-104',
      measureName: 'Time to resolution',
      before: 'breached',
      after: 'met',
      elapsedBeforeMs: 30_600_000,
      elapsedAfterMs: 25_200_000,
    },
    {
      issueKey: 'HELP-108',
      measureName: 'Time to resolution',
      before: 'met',
      after: 'met',
      elapsedBeforeMs: 10_800_000,
      elapsedAfterMs: 7_200_000,
    },
  ],
};
