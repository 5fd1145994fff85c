import type { Ticket } from '../ticket';
import { acme, at, move, note, robot, say, take } from './hero';

type Told = Pick<Ticket, 'summary' | 'description' | 'created' | 'reporter' | 'priority' | 'events'> &
  Partial<Ticket>;

const initech = (ticket: Told): Omit<Ticket, 'key'> => ({
  ...acme(ticket),
  project: 'INIT',
  issueType: 'Service request',
  requestType: 'Get help',
  components: [],
  organizations: ['Initech'],
  fields: { Region: 'EMEA' },
  ...ticket,
});
const received = (text: string) => say(text, robot, 'We have received your request and will be in touch.');

/** A customer of yesterday: nothing is promised yet, so nothing is measured until an agreement is installed. */
export const initechTickets: readonly Omit<Ticket, 'key'>[] = [
  initech({
    summary: 'Accounts for the twelve people of the Leeds office',
    description: 'Names and teams are in the sheet we sent with the contract.',
    created: at('11-20T10:05:00'),
    reporter: 'milton-waddams',
    priority: 'Medium',
    events: [
      received('11-20T10:05:03'),
      take('11-20T11:20:00', 'chloe-martin'),
      say('11-20T11:32:00', 'chloe-martin', 'Thank you for the list. The accounts will be ready on Monday.'),
      move('11-20T11:33:00', 'chloe-martin', 'In progress'),
      say('11-23T15:10:00', 'chloe-martin', 'All twelve can sign in. The slips are with your reception.'),
      move('11-23T15:11:00', 'chloe-martin', 'Resolved', 'Done'),
    ],
  }),
  initech({
    summary: 'Which printers may we keep?',
    description: 'Two of ours are rather new.',
    created: at('11-23T09:40:00'),
    reporter: 'joanna-price',
    priority: 'Low',
    events: [
      received('11-23T09:40:02'),
      take('11-23T10:15:00', 'ben-okafor'),
      say('11-23T10:20:00', 'ben-okafor', 'Could you send me the two model names from the back?'),
      move('11-23T10:20:30', 'ben-okafor', 'Waiting for customer'),
    ],
  }),
  initech({
    issueType: 'Incident',
    requestType: 'Report a problem',
    summary: 'Cover sheets of the weekly report print twice',
    description: 'Since the move every report comes with two cover sheets.',
    created: at('11-23T14:25:00'),
    reporter: 'milton-waddams',
    priority: 'Medium',
    events: [
      received('11-23T14:25:04'),
      take('11-23T14:50:00', 'chloe-martin'),
      say('11-23T15:02:00', 'chloe-martin', 'I can see it here too. I am looking at the print template.'),
      move('11-23T15:03:00', 'chloe-martin', 'In progress'),
      note('11-24T09:30:00', 'chloe-martin', 'Old and new template are both active.'),
    ],
  }),
  initech({
    summary: 'Desk phone for the ground floor',
    description: 'The one by the window does not reach the socket.',
    created: at('11-24T09:12:00'),
    reporter: 'milton-waddams',
    priority: 'Low',
    events: [received('11-24T09:12:03')],
  }),
  initech({
    issueType: 'Incident',
    requestType: 'Report a problem',
    summary: 'Nobody in Leeds can open the shared drive',
    description: 'It worked at eight. Now it asks for a password and takes none.',
    created: at('11-24T10:21:00'),
    reporter: 'joanna-price',
    priority: 'High',
    events: [received('11-24T10:21:04'), take('11-24T10:31:00', 'ben-okafor')],
  }),
];
