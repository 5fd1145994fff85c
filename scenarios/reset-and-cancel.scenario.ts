import type { Scenario } from './scenario';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a reset closes the cycle uncounted and begins a new one at once',
    about: 'The ticket turns out to be another kind of work, so its clock begins again.',
    agreement: `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: time-to-resolution
    resetOn: ['field "Region" changed']
    goals: [{ name: Four hours, within: 4h }]
`,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [{ at: '2026-01-12T12:00Z', by: 'agent', kind: 'field', field: 'Region', to: 'EMEA' }],
    checkpoints: [
      {
        at: '2026-01-12T13:00Z',
        measure: 'time-to-resolution',
        cycle: 1,
        expect: { outcome: 'reset', elapsed: '3h' },
      },
      {
        at: '2026-01-12T13:00Z',
        measure: 'time-to-resolution',
        expect: { cycles: 2, started: '2026-01-12T12:00Z', elapsed: '1h', breachTime: '2026-01-12T16:00Z' },
      },
    ],
  },
  {
    title: 'while it is cancelled there is no clock',
    about: 'A duplicate is not counted, whatever happens to it.',
    agreement: `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: time-to-resolution
    cancelWhile: labels = duplicate
    goals: [{ name: Four hours, within: 4h }]
`,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [{ at: '2026-01-12T10:00Z', by: 'agent', kind: 'labels', to: ['duplicate'] }],
    checkpoints: [
      { at: '2026-01-12T09:59Z', measure: 'time-to-resolution', expect: { outcome: 'ongoing' } },
      {
        at: '2026-01-13T09:00Z',
        measure: 'time-to-resolution',
        expect: { cycles: 1, outcome: 'cancelled', breached: false },
      },
    ],
  },
  {
    title: 'a retroactive start counts from creation and credits the pauses before it',
    about:
      'Raised to Highest after three hours, one of them on hold: two hours are used when the clock appears.',
    agreement: `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - id: major-incident
    name: Major incident
    start: [priority changed to Highest]
    stop: [resolution set]
    startFrom: created
    pauseWhile: [{ name: On hold, when: status = "On hold" }]
    goals: [{ name: Eight hours, within: 8h }]
`,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T10:00Z', by: 'agent', kind: 'transition', to: 'On hold' },
      { at: '2026-01-12T11:00Z', by: 'agent', kind: 'transition', to: 'In progress' },
      { at: '2026-01-12T12:00Z', by: 'agent', kind: 'priority', to: 'Highest' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T11:59Z',
        measure: 'major-incident',
        expect: { cycles: 0, notStarted: 'no-start-moment' },
      },
      {
        at: '2026-01-12T12:00Z',
        measure: 'major-incident',
        expect: {
          started: '2026-01-12T09:00Z',
          elapsed: '2h',
          paused: '1h',
          breachTime: '2026-01-12T18:00Z',
        },
      },
    ],
  },
  {
    title: 'a clock can start when a date comes',
    about:
      'A delivery promised for Thursday: the clock starts on Thursday at midnight in London, and hours begin at nine.',
    agreement: `
calendars:
  - { id: uk, name: UK office hours, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }
measures:
  - id: delivery
    name: Delivery after the due date
    start: [date reached "Due date"]
    stop: [resolution set]
    goals: [{ name: Four hours of grace, within: 4h }]
`,
    ticket: { created: '2026-01-12T09:00Z', dueDate: '2026-01-15' },
    events: [],
    checkpoints: [
      { at: '2026-01-14T23:59Z', measure: 'delivery', expect: { cycles: 0 } },
      {
        at: '2026-01-15T10:00Z',
        measure: 'delivery',
        expect: { started: '2026-01-15T00:00Z', elapsed: '1h', breachTime: '2026-01-15T13:00Z' },
      },
    ],
  },
];
