import type { Scenario } from './scenario';

const agreement = `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: time-to-first-response
    goals: [{ name: One hour, within: 1h }]
`;

export const scenarios: readonly Scenario[] = [
  {
    title: 'robots, notes among agents and the customer himself do not answer a ticket',
    about:
      'A first response is a public comment by someone on the side of the provider who is not the reporter.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      {
        at: '2026-01-12T09:00:05Z',
        by: 'robot',
        kind: 'comment',
        text: 'We received your request.',
        internal: false,
      },
      {
        at: '2026-01-12T09:10Z',
        by: 'agent',
        kind: 'comment',
        text: 'Looks like the proxy again.',
        internal: true,
      },
      {
        at: '2026-01-12T09:20Z',
        by: 'customer',
        kind: 'comment',
        text: 'It happens on two tills.',
        internal: false,
      },
      {
        at: '2026-01-12T09:40Z',
        by: 'other agent',
        kind: 'comment',
        text: 'I am looking at it.',
        internal: false,
      },
      { at: '2026-01-12T09:50Z', by: 'agent', kind: 'comment', text: 'Fixed, please try.', internal: false },
    ],
    checkpoints: [
      {
        at: '2026-01-12T09:30Z',
        measure: 'time-to-first-response',
        expect: { outcome: 'ongoing', elapsed: '30m', remaining: '30m' },
      },
      {
        at: '2026-01-12T12:00Z',
        measure: 'time-to-first-response',
        expect: { cycles: 1, outcome: 'met', elapsed: '40m', flag: null },
      },
    ],
  },
  {
    title: 'an agent who raised the ticket does not answer himself',
    about: 'He is the reporter, so on this ticket he stands on the side of the customer.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z', reporter: 'agent' },
    events: [
      { at: '2026-01-12T09:10Z', by: 'agent', kind: 'comment', text: 'More details below.', internal: false },
      {
        at: '2026-01-12T09:45Z',
        by: 'other agent',
        kind: 'comment',
        text: 'Thanks, on it.',
        internal: false,
      },
    ],
    checkpoints: [
      {
        at: '2026-01-12T10:00Z',
        measure: 'time-to-first-response',
        expect: { outcome: 'met', elapsed: '45m' },
      },
    ],
  },
  {
    title: 'resolving without a reply ends the clock and says so',
    about: 'It counts as a response, with a flag that reports can filter by.',
    agreement,
    ticket: { created: '2026-01-12T09:00Z' },
    events: [
      { at: '2026-01-12T09:20Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Done' },
      { at: '2026-01-12T09:50Z', by: 'customer', kind: 'transition', to: 'Open', resolution: null },
      {
        at: '2026-01-12T11:50Z',
        by: 'agent',
        kind: 'comment',
        text: 'Sorry, now it works.',
        internal: false,
      },
    ],
    checkpoints: [
      {
        at: '2026-01-12T12:00Z',
        measure: 'time-to-first-response',
        expect: { cycles: 1, outcome: 'met', elapsed: '20m', flag: 'resolved without a reply' },
      },
    ],
  },
];
