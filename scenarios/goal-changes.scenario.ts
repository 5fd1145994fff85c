import type { Scenario } from './scenario';

const agreement = `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: time-to-resolution
    pauseWhile: [{ name: Pending vendor, when: status = Pending }]
    goals:
      - { name: Highest, when: priority = Highest, within: 4h }
      - { name: Questions, when: issuetype = Question, within: none }
      - { name: Everything else, within: 8h }
`;

export const scenarios: readonly Scenario[] = [
  {
    title: 'a raised priority brings the shorter goal and keeps the time already used',
    about:
      'The start stays, elapsed is kept, the goal valid at the moment applies; earlier pauses stay credited.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T10:00Z', by: 'agent', kind: 'transition', to: 'Pending' },
      { at: '2026-01-12T11:00Z', by: 'agent', kind: 'transition', to: 'In progress' },
      { at: '2026-01-12T13:00Z', by: 'customer', kind: 'priority', to: 'Highest' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T12:59Z',
        measure: 'time-to-resolution',
        expect: { goal: 'Everything else', elapsed: '2h 59m', breachTime: '2026-01-12T18:00Z' },
      },
      {
        at: '2026-01-12T13:00Z',
        measure: 'time-to-resolution',
        expect: {
          goal: 'Highest',
          elapsed: '3h',
          remaining: '1h',
          paused: '1h',
          breachTime: '2026-01-12T14:00Z',
          cycles: 1,
        },
      },
    ],
  },
  {
    title: 'a goal that is lowered again takes the breach back with it while the ticket is open',
    about:
      'Five hours in, four are promised: late. Back at eight hours it is on time again; the last goal judges.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z', priority: 'Highest' },
    events: [
      { at: '2026-01-12T14:00Z', by: 'agent', kind: 'priority', to: 'Medium' },
      { at: '2026-01-12T15:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T13:30Z',
        measure: 'time-to-resolution',
        expect: { breached: true, remaining: '-30m' },
      },
      {
        at: '2026-01-12T14:00Z',
        measure: 'time-to-resolution',
        expect: { breached: false, remaining: '3h' },
      },
      { at: '2026-01-12T16:00Z', measure: 'time-to-resolution', expect: { outcome: 'met', elapsed: '6h' } },
    ],
  },
  {
    title: 'no goal is a goal that is shown',
    about: 'Questions have a clock and no promise; they are neither met nor breached.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z', issueType: 'Question' },
    events: [
      { at: '2026-01-14T09:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
    ],
    checkpoints: [
      {
        at: '2026-01-12T12:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'running', elapsed: '3h', remaining: null, breachTime: null, breached: false },
      },
      {
        at: '2026-01-15T09:00Z',
        measure: 'time-to-resolution',
        expect: { outcome: 'no-goal', elapsed: '48h' },
      },
    ],
  },
];
