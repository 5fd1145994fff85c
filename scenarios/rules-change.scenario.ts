import type { Scenario } from './scenario';

const first = `
version: 1
effectiveFrom: 2026-01-01
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: time-to-resolution
    goals: [{ name: Four hours, within: 4h }]
`;
const second = first
  .replace('version: 1', 'version: 2')
  .replace('effectiveFrom: 2026-01-01', 'effectiveFrom: 2026-02-02')
  .replace('{ name: Four hours, within: 4h }', '{ name: Two hours, within: 2h }');

export const scenarios: readonly Scenario[] = [
  {
    title: 'a stricter version does not flip a verdict that is closed',
    about: 'Resolved in two and a half hours under "four hours": met, and still met under any later version.',
    agreement: [first, second],
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T11:30Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
    ],
    checkpoints: [
      {
        at: '2026-02-10T09:00Z',
        measure: 'time-to-resolution',
        expect: { outcome: 'met', elapsed: '2h 30m', goal: 'Four hours', version: 1 },
      },
    ],
  },
  {
    title: 'an open cycle moves to the new version on its effective date and not before',
    about: 'Created an hour before version 2 takes effect at midnight in London.',
    agreement: [first, second],
    ticket: { created: '2026-02-01T23:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-02-01T23:59:59.999Z',
        measure: 'time-to-resolution',
        expect: { goal: 'Four hours', breachTime: '2026-02-02T03:00Z', version: 1 },
      },
      {
        at: '2026-02-02T00:00Z',
        measure: 'time-to-resolution',
        expect: { goal: 'Two hours', elapsed: '1h', breachTime: '2026-02-02T01:00Z', version: 2, cycles: 1 },
      },
    ],
  },
  {
    title: 'before the agreement is in force nothing is counted',
    about: 'The reason is told instead of a timer.',
    agreement: [second],
    ticket: { created: '2026-01-12T09:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-01-13T09:00Z',
        measure: 'time-to-resolution',
        expect: { cycles: 0, notStarted: 'not-in-force' },
      },
    ],
  },
];
