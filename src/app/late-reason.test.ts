import { lateReason } from './late-reason';

const MINUTE = 60_000;

describe('lateReason', () => {
  it.each([
    ['nothing', [], [], ''],
    [
      'one holder',
      [{ name: 'Ana Agent', timeMs: 185 * MINUTE + 30_000 }],
      [],
      'With Ana Agent all the time: 3 hours 5 minutes.',
    ],
    [
      'the longest of several, and what was excluded',
      [
        { name: 'Customer', timeMs: 120 * MINUTE },
        { name: 'Ana Agent', timeMs: 60 * MINUTE },
      ],
      [{ clause: '4.2 Planned maintenance', excludedMs: 45 * MINUTE }],
      'Longest with Customer: 2 hours of 3 hours, paused time included; 45 minutes excluded by “4.2 Planned maintenance”.',
    ],
    [
      'that it had no assignee for longest',
      [
        { name: null, timeMs: 151 * MINUTE },
        { name: 'Ana Agent', timeMs: 89 * MINUTE },
      ],
      [],
      'Longest without an assignee: 2 hours 31 minutes of 4 hours, paused time included.',
    ],
    [
      'that it never had one',
      [{ name: null, timeMs: 1_234 * 60 * MINUTE }],
      [],
      'Without an assignee all the time: 1,234 hours.',
    ],
    [
      'an exclusion of the whole cycle alone',
      [],
      [{ clause: '4.1 Force majeure', excludedMs: 0 }],
      'Left out by “4.1 Force majeure”.',
    ],
  ])('says %s', (_, holders, excluded, sentence) => {
    expect(lateReason({ holders, excluded })).toBe(sentence);
  });
});
