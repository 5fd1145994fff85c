import type { Scenario } from './scenario';

export const scenarios: readonly Scenario[] = [
  {
    title: 'waiting for a vendor stands still in working time',
    about:
      'Eight hours, Monday 09:00 to Thursday 10:00, with the vendor from Monday 11:00 to Wednesday 14:00: six hours.',
    agreement: `
calendars:
  - { id: uk, name: UK office hours, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }
measures:
  - preset: time-to-resolution
    pauseWhile: [{ name: Pending vendor, when: status = Pending }]
    goals: [{ name: Eight hours, within: 8h }]
`,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T11:00Z', by: 'agent', kind: 'transition', to: 'Pending' },
      { at: '2026-01-14T14:00Z', by: 'agent', kind: 'transition', to: 'In progress' },
      { at: '2026-01-15T10:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
    ],
    checkpoints: [
      {
        at: '2026-01-13T12:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'paused', elapsed: '2h', remaining: '6h', paused: '9h', breachTime: null },
      },
      {
        at: '2026-01-16T09:00Z',
        measure: 'time-to-resolution',
        expect: {
          outcome: 'met',
          elapsed: '6h',
          remaining: '2h',
          paused: '19h',
          breachTime: '2026-01-15T12:00Z',
        },
      },
    ],
  },
  {
    title: 'ten minutes of pause move the deadline by ten minutes',
    about: 'Around the clock, sixty minutes, pending from minute 10 to minute 20: due at minute 70.',
    agreement: `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: time-to-resolution
    pauseWhile: [{ name: Pending vendor, when: status = Pending }]
    goals: [{ name: One hour, within: 1h }]
`,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T09:10Z', by: 'agent', kind: 'transition', to: 'Pending' },
      { at: '2026-01-12T09:20Z', by: 'agent', kind: 'transition', to: 'In progress' },
    ],
    checkpoints: [
      { at: '2026-01-12T09:30Z', measure: 'time-to-resolution', expect: { breachTime: '2026-01-12T10:10Z' } },
    ],
  },
  {
    title: 'the mirror clock shows how long the customer took',
    about:
      'Customer wait runs only while the ticket waits on the customer; nothing is promised, so there is no goal.',
    agreement: `
calendars:
  - { id: uk, name: UK office hours, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }
measures:
  - preset: customer-wait
    runWhile: { name: Waiting for customer, when: status = "Waiting for customer" }
  - preset: agent-work-time
    pauseWhile: [{ name: Waiting for customer, when: status = "Waiting for customer" }]
    goals: [{ name: Four hours of work, within: 4h }]
`,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T10:00Z', by: 'agent', kind: 'transition', to: 'Waiting for customer' },
      { at: '2026-01-13T10:00Z', by: 'customer', kind: 'transition', to: 'In progress' },
      { at: '2026-01-13T11:30Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
      { at: '2026-01-14T09:00Z', by: 'customer', kind: 'transition', to: 'In progress', resolution: null },
      { at: '2026-01-14T10:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T09:30Z',
        measure: 'customer-wait',
        expect: { phase: 'paused', elapsed: '0m', goal: null },
      },
      {
        at: '2026-01-12T12:00Z',
        measure: 'customer-wait',
        expect: { phase: 'running', elapsed: '2h', remaining: null },
      },
      {
        at: '2026-01-15T12:00Z',
        measure: 'customer-wait',
        expect: { cycles: 1, outcome: 'no-goal', elapsed: '8h', phase: null },
      },
      {
        at: '2026-01-15T12:00Z',
        measure: 'agent-work-time',
        expect: { cycles: 1, outcome: 'met', elapsed: '3h 30m', remaining: '30m' },
      },
    ],
  },
];
