import type { Desk } from './generate-tickets';
import { templateOf, type RequestRow } from './requests';
import type { DemoProject, DemoUser } from './site';

const person = (accountId: string, displayName: string, avatarColor: string): DemoUser => ({
  accountId,
  displayName,
  accountType: 'atlassian',
  emailAddress: `${accountId.replace('-', '.')}@meridian-field.example`,
  timeZone: 'Europe/London',
  avatarColor,
});

/** The outsourcer's people. */
export const meridianStaff: readonly DemoUser[] = [
  person('gita-rao', 'Gita Rao', '#5243AA'),
  person('ivo-marin', 'Ivo Marin', '#206A83'),
  person('lucy-tate', 'Lucy Tate', '#974F0C'),
];

/** Devices in Acme's British stores: looked after by an outsourcer, compared with what Northwind does itself. */
export function meridianProject(site: {
  readonly issueTypes: DemoProject['issueTypes'];
  readonly statuses: DemoProject['statuses'];
  readonly transitions: DemoProject['workflow']['transitions'];
}): DemoProject {
  return {
    id: '10030',
    key: 'STOR',
    name: 'Acme store devices',
    description: 'Tills, printers and handhelds in the British stores of Acme Retail, served by Meridian',
    type: 'service_desk',
    leadAccountId: 'priya-nair',
    issueTypes: site.issueTypes,
    statuses: site.statuses,
    workflow: { initial: '10100', transitions: site.transitions },
    roles: {
      admin: ['priya-nair'],
      agent: ['ivo-marin', 'lucy-tate'],
      manager: ['ana-ruiz', 'gita-rao'],
      customer: ['harriet-cole', 'dev-sharma'],
    },
    components: [
      { id: '10230', name: 'Tills' },
      { id: '10231', name: 'Printers' },
      { id: '10232', name: 'Handhelds' },
    ],
    requestTypes: [
      { id: '31', name: 'Report a broken device', issueTypeId: '10001' },
      { id: '32', name: 'Ask for a visit', issueTypeId: '10002' },
    ],
  };
}

const BROKEN = 'Report a broken device';
const VISIT = 'Ask for a visit';

// prettier-ignore
const rows: readonly RequestRow[] = [
  [BROKEN, 'Tills', 'Till {till} in {store} stays dark', 'It was on last night. The socket works, the lamp next to it is on.', 'An engineer has your ticket and calls the store before leaving.', 'Does the small light at the back of the till blink?', 'No light at all.', 'Power supply, take two along.', 'The power supply was replaced; the till is on and has printed a test receipt.'],
  [BROKEN, 'Tills', 'Drawer of till {till} in {store} does not open', 'We open it with the key for every customer.', 'Thank you, a new lock is being packed.', 'Is it the drawer with the coin tray on the left?', 'On the left, yes.', 'Lock kit B.', 'The lock was replaced and opens with every sale.'],
  [BROKEN, 'Printers', 'Label printer in {store} eats the labels', 'Three rolls are wasted already.', 'Please switch it off; the engineer brings a new roller.', 'Which roll number is printed on the box?', 'It says 40 x 25.', 'Roller worn, serial of 2021.', 'The roller is new, fifty labels were printed as a test.'],
  [BROKEN, 'Printers', 'Receipts of till {till} in {store} come out blank', 'New paper does not help.', 'It may be the paper side; I am calling you now.', 'Does a scratch with a coin leave a grey line?', 'On one side only.', 'Wrong paper batch in the region.', 'The store had paper without coating. The right one is there and prints.'],
  [BROKEN, 'Handhelds', 'Handheld {device} in {store} restarts while scanning', 'Every twenty scans or so.', 'We swap it; please keep it charged until then.', 'Is it only this one?', 'Yes, the others are fine.', 'Known fault of the first batch.', 'The handheld was swapped for a new one.'],
  [VISIT, 'Tills', 'Move till {till} in {store} to the new counter', 'The counter is ready on Thursday evening.', 'Thursday evening is noted for an engineer.', 'Is there a network socket at the new counter?', 'Two of them.', 'Bring a longer cable.', 'The till stands on the new counter and works.'],
  [VISIT, 'Handhelds', 'Cradles for the stock room of {store}', 'We have four handhelds and two cradles.', 'Two cradles are reserved for you.', 'Is there a free socket near the door?', 'Yes, under the shelf.', 'Screws for concrete.', 'Two cradles are mounted and charging.'],
];

const promises: Readonly<Record<string, { readonly response: number; readonly resolution: number }>> = {
  Highest: { response: 45, resolution: 280 },
  High: { response: 36, resolution: 560 },
};

/** Meridian has the harder tickets, and takes longer than it promises. */
export const meridianDesk: Desk = {
  project: 'STOR',
  share: 1,
  book: {
    templates: rows.map(templateOf),
    words: {
      till: ['1', '2', '3', '4', '6'],
      store: ['Camden', 'Oxford Street', 'Leeds', 'Bristol', 'Croydon', 'Richmond'],
      device: ['H-2011', 'H-2034', 'H-2050'],
    },
  },
  customers: [
    { accountId: 'harriet-cole', zone: 'Europe/London', organization: 'Acme Retail UK' },
    { accountId: 'dev-sharma', zone: 'Europe/London', organization: 'Acme Retail UK' },
  ],
  agents: [
    { accountId: 'ivo-marin', zone: 'Europe/London' },
    { accountId: 'lucy-tate', zone: 'Europe/London' },
  ],
  promise: (priority) => promises[priority] ?? { response: 270, resolution: 1600 },
  issueTypeOf: { [BROKEN]: 'Incident' },
  priorities: [
    ['Highest', 10],
    ['High', 34],
    ['Medium', 44],
    ['Low', 12],
  ],
};
