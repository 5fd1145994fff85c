import type { Ticket, TicketEvent, TicketEventKind } from '../ticket';

export interface Hero {
  readonly story: string;
  readonly ticket: Omit<Ticket, 'key'>;
}

const at = (text: string): number => Date.parse(`2026-${text}Z`);
const on = (text: string, by: string, event: TicketEventKind): TicketEvent => ({
  at: at(text),
  by,
  ...event,
});
const say = (text: string, by: string, words: string): TicketEvent =>
  on(text, by, { kind: 'comment', text: words, internal: false });
const note = (text: string, by: string, words: string): TicketEvent =>
  on(text, by, { kind: 'comment', text: words, internal: true });
const move = (text: string, by: string, to: string, resolution?: string | null): TicketEvent =>
  on(
    text,
    by,
    resolution === undefined ? { kind: 'transition', to } : { kind: 'transition', to, resolution },
  );
const take = (text: string, by: string): TicketEvent => on(text, by, { kind: 'assign', to: by });

const robot = 'automation-for-jira';

type Base = Pick<Ticket, 'summary' | 'description' | 'created' | 'reporter' | 'priority' | 'events'> &
  Partial<Ticket>;

const acme = (ticket: Base): Omit<Ticket, 'key'> => ({
  project: 'ACME',
  issueType: 'Incident',
  requestType: 'Report a system problem',
  assignee: null,
  status: 'Waiting for support',
  labels: [],
  components: ['Tills'],
  organizations: ['Acme Retail US'],
  dueDate: null,
  fields: { Region: 'Americas' },
  ...ticket,
});

const globex = (ticket: Base): Omit<Ticket, 'key'> => ({
  ...acme(ticket),
  project: 'GLBX',
  requestType: 'Report an outage',
  components: ['Vessel tracking'],
  organizations: ['Globex Shipping'],
  fields: { Region: 'APAC' },
  ...ticket,
});

/** Tickets written by hand, each showing one thing at 10:40 in London on Tuesday, 24 November 2026. */
export const heroes: readonly Hero[] = [
  {
    story:
      'First response is due in two minutes, at 10:42 in London: 2 h 18 min of yesterday and 1 h 42 min of today.',
    ticket: acme({
      summary: 'Queue display in Hoboken shows yesterday’s numbers',
      description:
        'The screen above the service desk keeps calling numbers of yesterday. We have put paper over it for now.',
      created: at('11-23T15:12:00'),
      reporter: 'nina-brooks',
      priority: 'Medium',
      events: [
        say('11-23T15:12:04', robot, 'We have received your request and will be in touch.'),
        take('11-23T16:40:00', 'ben-okafor'),
        note(
          '11-24T09:20:00',
          'ben-okafor',
          'Player has the wrong date since the time server moved. Will answer after the stand-up.',
        ),
      ],
    }),
  },
  {
    story:
      'An urgent ticket: thirty minutes around the clock, due at 10:44:30 although New York still sleeps.',
    ticket: acme({
      summary: 'All card terminals in Union Square are offline before opening',
      description:
        'Early delivery shift here. Every terminal shows "no host". We open at 8 and will have a queue at the door.',
      created: at('11-24T10:14:30'),
      reporter: 'jorge-alvarez',
      priority: 'Highest',
      components: ['Payments'],
      events: [
        say('11-24T10:14:34', robot, 'We have received your request and will be in touch.'),
        take('11-24T10:21:10', 'chloe-martin'),
        note(
          '11-24T10:33:00',
          'chloe-martin',
          'On the phone with the payment provider, waiting for their network team.',
        ),
      ],
    }),
  },
  {
    story: 'Resolution is due at 10:47: 22 h 13 min of the three days before and 1 h 47 min of today.',
    ticket: acme({
      summary: 'Stock levels of the web shop lag behind by a day',
      description: 'The web shop sells what the stores no longer have. Started on Wednesday night.',
      created: at('11-19T09:17:00'),
      reporter: 'harriet-cole',
      priority: 'Medium',
      components: ['Network'],
      organizations: ['Acme Retail UK'],
      fields: { Region: 'EMEA' },
      events: [
        say('11-19T09:17:04', robot, 'We have received your request and will be in touch.'),
        take('11-19T09:31:00', 'tom-hughes'),
        say(
          '11-19T09:44:00',
          'tom-hughes',
          'Thank you. The nightly transfer stops half-way; I am looking for the reason.',
        ),
        move('11-19T09:45:00', 'tom-hughes', 'In progress'),
        note(
          '11-20T14:10:00',
          'tom-hughes',
          'Transfer breaks at article 48,211. File has a stray quote in a name.',
        ),
        say('11-23T11:05:00', 'harriet-cole', 'Is there a date by when this will be solved?'),
        say('11-23T11:32:00', 'tom-hughes', 'The fix is being tested and goes in tomorrow morning.'),
      ],
    }),
  },
  {
    story: 'A stopped vessel: Globex must hear from us every two hours, and the last update was at 08:50.',
    ticket: globex({
      summary: 'Globex Corvus: no position and no engine data since 06:00 UTC',
      description: 'The ship lies off Colombo and reports nothing. The captain called by satellite phone.',
      created: at('11-24T06:05:00'),
      reporter: 'mei-lin-tan',
      priority: 'Highest',
      events: [
        say('11-24T06:05:04', robot, 'We have received your request and will be in touch.'),
        take('11-24T06:09:00', 'wei-chen'),
        say(
          '11-24T06:14:00',
          'wei-chen',
          'We are on it. The terminal on board does not answer; we call the satellite operator.',
        ),
        move('11-24T06:15:00', 'wei-chen', 'In progress'),
        note('11-24T07:02:00', 'wei-chen', 'Operator sees the terminal re-booting every four minutes.'),
        say(
          '11-24T07:40:00',
          'wei-chen',
          'The terminal restarts again and again. We are sending the crew instructions to use the spare antenna.',
        ),
        say('11-24T08:50:00', 'wei-chen', 'The crew is changing the antenna cable now.'),
        on('11-24T09:55:00', 'wei-chen', { kind: 'assign', to: 'ben-okafor' }),
        note(
          '11-24T09:56:00',
          'wei-chen',
          'Handing over to London. Crew expects to be done around 11:00 UTC.',
        ),
      ],
    }),
  },
  {
    story:
      'Outside hours: it is 18:40 in Singapore, two of three hours are used, and the clock waits for 08:30.',
    ticket: globex({
      issueType: 'Service request',
      requestType: 'Get operations help',
      summary: 'Manifest of Globex Dorado cannot be printed in Port Klang',
      description:
        'The preview is fine, the printer gives one empty page. The agent needs it tomorrow at noon.',
      created: at('11-24T08:00:00'),
      reporter: 'hui-min-lee',
      priority: 'Medium',
      components: ['Booking system'],
      events: [
        say('11-24T08:00:04', robot, 'We have received your request and will be in touch.'),
        on('11-24T09:15:00', 'aisha-rahman', { kind: 'assign', to: 'aisha-rahman' }),
        note(
          '11-24T09:48:00',
          'aisha-rahman',
          'Same driver as on the tally tablets. I will answer first thing tomorrow.',
        ),
      ],
    }),
  },
  {
    story:
      'Excluded: both parties signed the till platform maintenance of today, 09:30 to 12:30. Gross and net differ.',
    ticket: acme({
      summary: 'Tills in Camden lose the customer display after a restart',
      description: 'Since the weekend the small display stays dark until the till is restarted twice.',
      created: at('11-23T13:50:00'),
      reporter: 'dev-sharma',
      priority: 'High',
      labels: ['till-platform'],
      organizations: ['Acme Retail UK'],
      fields: { Region: 'EMEA' },
      events: [
        say('11-23T13:50:04', robot, 'We have received your request and will be in touch.'),
        take('11-23T13:58:00', 'tom-hughes'),
        say(
          '11-23T14:06:00',
          'tom-hughes',
          'I can see the displays are not found at start-up. I will look at the platform settings.',
        ),
        move('11-23T14:07:00', 'tom-hughes', 'In progress'),
        note(
          '11-24T09:25:00',
          'tom-hughes',
          'Platform window starts in five minutes, nothing can be changed until 12:30.',
        ),
      ],
    }),
  },
  {
    story: 'Paused: the customer was asked yesterday and has not answered; the mirror clock counts how long.',
    ticket: acme({
      issueType: 'Service request',
      requestType: 'Request access',
      summary: 'Access to the loss prevention cameras for the night manager',
      description: 'Our new night manager in Jersey City needs the camera archive.',
      created: at('11-20T14:20:00'),
      reporter: 'olivia-grant',
      priority: 'Low',
      components: ['Accounts'],
      events: [
        say('11-20T14:20:04', robot, 'We have received your request and will be in touch.'),
        take('11-20T15:02:00', 'chloe-martin'),
        say(
          '11-20T15:10:00',
          'chloe-martin',
          'Happy to. This needs the approval of loss prevention; I have asked them.',
        ),
        move('11-20T15:11:00', 'chloe-martin', 'In progress'),
        say(
          '11-23T10:25:00',
          'chloe-martin',
          'Approved. Which of the two archives: tills or entrances? And until when?',
        ),
        move('11-23T10:25:30', 'chloe-martin', 'Waiting for customer'),
      ],
    }),
  },
  {
    story: 'Paused by a vendor: the chip reader comes from abroad, and waiting for it is nobody’s fault.',
    ticket: acme({
      summary: 'Till 2 in Queens does not read chip cards',
      description: 'The slot takes the card and shows nothing. Contactless works.',
      created: at('11-17T15:00:00'),
      reporter: 'jorge-alvarez',
      priority: 'Medium',
      components: ['Payments'],
      events: [
        say('11-17T15:00:04', robot, 'We have received your request and will be in touch.'),
        take('11-17T16:12:00', 'tom-hughes'),
        say('11-17T16:20:00', 'tom-hughes', 'The reader is broken. I am ordering a new one from the maker.'),
        move('11-18T09:30:00', 'tom-hughes', 'In progress'),
        note('11-18T09:40:00', 'tom-hughes', 'Order 55-2091, maker says five to seven days.'),
        move('11-18T09:41:00', 'tom-hughes', 'Pending'),
        say(
          '11-23T14:20:00',
          'tom-hughes',
          'The reader has cleared customs and should be with you on Wednesday.',
        ),
      ],
    }),
  },
  {
    story:
      'Breached and still open: raised from Medium to High on Monday, so eight hours hold instead of twenty-four.',
    ticket: acme({
      summary: 'Gift card balance wrong after the weekend',
      description: 'Customers complain that cards bought on Saturday show zero.',
      created: at('11-20T13:35:00'),
      reporter: 'sam-reed',
      priority: 'Medium',
      components: ['Payments'],
      events: [
        say('11-20T13:35:04', robot, 'We have received your request and will be in touch.'),
        take('11-20T14:20:00', 'ben-okafor'),
        say(
          '11-20T14:31:00',
          'ben-okafor',
          'Thank you, I have asked the card provider for the list of Saturday.',
        ),
        move('11-20T14:32:00', 'ben-okafor', 'In progress'),
        move('11-20T15:30:00', 'ben-okafor', 'Pending'),
        move('11-23T10:00:00', 'ben-okafor', 'In progress'),
        say('11-23T13:40:00', 'sam-reed', 'This is in the local news now. Please treat it as urgent.'),
        on('11-23T13:46:00', 'ben-okafor', { kind: 'priority', to: 'High' }),
        say(
          '11-23T14:05:00',
          'ben-okafor',
          'Raised. The provider is booking the missing balances by hand, store by store.',
        ),
        say(
          '11-24T09:35:00',
          'ben-okafor',
          'Two thirds of the cards are corrected. The rest follows this morning.',
        ),
      ],
    }),
  },
  {
    story: 'Reopened this morning: the first cycle is met and stays so, a second one runs from zero.',
    ticket: acme({
      summary: 'Scales in the Richmond deli print the wrong price per pound',
      description: 'All four scales are off by a few cents. We checked with a test weight.',
      created: at('11-18T14:00:00'),
      reporter: 'olivia-grant',
      priority: 'High',
      events: [
        say('11-18T14:00:04', robot, 'We have received your request and will be in touch.'),
        take('11-18T14:05:00', 'tom-hughes'),
        say(
          '11-18T14:12:00',
          'tom-hughes',
          'Please take them out of use for now. I am comparing the price tables.',
        ),
        move('11-18T14:13:00', 'tom-hughes', 'In progress'),
        say(
          '11-19T10:40:00',
          'tom-hughes',
          'The scales rounded per ounce. New tables are loaded; please check with the weight.',
        ),
        move('11-19T10:40:30', 'tom-hughes', 'Resolved', 'Done'),
        say(
          '11-24T09:58:00',
          'olivia-grant',
          'Scale 3 is wrong again since we opened the new batch of labels.',
        ),
        move('11-24T09:58:03', robot, 'Waiting for support', null),
      ],
    }),
  },
  {
    story:
      'Left out of compliance: the outage of the card network on 5 November was signed by both sides afterwards.',
    ticket: acme({
      summary: 'Card payments fail in all stores of the east coast',
      description: 'Every card is declined since 8:10 our time. Cash only.',
      created: at('11-05T13:12:00'),
      reporter: 'sam-reed',
      priority: 'Highest',
      components: ['Payments'],
      events: [
        say('11-05T13:12:04', robot, 'We have received your request and will be in touch.'),
        take('11-05T13:15:00', 'chloe-martin'),
        say(
          '11-05T13:19:00',
          'chloe-martin',
          'The card network itself is down, also for other retailers. We are in their incident call.',
        ),
        move('11-05T13:20:00', 'chloe-martin', 'In progress'),
        say('11-05T15:30:00', 'chloe-martin', 'The network reports half of its sites working.'),
        say('11-05T18:05:00', 'chloe-martin', 'All payments go through again since 17:52.'),
        move('11-05T18:10:00', 'chloe-martin', 'Resolved', 'Done'),
      ],
    }),
  },
  {
    story: 'An exclusion that only Acme has signed changes nothing: the snow day still counts against us.',
    ticket: acme({
      issueType: 'Service request',
      requestType: 'Request new hardware',
      summary: 'Replacement for the flooded back-office PC in White Plains',
      description: 'The snow came through the roof. The PC with the safe camera is wet.',
      created: at('11-19T13:05:00'),
      reporter: 'nina-brooks',
      priority: 'High',
      components: ['Devices'],
      events: [
        say('11-19T13:05:04', robot, 'We have received your request and will be in touch.'),
        take('11-19T13:12:00', 'chloe-martin'),
        say(
          '11-19T13:20:00',
          'chloe-martin',
          'Sorry to hear that. A replacement is packed, but the courier does not drive today.',
        ),
        move('11-19T13:21:00', 'chloe-martin', 'In progress'),
        say('11-20T16:40:00', 'chloe-martin', 'The courier left the depot this morning.'),
        say('11-23T15:10:00', 'nina-brooks', 'It arrived and works. Thank you!'),
        move('11-23T15:20:00', 'chloe-martin', 'Resolved', 'Done'),
      ],
    }),
  },
  {
    story: 'Excluded by the port: the authority has switched its network off until 22:00 in Singapore.',
    ticket: globex({
      summary: 'No gate messages from Pasir Panjang',
      description:
        'The port works on its own network tonight, as announced. Please bring us back when it is up.',
      created: at('11-24T01:10:00'),
      reporter: 'arjun-menon',
      priority: 'High',
      components: ['Port connectivity'],
      events: [
        say('11-24T01:10:04', robot, 'We have received your request and will be in touch.'),
        take('11-24T01:32:00', 'aisha-rahman'),
        say(
          '11-24T01:41:00',
          'aisha-rahman',
          'We will watch their side and reconnect as soon as it answers.',
        ),
        move('11-24T01:42:00', 'aisha-rahman', 'In progress'),
      ],
    }),
  },
  {
    story: 'No goal: questions have a clock and no promise for their answer to be complete.',
    ticket: acme({
      issueType: 'Service request',
      requestType: 'Ask a question',
      summary: 'May we use our own tablets at the returns desk?',
      description: 'We have two spare tablets from the old loyalty stand.',
      created: at('11-23T14:45:00'),
      reporter: 'sam-reed',
      priority: 'Low',
      components: ['Devices'],
      events: [
        say('11-23T14:45:04', robot, 'We have received your request and will be in touch.'),
        take('11-23T15:20:00', 'ben-okafor'),
        say(
          '11-23T15:34:00',
          'ben-okafor',
          'Interesting. I will ask security whether they can be enrolled and come back to you.',
        ),
        move('11-23T15:35:00', 'ben-okafor', 'In progress'),
      ],
    }),
  },
];
