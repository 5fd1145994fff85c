import type { Scenario } from './scenario';

const agreement = `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - id: hands-on
    name: Time in our hands
    start: [created, entered status Waiting for support]
    stop: [resolution set, entered status Waiting for customer]
    pauseWhile: [{ name: Pending vendor, when: status = Pending }]
    goals:
      - { name: Service request, when: issuetype = "Service request", within: 2h }
      - { name: Everything else, within: 24h }
`;

export const scenarios: readonly Scenario[] = [
  {
    title: 'each round between support and customer is a cycle of its own',
    about:
      'Entering "Waiting for customer" stops the clock, entering "Waiting for support" starts a new one from zero.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z', issueType: 'Service request', status: 'Waiting for support' },
    events: [
      { at: '2026-01-12T10:00Z', by: 'agent', kind: 'transition', to: 'Waiting for customer' },
      { at: '2026-01-12T15:00Z', by: 'customer', kind: 'transition', to: 'Waiting for support' },
      { at: '2026-01-12T17:30Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T12:00Z',
        measure: 'hands-on',
        expect: { cycles: 1, outcome: 'met', elapsed: '1h', goal: 'Service request' },
      },
      {
        at: '2026-01-12T15:00Z',
        measure: 'hands-on',
        expect: { cycles: 2, phase: 'running', elapsed: '0m' },
      },
      {
        at: '2026-01-12T18:00Z',
        measure: 'hands-on',
        expect: { cycles: 2, outcome: 'breached', elapsed: '2h 30m' },
      },
      { at: '2026-01-12T18:00Z', measure: 'hands-on', cycle: 1, expect: { outcome: 'met', elapsed: '1h' } },
    ],
  },
  {
    title: 'at one instant a stop counts first, then a pause, then a start',
    about:
      'One edit resolves the ticket and puts it into "Waiting for support": the old cycle stops and a new one starts at once. A cycle that starts in a pause starts paused.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z', status: 'Waiting for support' },
    events: [
      { at: '2026-01-12T10:00Z', by: 'agent', kind: 'transition', to: 'Pending' },
      {
        at: '2026-01-12T11:00Z',
        by: 'agent',
        kind: 'transition',
        to: 'Waiting for support',
        resolution: 'Workaround',
      },
    ],
    checkpoints: [
      { at: '2026-01-12T10:00Z', measure: 'hands-on', expect: { phase: 'paused', elapsed: '1h' } },
      {
        at: '2026-01-12T11:00Z',
        measure: 'hands-on',
        cycle: 1,
        expect: { outcome: 'met', elapsed: '1h', paused: '1h' },
      },
      {
        at: '2026-01-12T11:00Z',
        measure: 'hands-on',
        expect: { cycles: 2, started: '2026-01-12T11:00Z', phase: 'running', elapsed: '0m' },
      },
    ],
  },
];
