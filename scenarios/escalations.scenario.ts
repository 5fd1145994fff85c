import type { EscalationScenario } from './escalation-scenario';

const CALENDARS = `
calendars:
  - { id: office, name: Office hours, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
`;

/** Four office hours to resolve, the clock stands still while the customer is asked. */
const FOUR_HOURS = `${CALENDARS}
measures:
  - preset: time-to-resolution
    pauseWhile: [{ name: Waiting for customer, when: status = "Waiting for customer" }]
    goals: [{ name: Four hours, within: 4h, calendar: office }]
consequences:
  escalations:
    - { id: two-hours-left, name: Two hours left, when: 2h before breach, do: [{ comment: Two hours left }] }
    - { id: three-quarters, name: Three quarters used, when: at 75%, do: [{ comment: Three quarters used }] }
    - { id: missed, name: Goal missed, when: at breach, do: [{ comment: Goal missed }] }
    - { id: hour-late, name: An hour late, when: 1h after breach, do: [{ comment: An hour late }] }
`;

/** Goals that go on at night, and what follows by day only or at any hour. */
const BY_NIGHT = `${CALENDARS}
measures:
  - preset: time-to-resolution
    goals: [{ name: Four hours, within: 4h, calendar: always }]
consequences:
  escalations:
    - { id: by-day, name: Tell the team, when: at breach, do: [{ comment: Late }] }
    - { id: at-once, name: Tell who is on call, when: at breach, anyHour: true, do: [{ comment: Late }] }
`;

export const scenarios: readonly EscalationScenario[] = [
  {
    title: 'escalations happen before, at and after the breach, each once and in its second',
    about: 'At the limit itself the goal is still met: the breach is the first millisecond behind it.',
    agreement: FOUR_HOURS,
    ticket: { created: '2026-11-23T10:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-11-23T14:00Z',
        measure: 'time-to-resolution',
        expect: { breached: false, breachTime: '2026-11-23T14:00Z' },
      },
    ],
    until: '2026-11-24T12:00Z',
    done: [
      { at: '2026-11-23T12:00Z', escalation: 'two-hours-left' },
      { at: '2026-11-23T13:00Z', escalation: 'three-quarters' },
      { at: '2026-11-23T14:00:00.001Z', escalation: 'missed' },
      { at: '2026-11-23T15:00Z', escalation: 'hour-late' },
    ],
  },
  {
    title: 'a pause moves what is ahead',
    about: 'An hour and a half with the customer, so that everything comes an hour and a half later.',
    agreement: FOUR_HOURS,
    ticket: { created: '2026-11-23T10:00Z' },
    events: [
      { at: '2026-11-23T11:00Z', by: 'agent', kind: 'transition', to: 'Waiting for customer' },
      { at: '2026-11-23T12:30Z', by: 'agent', kind: 'transition', to: 'In Progress' },
    ],
    checkpoints: [
      {
        at: '2026-11-23T13:30Z',
        measure: 'time-to-resolution',
        expect: { elapsed: '2h', paused: '1h 30m', breachTime: '2026-11-23T15:30Z' },
      },
    ],
    until: '2026-11-24T17:00Z',
    done: [
      { at: '2026-11-23T13:30Z', escalation: 'two-hours-left' },
      { at: '2026-11-23T14:30Z', escalation: 'three-quarters' },
      { at: '2026-11-23T15:30:00.001Z', escalation: 'missed' },
      { at: '2026-11-23T16:30Z', escalation: 'hour-late' },
    ],
  },
  {
    title: 'a ticket that is resolved at its limit escalates no further',
    about: 'Closed in the last millisecond of its goal it is met, and nothing that follows a breach follows.',
    agreement: FOUR_HOURS,
    ticket: { created: '2026-11-23T10:00Z' },
    events: [
      { at: '2026-11-23T14:00Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Fixed' },
    ],
    checkpoints: [
      { at: '2026-11-23T14:01Z', measure: 'time-to-resolution', expect: { outcome: 'met', elapsed: '4h' } },
    ],
    until: '2026-11-24T17:00Z',
    done: [
      { at: '2026-11-23T12:00Z', escalation: 'two-hours-left' },
      { at: '2026-11-23T13:00Z', escalation: 'three-quarters' },
    ],
  },
  {
    title: 'what falls into the night waits for the morning, unless it may come at any hour',
    about: 'The goal goes on around the clock; the first calendar of the agreement says when people work.',
    agreement: BY_NIGHT,
    ticket: { created: '2026-11-23T20:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-11-24T00:01Z',
        measure: 'time-to-resolution',
        expect: { breached: true, breachTime: '2026-11-24T00:00Z' },
      },
    ],
    until: '2026-11-24T17:00Z',
    done: [
      { at: '2026-11-24T00:00:00.001Z', escalation: 'at-once' },
      { at: '2026-11-24T09:00Z', escalation: 'by-day' },
    ],
  },
  {
    title: 'what falls on a closing instant or a weekend waits for Monday',
    about: 'Friday at 17:00 people have gone: the first millisecond behind the goal is a closed one.',
    agreement: BY_NIGHT,
    ticket: { created: '2026-11-27T13:00Z' },
    events: [],
    checkpoints: [
      {
        at: '2026-11-27T17:00Z',
        measure: 'time-to-resolution',
        expect: { breached: false, breachTime: '2026-11-27T17:00Z' },
      },
    ],
    until: '2026-11-30T17:00Z',
    done: [
      { at: '2026-11-27T17:00:00.001Z', escalation: 'at-once' },
      { at: '2026-11-30T09:00Z', escalation: 'by-day' },
    ],
  },
  {
    title: 'an agreement that comes to cover a late ticket raises no storm',
    about:
      'In force from Tuesday on and counting from creation: what Monday would have asked for is noted, not done; what is still ahead is done.',
    agreement: `
effectiveFrom: 2026-11-24
${CALENDARS}
measures:
  - preset: time-to-resolution
    startFrom: created
    goals: [{ name: Two hours, within: 2h, calendar: always }]
consequences:
  escalations:
    - { id: half, name: Half of it used, when: at 50%, anyHour: true, do: [{ comment: Half }] }
    - { id: missed, name: Goal missed, when: at breach, anyHour: true, do: [{ comment: Late }] }
    - { id: day-late, name: A day late, when: 24h after breach, anyHour: true, do: [{ comment: A day late }] }
`,
    ticket: { created: '2026-11-23T09:30Z' },
    events: [],
    checkpoints: [
      { at: '2026-11-23T23:59Z', measure: 'time-to-resolution', expect: { notStarted: 'not-in-force' } },
      {
        at: '2026-11-24T00:00Z',
        measure: 'time-to-resolution',
        expect: { elapsed: '14h 30m', breached: true, breachTime: '2026-11-23T11:30Z' },
      },
    ],
    until: '2026-11-25T17:00Z',
    done: [{ at: '2026-11-24T11:30Z', escalation: 'day-late' }],
    notWaitedFor: ['half', 'missed'],
  },
  {
    title: 'each happens once for a cycle, whatever the priority does, and anew in the next',
    about:
      'Raised after five hours, its goal of four is missed at once; the half of it was told of before. Resolved and reopened, it begins anew.',
    agreement: `
${CALENDARS}
measures:
  - preset: time-to-resolution
    goals:
      - { name: High, when: priority = High, within: 4h, calendar: always }
      - { name: Everything else, within: 8h, calendar: always }
consequences:
  escalations:
    - { id: half, name: Half of it used, when: at 50%, anyHour: true, do: [{ comment: Half }] }
    - { id: missed, name: Goal missed, when: at breach, anyHour: true, do: [{ comment: Late }] }
`,
    ticket: { created: '2026-11-23T09:30Z' },
    events: [
      { at: '2026-11-23T14:30Z', by: 'agent', kind: 'priority', to: 'High' },
      { at: '2026-11-23T14:40Z', by: 'agent', kind: 'priority', to: 'Medium' },
      { at: '2026-11-23T14:50Z', by: 'agent', kind: 'priority', to: 'High' },
      { at: '2026-11-23T15:30Z', by: 'agent', kind: 'transition', to: 'Resolved', resolution: 'Fixed' },
      { at: '2026-11-23T16:30Z', by: 'agent', kind: 'transition', to: 'Open', resolution: null },
    ],
    checkpoints: [
      {
        at: '2026-11-23T14:30Z',
        measure: 'time-to-resolution',
        expect: { goal: 'High', elapsed: '5h', breached: true },
      },
      {
        at: '2026-11-23T17:00Z',
        measure: 'time-to-resolution',
        expect: { cycles: 2, elapsed: '30m', breachTime: '2026-11-23T20:30Z' },
      },
    ],
    until: '2026-11-24T17:00Z',
    done: [
      { at: '2026-11-23T13:30Z', escalation: 'half' },
      { at: '2026-11-23T14:30Z', escalation: 'missed' },
      { at: '2026-11-23T18:30Z', escalation: 'half', cycle: 2 },
      { at: '2026-11-23T20:30:00.001Z', escalation: 'missed', cycle: 2 },
    ],
  },
];
