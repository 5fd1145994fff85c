import type { Scenario } from './scenario';

export const scenarios: readonly Scenario[] = [
  {
    title: 'the oldest unanswered message counts, not the latest',
    about:
      'A second message of the customer does not restart the clock. Thanks on a resolved ticket start none.',
    agreement: `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: next-response
    goals: [{ name: One hour, within: 1h }]
`,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T10:00Z', by: 'customer', kind: 'comment', text: 'Any news?', internal: false },
      {
        at: '2026-01-12T10:40Z',
        by: 'customer',
        kind: 'comment',
        text: 'It is getting worse.',
        internal: false,
      },
      { at: '2026-01-12T11:10Z', by: 'agent', kind: 'comment', text: 'We found the cause.', internal: false },
      { at: '2026-01-12T12:00Z', by: 'customer', kind: 'comment', text: 'Great, how long?', internal: false },
      { at: '2026-01-12T12:05Z', by: 'agent', kind: 'comment', text: 'An hour.', internal: false },
      { at: '2026-01-12T13:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
      { at: '2026-01-12T13:30Z', by: 'customer', kind: 'comment', text: 'Thank you!', internal: false },
      { at: '2026-01-12T14:00Z', by: 'customer', kind: 'transition', to: 'Open', resolution: null },
    ],
    checkpoints: [
      {
        at: '2026-01-12T09:30Z',
        measure: 'next-response',
        expect: { cycles: 0, notStarted: 'no-start-moment' },
      },
      {
        at: '2026-01-12T10:50Z',
        measure: 'next-response',
        expect: { started: '2026-01-12T10:00Z', elapsed: '50m', breachTime: '2026-01-12T11:00Z' },
      },
      {
        at: '2026-01-12T13:45Z',
        measure: 'next-response',
        cycle: 1,
        expect: { cycles: 2, outcome: 'breached', elapsed: '1h 10m' },
      },
      {
        at: '2026-01-12T13:45Z',
        measure: 'next-response',
        cycle: 2,
        expect: { outcome: 'met', elapsed: '5m' },
      },
      {
        at: '2026-01-12T14:10Z',
        measure: 'next-response',
        expect: { cycles: 3, started: '2026-01-12T14:00Z', outcome: 'ongoing', elapsed: '10m' },
      },
    ],
  },
  {
    title: 'the provider speaks at least every two hours while the ticket is open',
    about: 'Each public comment ends one cycle and begins the next; resolving ends the last.',
    agreement: `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: periodic-update
    goals: [{ name: Every two hours, within: 2h }]
`,
    ticket: { created: '2026-01-12T09:00Z', priority: 'Highest' },
    events: [
      {
        at: '2026-01-12T10:30Z',
        by: 'agent',
        kind: 'comment',
        text: 'We are restoring the backup.',
        internal: false,
      },
      { at: '2026-01-12T12:45Z', by: 'agent', kind: 'comment', text: 'Half of it is back.', internal: false },
      { at: '2026-01-12T13:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
      { at: '2026-01-12T13:05Z', by: 'agent', kind: 'comment', text: 'All back. Closing.', internal: false },
    ],
    checkpoints: [
      {
        at: '2026-01-12T18:00Z',
        measure: 'periodic-update',
        cycle: 1,
        expect: { outcome: 'met', elapsed: '1h 30m' },
      },
      {
        at: '2026-01-12T18:00Z',
        measure: 'periodic-update',
        cycle: 2,
        expect: { outcome: 'breached', elapsed: '2h 15m' },
      },
      {
        at: '2026-01-12T18:00Z',
        measure: 'periodic-update',
        expect: { cycles: 3, outcome: 'met', elapsed: '15m' },
      },
    ],
  },
];
