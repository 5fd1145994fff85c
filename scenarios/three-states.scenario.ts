import type { Scenario } from './scenario';

const calendarAndMeasure = `
calendars:
  - { id: uk, name: UK office hours, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }
measures:
  - preset: time-to-resolution
    pauseWhile: [{ name: On hold, when: status = "On hold" }]
    goals: [{ name: Eight hours, within: 8h }]
`;
const exclusion = (effect: string, signatures: string) => `
exclusions:
  - id: maintenance
    clause: 4.2 Planned maintenance
    effect: ${effect}
    when: labels = till-platform
    windows: [{ from: 2026-01-13T10:00Z, to: 2026-01-13T12:00Z }]
    agreed: { ${signatures} }
`;
const provider = 'provider: { by: Ana Ruiz, at: 2026-01-05T10:00Z }';
const customer = 'customer: { by: Sam Reed, at: 2026-01-06T10:00Z }';

export const scenarios: readonly Scenario[] = [
  {
    title: 'paused, outside hours and excluded are three states, and gross and net are both kept',
    about: 'Two hours of signed maintenance lie in the way: gross counts them, net does not.',
    agreement: calendarAndMeasure + exclusion('time', `${provider}, ${customer}`),
    ticket: { created: '2026-01-12T14:00Z', labels: ['till-platform'] },
    events: [
      { at: '2026-01-13T14:00Z', by: 'agent', kind: 'transition', to: 'On hold' },
      { at: '2026-01-13T15:00Z', by: 'agent', kind: 'transition', to: 'In progress' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T18:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'outside-hours', elapsed: '3h' },
      },
      {
        at: '2026-01-13T11:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'excluded', elapsed: '4h', grossElapsed: '5h', breachTime: '2026-01-13T16:00Z' },
      },
      {
        at: '2026-01-13T14:30Z',
        measure: 'time-to-resolution',
        expect: { phase: 'paused', elapsed: '6h', paused: '30m' },
      },
      {
        at: '2026-01-13T17:00Z',
        measure: 'time-to-resolution',
        expect: {
          phase: 'outside-hours',
          elapsed: '8h',
          breached: false,
          grossElapsed: '10h',
          grossBreached: true,
        },
      },
    ],
  },
  {
    title: 'an exclusion that only one side has signed changes nothing',
    about: 'It is kept in the document and shown; the clock runs on until the other side signs too.',
    agreement: calendarAndMeasure + exclusion('time', provider),
    ticket: { created: '2026-01-13T09:00Z', labels: ['till-platform'] },
    events: [],
    checkpoints: [
      {
        at: '2026-01-13T12:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'running', elapsed: '3h', grossElapsed: '3h' },
      },
    ],
  },
  {
    title: 'an exclusion applies only while its condition holds',
    about: 'The label comes off at 11:00: the second half of the window counts.',
    agreement: calendarAndMeasure + exclusion('time', `${provider}, ${customer}`),
    ticket: { created: '2026-01-13T09:00Z', labels: ['till-platform', 'store-12'] },
    events: [{ at: '2026-01-13T11:00Z', by: 'agent', kind: 'labels', to: ['store-12'] }],
    checkpoints: [
      {
        at: '2026-01-13T10:30Z',
        measure: 'time-to-resolution',
        expect: { phase: 'excluded', elapsed: '1h' },
      },
      {
        at: '2026-01-13T12:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'running', elapsed: '2h', grossElapsed: '3h' },
      },
    ],
  },
  {
    title: 'an exclusion of the whole cycle leaves it out of compliance and lets the clock run',
    about: 'The time is still shown; the cycle is neither for nor against the provider.',
    agreement: calendarAndMeasure + exclusion('cycle', `${provider}, ${customer}`),
    ticket: { created: '2026-01-13T09:00Z', labels: ['till-platform'] },
    events: [
      { at: '2026-01-14T16:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
    ],
    checkpoints: [
      {
        at: '2026-01-15T09:00Z',
        measure: 'time-to-resolution',
        expect: { elapsed: '15h', outcome: 'breached', leftOutBy: '4.2 Planned maintenance' },
      },
    ],
  },
];
