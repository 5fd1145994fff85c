import type { Scenario, ScenarioEvent } from './scenario';

const agreement = (reopen: string) => `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: time-to-resolution
    reopen: ${reopen}
    goals: [{ name: Four hours, within: 4h }]
`;
const ticket = { created: '2026-01-12T09:00Z' };
const events: readonly ScenarioEvent[] = [
  { at: '2026-01-12T12:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
  { at: '2026-01-13T09:00Z', by: 'customer', kind: 'transition', to: 'Open', resolution: null },
  { at: '2026-01-13T11:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
];
const end = { at: '2026-01-14T09:00Z', measure: 'time-to-resolution' };

export const scenarios: readonly Scenario[] = [
  {
    title: 'reopening begins a new cycle by default',
    about: 'Three hours, then two: both within four. The first cycle keeps its verdict.',
    agreement: agreement('new-cycle'),
    ticket,
    events,
    checkpoints: [
      {
        ...end,
        cycle: 1,
        expect: { cycles: 2, outcome: 'met', elapsed: '3h', stopped: '2026-01-12T12:00Z' },
      },
      { ...end, cycle: 2, expect: { outcome: 'met', started: '2026-01-13T09:00Z', elapsed: '2h' } },
    ],
  },
  {
    title: 'reopening can go on with the old cycle',
    about: 'Three hours and two make five: breached. The night between does not count.',
    agreement: agreement('continue'),
    ticket,
    events,
    checkpoints: [
      { at: '2026-01-12T20:00Z', measure: 'time-to-resolution', expect: { outcome: 'met', elapsed: '3h' } },
      {
        at: '2026-01-13T09:30Z',
        measure: 'time-to-resolution',
        expect: { cycles: 1, phase: 'running', elapsed: '3h 30m', breachTime: '2026-01-13T10:00Z' },
      },
      { ...end, expect: { cycles: 1, outcome: 'breached', elapsed: '5h', remaining: '-1h' } },
    ],
  },
  {
    title: 'reopening can be ignored',
    about: 'The first verdict is the only one.',
    agreement: agreement('ignore'),
    ticket,
    events,
    checkpoints: [
      { ...end, expect: { cycles: 1, outcome: 'met', elapsed: '3h', stopped: '2026-01-12T12:00Z' } },
    ],
  },
];
