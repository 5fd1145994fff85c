import { acme, at, globex, move, note, on, robot, say, take, type Hero } from './hero';

/** Clocks that run out soon, or would if it were not evening in Singapore. */
export const runningOut: readonly Hero[] = [
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
];
