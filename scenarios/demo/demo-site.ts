import { meridianProject, meridianStaff } from './meridian';
import type { DemoProject, DemoSite, DemoStatus, DemoTransition, DemoUser } from './site';

const statuses: readonly DemoStatus[] = [
  { id: '10100', name: 'Waiting for support', category: 'new' },
  { id: '10101', name: 'In progress', category: 'indeterminate' },
  { id: '10102', name: 'Waiting for customer', category: 'indeterminate' },
  { id: '10103', name: 'Pending', category: 'indeterminate' },
  { id: '10104', name: 'Resolved', category: 'done' },
  { id: '10105', name: 'Closed', category: 'done' },
  { id: '10106', name: 'Canceled', category: 'done' },
];

const transitions: readonly DemoTransition[] = [
  { id: '11', name: 'Start work', from: ['10100', '10102', '10103'], to: '10101' },
  { id: '21', name: 'Respond to customer', from: ['10100', '10101', '10103'], to: '10102' },
  { id: '31', name: 'Respond to support', from: ['10102'], to: '10100' },
  { id: '41', name: 'Wait for vendor', from: ['10100', '10101', '10102'], to: '10103' },
  { id: '51', name: 'Resolve', from: ['10100', '10101', '10102', '10103'], to: '10104', resolution: '10000' },
  { id: '61', name: 'Reopen', from: ['10104'], to: '10100' },
  { id: '71', name: 'Close', from: ['10104'], to: '10105' },
  {
    id: '81',
    name: 'Cancel request',
    from: ['10100', '10101', '10102', '10103'],
    to: '10106',
    resolution: '10001',
  },
];

const issueTypes = [
  { id: '10001', name: 'Incident', description: 'Something that worked has stopped working' },
  { id: '10002', name: 'Service request', description: 'Something a person needs' },
  { id: '10003', name: 'Change', description: 'A planned change of a system' },
];

const london = 'Europe/London';
const newYork = 'America/New_York';
const singapore = 'Asia/Singapore';

const staff = (accountId: string, displayName: string, timeZone: string, avatarColor: string): DemoUser => ({
  accountId,
  displayName,
  accountType: 'atlassian',
  emailAddress: `${accountId.replace('-', '.')}@northwind-it.example`,
  timeZone,
  avatarColor,
});
const customer = (accountId: string, displayName: string, timeZone: string, domain: string): DemoUser => ({
  accountId,
  displayName,
  accountType: 'customer',
  emailAddress: `${accountId.replaceAll('-', '.')}@${domain}.example`,
  timeZone,
});
const app = (accountId: string, displayName: string): DemoUser => ({
  accountId,
  displayName,
  accountType: 'app',
  timeZone: 'UTC',
});

const users: readonly DemoUser[] = [
  { ...staff('priya-nair', 'Priya Nair', london, '#6554C0'), siteAdmin: true },
  staff('ana-ruiz', 'Ana Ruiz', london, '#00875A'),
  staff('ben-okafor', 'Ben Okafor', london, '#0052CC'),
  staff('chloe-martin', 'Chloe Martin', london, '#DE350B'),
  staff('tom-hughes', 'Tom Hughes', london, '#FF8B00'),
  staff('wei-chen', 'Wei Chen', singapore, '#008DA6'),
  staff('aisha-rahman', 'Aisha Rahman', singapore, '#403294'),
  staff('marcus-bell', 'Marcus Bell', newYork, '#172B4D'),
  ...meridianStaff,
  customer('sam-reed', 'Sam Reed', newYork, 'acme-retail'),
  customer('olivia-grant', 'Olivia Grant', newYork, 'acme-retail'),
  customer('jorge-alvarez', 'Jorge Alvarez', newYork, 'acme-retail'),
  customer('nina-brooks', 'Nina Brooks', newYork, 'acme-retail'),
  customer('harriet-cole', 'Harriet Cole', london, 'acme-retail'),
  customer('dev-sharma', 'Dev Sharma', london, 'acme-retail'),
  customer('mei-lin-tan', 'Mei Lin Tan', singapore, 'globex-shipping'),
  customer('arjun-menon', 'Arjun Menon', singapore, 'globex-shipping'),
  customer('hui-min-lee', 'Hui Min Lee', singapore, 'globex-shipping'),
  customer('rosa-dekker', 'Rosa Dekker', london, 'globex-shipping'),
  customer('milton-waddams', 'Milton Waddams', london, 'initech'),
  customer('joanna-price', 'Joanna Price', london, 'initech'),
  app('automation-for-jira', 'Automation for Jira'),
  app('accord', 'Accord'),
];

const acme: DemoProject = {
  id: '10000',
  key: 'ACME',
  name: 'Acme Retail IT support',
  description: 'Stores, tills and offices of Acme Retail, served from London',
  type: 'service_desk',
  leadAccountId: 'priya-nair',
  issueTypes,
  statuses,
  workflow: { initial: '10100', transitions },
  roles: {
    admin: ['priya-nair'],
    agent: ['ben-okafor', 'chloe-martin', 'tom-hughes', 'marcus-bell'],
    manager: ['ana-ruiz'],
    customer: ['sam-reed', 'olivia-grant', 'jorge-alvarez', 'nina-brooks', 'harriet-cole', 'dev-sharma'],
  },
  components: [
    { id: '10200', name: 'Tills' },
    { id: '10201', name: 'Payments' },
    { id: '10202', name: 'Network' },
    { id: '10203', name: 'Email' },
    { id: '10204', name: 'Accounts' },
    { id: '10205', name: 'Devices' },
  ],
  requestTypes: [
    { id: '1', name: 'Report a system problem', issueTypeId: '10001' },
    { id: '2', name: 'Get IT help', issueTypeId: '10002' },
    { id: '3', name: 'Request access', issueTypeId: '10002' },
    { id: '4', name: 'Request new hardware', issueTypeId: '10002' },
    { id: '5', name: 'Ask a question', issueTypeId: '10002' },
    { id: '6', name: 'Request a change', issueTypeId: '10003' },
  ],
  securityLevels: [
    {
      id: '10500',
      name: 'Personnel matters',
      description: 'Who leaves, and who may see what: not for everybody who looks on',
      roles: ['admin'],
      accountIds: ['chloe-martin'],
      reporter: true,
      assignee: true,
    },
  ],
};

const globex: DemoProject = {
  id: '10010',
  key: 'GLBX',
  name: 'Globex operations desk',
  description:
    'Ships, ports and offices of Globex Shipping, served from Singapore, London and New York in turn',
  type: 'service_desk',
  leadAccountId: 'priya-nair',
  issueTypes,
  statuses,
  workflow: { initial: '10100', transitions },
  roles: {
    admin: ['priya-nair'],
    agent: ['wei-chen', 'aisha-rahman', 'ben-okafor', 'marcus-bell'],
    manager: ['ana-ruiz'],
    customer: ['mei-lin-tan', 'arjun-menon', 'hui-min-lee', 'rosa-dekker'],
  },
  components: [
    { id: '10210', name: 'Port connectivity' },
    { id: '10211', name: 'Vessel tracking' },
    { id: '10212', name: 'Booking system' },
    { id: '10213', name: 'Email' },
    { id: '10214', name: 'Accounts' },
    { id: '10215', name: 'Devices' },
  ],
  requestTypes: [
    { id: '11', name: 'Report an outage', issueTypeId: '10001' },
    { id: '12', name: 'Get operations help', issueTypeId: '10002' },
    { id: '13', name: 'Request access for crew', issueTypeId: '10002' },
    { id: '14', name: 'Onboard a new employee', issueTypeId: '10002' },
  ],
};

/** Signed on last week, with no agreement yet: here an admin sees what a first day looks like. */
const initech: DemoProject = {
  id: '10020',
  key: 'INIT',
  name: 'Initech service desk',
  description: 'The Leeds office of Initech, served from London; its agreement is still to be written',
  type: 'service_desk',
  leadAccountId: 'priya-nair',
  issueTypes,
  statuses,
  workflow: { initial: '10100', transitions },
  roles: {
    admin: ['priya-nair'],
    agent: ['ben-okafor', 'chloe-martin'],
    manager: ['ana-ruiz'],
    customer: ['milton-waddams', 'joanna-price'],
  },
  components: [],
  requestTypes: [
    { id: '21', name: 'Report a problem', issueTypeId: '10001' },
    { id: '22', name: 'Get help', issueTypeId: '10002' },
  ],
};

/**
 * Northwind IT serves Acme Retail, Globex Shipping and, since last week, Initech from London, New York and
 * Singapore. The devices in Acme's British stores are in the hands of an outsourcer, Meridian Field Services.
 */
export const demoSite: DemoSite = {
  siteUrl: 'https://northwind-it.atlassian.net',
  cloudId: '3c9d7a52-6a41-4a0e-9f0e-6d1f3f2f8a10',
  appAccountId: 'accord',
  timeZone: london,
  users,
  projects: [acme, globex, initech, meridianProject({ issueTypes, statuses, transitions })],
  priorities: [
    { id: '1', name: 'Highest', statusColor: '#d04437' },
    { id: '2', name: 'High', statusColor: '#f15C75' },
    { id: '3', name: 'Medium', statusColor: '#f79232' },
    { id: '4', name: 'Low', statusColor: '#707070' },
    { id: '5', name: 'Lowest', statusColor: '#999999' },
  ],
  resolutions: [
    { id: '10000', name: 'Done' },
    { id: '10001', name: "Won't Do" },
    { id: '10002', name: 'Duplicate' },
    { id: '10003', name: 'Known Error' },
  ],
  fields: [
    { id: 'customfield_10010', name: 'Request Type', kind: 'request-type' },
    { id: 'customfield_10002', name: 'Organizations', kind: 'organizations' },
    {
      id: 'customfield_10060',
      name: 'Region',
      kind: 'select',
      options: [
        { id: '10300', value: 'EMEA' },
        { id: '10301', value: 'Americas' },
        { id: '10302', value: 'APAC' },
      ],
    },
    { id: 'customfield_10061', name: 'Satisfaction', kind: 'satisfaction' },
  ],
  organizations: [
    {
      id: '1',
      name: 'Acme Retail US',
      memberAccountIds: ['sam-reed', 'olivia-grant', 'jorge-alvarez', 'nina-brooks'],
    },
    { id: '2', name: 'Acme Retail UK', memberAccountIds: ['harriet-cole', 'dev-sharma'] },
    {
      id: '3',
      name: 'Globex Shipping',
      memberAccountIds: ['mei-lin-tan', 'arjun-menon', 'hui-min-lee', 'rosa-dekker'],
    },
    { id: '4', name: 'Initech', memberAccountIds: ['milton-waddams', 'joanna-price'] },
  ],
};
