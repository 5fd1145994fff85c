import type { Scenario } from './scenario';

const agreement = `
calendars:
  - { id: uk, name: UK office hours, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }
measures:
  - preset: time-to-resolution
    pauseWhile: [{ name: On hold, when: status = "On hold" }]
    goals: [{ name: A working day, within: 8h }]
`;

export const scenarios: readonly Scenario[] = [
  {
    title: 'a goal that is used up at closing time is due then, not at the next opening',
    about: 'The due instant is the earliest one at which elapsed = goal.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-01-12T16:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'running', remaining: '1h', atRisk: true, breachTime: '2026-01-12T17:00Z' },
      },
      {
        at: '2026-01-12T20:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'outside-hours', elapsed: '8h', remaining: '0m', breached: false },
      },
      {
        at: '2026-01-13T09:01Z',
        measure: 'time-to-resolution',
        expect: { breached: true, remaining: '-1m' },
      },
    ],
  },
  {
    title: 'a pause outside working hours changes nothing',
    about: 'On hold from closing to opening: no working minute lies in it, so none is given back.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T17:00Z', by: 'agent', kind: 'transition', to: 'On hold' },
      { at: '2026-01-13T09:00Z', by: 'agent', kind: 'transition', to: 'Open' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T16:59Z',
        measure: 'time-to-resolution',
        expect: { elapsed: '7h 59m', breachTime: '2026-01-12T17:00Z' },
      },
      {
        at: '2026-01-12T22:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'paused', elapsed: '8h', paused: '0m' },
      },
      {
        at: '2026-01-13T09:10Z',
        measure: 'time-to-resolution',
        expect: {
          phase: 'running',
          breached: true,
          remaining: '-10m',
          paused: '0m',
          breachTime: '2026-01-12T17:00Z',
        },
      },
    ],
  },
  {
    title: 'a pause that begins in hours and ends outside gives back its working part',
    about: 'On hold from 16:00 to 20:00 is one working hour.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T16:00Z', by: 'agent', kind: 'transition', to: 'On hold' },
      { at: '2026-01-12T20:00Z', by: 'agent', kind: 'transition', to: 'Open' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T18:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'paused', elapsed: '7h', paused: '1h', breachTime: null },
      },
      {
        at: '2026-01-12T21:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'outside-hours', remaining: '1h', paused: '1h', breachTime: '2026-01-13T10:00Z' },
      },
    ],
  },
];
