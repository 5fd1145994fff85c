import type { Scenario } from './scenario';

const common = `
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
`;

export const scenarios: readonly Scenario[] = [
  {
    title: 'every agreement that matches attaches, and one that does not says why',
    about: 'Towards the customer eight hours, between two teams three, and one for another kind of ticket.',
    agreement: [
      `${common}
id: customer
measures:
  - { id: with-customer, preset: time-to-resolution, goals: [{ name: Eight hours, within: 8h }] }
`,
      `${common}
id: between-teams
kind: ola
scope: issuetype = Incident
measures:
  - { id: between-teams, preset: time-to-resolution, goals: [{ name: Three hours, within: 3h }] }
`,
      `${common}
id: requests
scope: issuetype = "Service request"
measures:
  - { id: requests, preset: time-to-resolution, goals: [{ name: A day, within: 24h }] }
`,
    ],
    ticket: { created: '2026-01-12T09:00Z' },
    events: [],
    checkpoints: [
      { at: '2026-01-12T10:00Z', measure: 'with-customer', expect: { breachTime: '2026-01-12T17:00Z' } },
      { at: '2026-01-12T10:00Z', measure: 'between-teams', expect: { breachTime: '2026-01-12T12:00Z' } },
      { at: '2026-01-12T10:00Z', measure: 'requests', expect: { cycles: 0, notStarted: 'out-of-scope' } },
    ],
  },
];
