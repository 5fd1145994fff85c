import { acme, at, move, on, robot, say, take, type Hero } from './hero';

/** What has been: breached, reopened, left out of compliance, and what has no goal. */
export const lookingBack: readonly Hero[] = [
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
