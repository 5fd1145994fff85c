import type { Scenario } from './scenario';

export const scenarios: readonly Scenario[] = [
  {
    title: 'the hour before the deadline is a working hour',
    about:
      'Four hours from Monday 17:00 on a day of 08-18 are due on Tuesday at 11:00; at risk with a quarter left is Tuesday 10:00, not midnight.',
    agreement: `
calendars:
  - { id: desk, name: Desk hours, timeZone: Europe/London, hours: { mon-fri: 08:00-18:00 } }
measures:
  - preset: time-to-resolution
    goals: [{ name: Four hours, within: 4h }]
    atRisk: 25%
`,
    ticket: { created: '2026-01-12T17:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-01-13T00:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'outside-hours', atRisk: false, breachTime: '2026-01-13T11:00Z' },
      },
      {
        at: '2026-01-13T09:59Z',
        measure: 'time-to-resolution',
        expect: { atRisk: false, remaining: '1h 1m' },
      },
      { at: '2026-01-13T10:00Z', measure: 'time-to-resolution', expect: { atRisk: true, remaining: '1h' } },
    ],
  },
  {
    title: 'days of different lengths are counted as long as they are',
    about:
      'Sixteen hours from Monday 11:00 with Monday 09-17, Tuesday 09-16, Wednesday closed, Thursday 08-17.',
    agreement: `
calendars:
  - id: uneven
    name: Uneven week
    timeZone: Europe/London
    hours: { mon: 09:00-17:00, tue: 09:00-16:00, thu: 08:00-17:00 }
measures:
  - preset: time-to-resolution
    goals: [{ name: Sixteen hours, within: 16h }]
`,
    ticket: { created: '2026-01-12T11:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-01-13T12:00Z',
        measure: 'time-to-resolution',
        expect: { elapsed: '9h', remaining: '7h', breachTime: '2026-01-15T11:00Z' },
      },
      {
        at: '2026-01-14T12:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'outside-hours', elapsed: '13h' },
      },
    ],
  },
  {
    title: 'a holiday moves the deadline past itself',
    about: 'Twelve hours from 10:00 on a day of eight, the next day being a holiday: 14:00 on the day after.',
    agreement: `
calendars:
  - id: uk
    name: UK office hours
    timeZone: Europe/London
    hours: { mon-fri: 09:00-17:00 }
    holidays: [{ date: 2026-05-25, name: Spring bank holiday }]
measures:
  - preset: time-to-resolution
    goals: [{ name: Twelve hours, within: 12h }]
`,
    ticket: { created: '2026-05-22T09:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-05-25T10:00Z',
        measure: 'time-to-resolution',
        expect: { phase: 'outside-hours', elapsed: '7h', breachTime: '2026-05-26T13:00Z' },
      },
    ],
  },
  {
    title: 'twenty-four office hours are three working days',
    about: 'A message of Friday 16:55 is due on Wednesday 16:55; nobody is told "five days".',
    agreement: `
calendars:
  - { id: uk, name: UK office hours, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }
measures:
  - preset: time-to-resolution
    goals: [{ name: Three working days, within: 24h }]
`,
    ticket: { created: '2026-01-16T16:55Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-01-16T17:00Z',
        measure: 'time-to-resolution',
        expect: { elapsed: '5m', remaining: '23h 55m', breachTime: '2026-01-21T16:55Z' },
      },
    ],
  },
];
