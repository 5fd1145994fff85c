import type { SiteData, SiteStatus, SiteUser } from './site-data';

const person = (accountId: string, displayName: string, rest: Partial<SiteUser> = {}): SiteUser => ({
  accountId,
  displayName,
  accountType: 'atlassian',
  emailAddress: `${accountId}@example.com`,
  timeZone: 'Europe/London',
  ...rest,
});

const STATUSES: readonly SiteStatus[] = [
  { id: '1', name: 'Open', category: 'new' },
  { id: '3', name: 'In Progress', category: 'indeterminate' },
  { id: '10001', name: 'Waiting for customer', category: 'indeterminate' },
  { id: '5', name: 'Resolved', category: 'done' },
  { id: '6', name: 'Closed', category: 'done' },
];

/** A small site for tests: one service desk with every kind of field, one software project, people of all roles. */
export const sampleSite: SiteData = {
  siteUrl: 'https://sample.atlassian.net',
  cloudId: '11111111-2222-4333-8444-555555555555',
  appAccountId: 'app',
  timeZone: 'UTC',
  users: [
    person('app', 'Accord', { accountType: 'app', timeZone: 'UTC' }),
    person('root', 'Rosa Admin', { siteAdmin: true }),
    person('lead', 'Lena Lead', { timeZone: 'Asia/Tokyo' }),
    person('agent', 'Ana Agent'),
    person('agent2', 'Abe Agent', { timeZone: 'America/New_York' }),
    person('manager', 'Mia Manager'),
    person('outsider', 'Otto Outsider'),
    person('customer', 'Carl Customer', { accountType: 'customer' }),
    person('customer2', 'Cleo Customer', { accountType: 'customer' }),
    person('gone', 'Gil Gone', { active: false }),
  ],
  projects: [
    {
      id: '10000',
      key: 'ITS',
      name: 'IT support',
      type: 'service_desk',
      issueTypes: [
        { id: '10010', name: 'Incident' },
        { id: '10011', name: 'Service request' },
      ],
      statuses: STATUSES,
      workflow: {
        initial: '1',
        transitions: [
          { id: '11', name: 'Start work', from: ['1'], to: '3' },
          { id: '21', name: 'Ask the customer', from: ['1', '3'], to: '10001' },
          { id: '31', name: 'Resume', from: ['10001'], to: '3' },
          { id: '41', name: 'Resolve', from: ['1', '3', '10001'], to: '5', resolution: '10200' },
          { id: '51', name: 'Close', from: ['5'], to: '6' },
          { id: '61', name: 'Reopen', from: ['5', '6'], to: '1' },
        ],
      },
      roles: {
        admin: ['lead'],
        agent: ['agent', 'agent2'],
        manager: ['manager'],
        customer: ['customer', 'customer2'],
      },
      components: [
        { id: '10100', name: 'Till' },
        { id: '10101', name: 'Network' },
      ],
      serviceDeskId: '1',
      requestTypes: [
        { id: '71', name: 'Report a fault', issueTypeId: '10010' },
        { id: '72', name: 'Ask a question', issueTypeId: '10011' },
      ],
      securityLevels: [
        { id: '10400', name: 'Staff', description: 'Everybody who works here', roles: ['admin', 'agent'] },
        { id: '10401', name: 'Personnel', accountIds: ['lead'], reporter: true, assignee: true },
      ],
    },
    {
      id: '10001',
      key: 'DEV',
      name: 'Development',
      type: 'software',
      issueTypes: [{ id: '10012', name: 'Bug' }],
      statuses: STATUSES.filter(({ id }) => id !== '10001'),
      workflow: {
        initial: '1',
        transitions: [
          { id: '11', name: 'Start', to: '3' },
          { id: '41', name: 'Done', to: '5' },
        ],
      },
      roles: { admin: ['lead'], agent: ['agent'], manager: [], customer: [] },
      components: [],
      requestTypes: [],
    },
  ],
  priorities: [
    { id: '1', name: 'Highest' },
    { id: '2', name: 'High' },
    { id: '3', name: 'Medium' },
    { id: '4', name: 'Low' },
  ],
  resolutions: [
    { id: '10200', name: 'Fixed' },
    { id: '10201', name: 'Duplicate' },
  ],
  fields: [
    { id: 'customfield_10010', name: 'Request Type', kind: 'request-type' },
    { id: 'customfield_10011', name: 'Organizations', kind: 'organizations' },
    { id: 'customfield_10012', name: 'Request participants', kind: 'participants' },
    {
      id: 'customfield_10013',
      name: 'Region',
      kind: 'select',
      options: [
        { id: '10300', value: 'EMEA' },
        { id: '10301', value: 'Americas' },
      ],
    },
    {
      id: 'customfield_10014',
      name: 'Services',
      kind: 'multi-select',
      options: [
        { id: '10310', value: 'Mail' },
        { id: '10311', value: 'Phone' },
      ],
    },
    { id: 'customfield_10015', name: 'Affected users', kind: 'number' },
    { id: 'customfield_10016', name: 'Promised on', kind: 'date' },
    { id: 'customfield_10017', name: 'Promised at', kind: 'datetime' },
    { id: 'customfield_10018', name: 'Service owner', kind: 'user' },
    { id: 'customfield_10019', name: 'Asset', kind: 'text' },
    { id: 'customfield_10020', name: 'Workaround', kind: 'textarea' },
    { id: 'customfield_10021', name: 'Watch team', kind: 'multi-user' },
    { id: 'customfield_10022', name: 'Satisfaction', kind: 'satisfaction' },
  ],
  organizations: [{ id: '900', name: 'Acme', memberAccountIds: ['customer', 'customer2'] }],
};
