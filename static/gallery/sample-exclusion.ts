import type { ExclusionView } from '../../src/contract/exclusion';

/** An exclusion of the sample agreement, proposed by the provider and waiting for the customer. */
export const anExclusion = (change: Partial<ExclusionView> = {}): ExclusionView => ({
  exclusionId: 'x-1',
  projectId: '10000',
  agreementId: 'acme-it-support',
  agreementName: 'IT support for Acme Retail',
  kind: 'environment',
  clause: '6.3 Severe weather',
  effect: 'time',
  measures: ['time-to-resolution'],
  when: 'Region = Americas',
  windows: [{ from: Date.parse('2026-11-19T12:00Z'), to: Date.parse('2026-11-20T00:00Z') }],
  during: null,
  issueKey: null,
  reason: 'The stores in the north east were closed by order of the state.',
  evidence: [
    { kind: 'link', url: 'https://weather.example/warning', title: 'Warning of the weather service' },
  ],
  state: 'proposed',
  standing: false,
  origin: 'person',
  proposedBy: 'Ana Ruiz',
  proposedAt: Date.parse('2026-11-20T16:00Z'),
  decidedAt: null,
  decision: null,
  signatures: [
    {
      side: 'provider',
      decision: 'signed',
      accountId: 'ana-ruiz',
      name: 'Ana Ruiz',
      at: Date.parse('2026-11-20T16:00Z'),
      place: 'project-page',
      comment: null,
    },
  ],
  waitingFor: [{ side: 'customer', people: ['Sam Reed'] }],
  hash: 'c0ffee'.repeat(10) + 'c0ff',
  mayDecide: 'customer',
  mayWithdraw: false,
  ...change,
});
