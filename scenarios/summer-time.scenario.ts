import type { Scenario } from './scenario';

const agreement = (zone: string, hours: string, within: string) => `
calendars:
  - { id: here, name: Local hours, timeZone: ${zone}, hours: ${hours} }
measures:
  - preset: time-to-resolution
    goals: [{ name: Promise, within: ${within} }]
`;

export const scenarios: readonly Scenario[] = [
  {
    title: 'twenty-four hours around the clock are twenty-four hours, also when clocks go forward',
    about: 'London, Saturday 28 March 2026 at 12:00 and a day: Sunday at 13:00 summer time.',
    agreement: agreement('Europe/London', 'always', '24h'),
    ticket: { created: '2026-03-28T12:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-03-29T06:00Z',
        measure: 'time-to-resolution',
        expect: { elapsed: '18h', breachTime: '2026-03-29T13:00+01:00' },
      },
    ],
  },
  {
    title: 'a night shift is an hour shorter in spring',
    about: 'Open 00-08 in London: seven hours on 29 March.',
    agreement: agreement('Europe/London', '{ mon-sun: 00:00-08:00 }', '20h'),
    ticket: { created: '2026-03-28T20:00Z' },
    events: [],
    checkpoints: [{ at: '2026-03-29T20:00Z', measure: 'time-to-resolution', expect: { elapsed: '7h' } }],
  },
  {
    title: 'a night shift is an hour longer in autumn',
    about: 'Open 00-08 in London: nine hours on 25 October.',
    agreement: agreement('Europe/London', '{ mon-sun: 00:00-08:00 }', '20h'),
    ticket: { created: '2026-10-24T20:00Z' },
    events: [],
    checkpoints: [{ at: '2026-10-25T20:00Z', measure: 'time-to-resolution', expect: { elapsed: '9h' } }],
  },
  {
    title: 'office hours stay where the clock on the wall shows them',
    about:
      'New York, Friday 6 March 2026 at 16:00 and four hours: Monday at noon, which is 16:00 UTC by then.',
    agreement: agreement('America/New_York', '{ mon-fri: 09:00-17:00 }', '4h'),
    ticket: { created: '2026-03-06T16:00-05:00' },
    events: [],
    checkpoints: [
      {
        at: '2026-03-08T12:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'outside-hours', elapsed: '1h', breachTime: '2026-03-09T16:00Z' },
      },
    ],
  },
];
