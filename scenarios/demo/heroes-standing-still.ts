import { acme, at, globex, move, note, robot, say, take, type Hero } from './hero';

/** Clocks that stand still: paused, excluded, waiting for others. */
export const standingStill: readonly Hero[] = [
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
];
