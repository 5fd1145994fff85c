import type { Scenario } from './scenario';

const agreement = `
calendars:
  - { id: uk, name: UK office hours, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }
measures:
  - preset: time-to-first-response
    goals: [{ name: One working hour, within: 1h }]
`;

export const scenarios: readonly Scenario[] = [
  {
    title: 'a reply at the very end of the goal meets it',
    about:
      'A goal is met iff elapsed <= goal, in whole milliseconds: 30 minutes before closing, 30 after opening.',
    agreement,
    ticket: { created: '2026-01-14T16:30Z' },
    events: [
      { at: '2026-01-15T09:30Z', by: 'agent', kind: 'comment', text: 'We are on it.', internal: false },
    ],
    checkpoints: [
      {
        at: '2026-01-14T16:45Z',
        measure: 'time-to-first-response',
        expect: {
          phase: 'running',
          elapsed: '15m',
          remaining: '45m',
          breachTime: '2026-01-15T09:30Z',
          atRisk: false,
        },
      },
      {
        at: '2026-01-15T03:00Z',
        measure: 'time-to-first-response',
        expect: { phase: 'outside-hours', elapsed: '30m', breached: false },
      },
      {
        at: '2026-01-15T09:30Z',
        measure: 'time-to-first-response',
        expect: {
          outcome: 'met',
          elapsed: '1h',
          remaining: '0m',
          breached: false,
          stopped: '2026-01-15T09:30Z',
        },
      },
    ],
  },
  {
    title: 'a reply half an hour later is half an hour late',
    about: 'The same ticket answered at 10:00.',
    agreement,
    ticket: { created: '2026-01-14T16:30Z' },
    events: [
      { at: '2026-01-15T10:00Z', by: 'agent', kind: 'comment', text: 'We are on it.', internal: false },
    ],
    checkpoints: [
      {
        at: '2026-01-15T09:30Z',
        measure: 'time-to-first-response',
        expect: { outcome: 'ongoing', elapsed: '1h', remaining: '0m', breached: false },
      },
      {
        at: '2026-01-15T09:30:00.001Z',
        measure: 'time-to-first-response',
        expect: { outcome: 'ongoing', breached: true },
      },
      {
        at: '2026-01-15T12:00Z',
        measure: 'time-to-first-response',
        expect: {
          outcome: 'breached',
          elapsed: '1h 30m',
          remaining: '-30m',
          breachTime: '2026-01-15T09:30Z',
        },
      },
    ],
  },
];
