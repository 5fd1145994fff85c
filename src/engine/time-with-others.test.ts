import { at, aHistory, robot, sam, type Happening } from './testing/builders';
import { timeWithOthers } from './time-with-others';

const waits = (status: readonly { text: string | null }[]) => status.some(({ text }) => text === 'Waiting');
const hoursOf = (statuses: typeof waits | null, happenings: readonly Happening[]) =>
  timeWithOthers(aHistory('2026-03-02T08:00Z', happenings), statuses, at('2026-03-02T20:00Z')).map(
    ({ start, end }) => [
      new Date(start).toISOString().slice(11, 13),
      new Date(end).toISOString().slice(11, 13),
    ],
  );

describe('The time a ticket was with others', () => {
  it.each<[string, readonly Happening[], readonly (readonly [string, string])[]]>([
    ['is none while the provider works on it', [['2026-03-02T09:00Z', 'status', 'In progress']], []],
    [
      'is that in a waiting status',
      [
        ['2026-03-02T09:00Z', 'status', 'Waiting'],
        ['2026-03-02T11:00Z', 'status', 'Open'],
      ],
      [['09', '11']],
    ],
    ['goes on while the status does', [['2026-03-02T09:00Z', 'status', 'Waiting']], [['09', '20']]],
    [
      'does not begin with an answer where statuses tell',
      [
        ['2026-03-02T09:00Z', 'reply'],
        ['2026-03-02T10:00Z', 'status', 'Waiting'],
        ['2026-03-02T12:00Z', 'message'],
        ['2026-03-02T13:00Z', 'status', 'Open'],
      ],
      [['10', '13']],
    ],
    [
      'does not end with somebody changing a field',
      [
        ['2026-03-02T09:00Z', 'status', 'Waiting'],
        ['2026-03-02T10:00Z', 'priority', 'High', sam],
        ['2026-03-02T11:00Z', 'status', 'Open', robot],
      ],
      [['09', '11']],
    ],
  ])('%s', (_, happenings, expected) => expect(hoursOf(waits, happenings)).toEqual(expected));

  it.each<[string, readonly Happening[], readonly (readonly [string, string])[]]>([
    [
      'is that from an answer until the customer writes',
      [
        ['2026-03-02T09:00Z', 'reply'],
        ['2026-03-02T10:00Z', 'reply'],
        ['2026-03-02T12:00Z', 'message'],
      ],
      [['09', '12']],
    ],
    [
      'begins with no note, no automatic comment and no status',
      [
        ['2026-03-02T09:00Z', 'note'],
        ['2026-03-02T10:00Z', 'robot'],
        ['2026-03-02T11:00Z', 'status', 'Waiting'],
      ],
      [],
    ],
  ])('where no status tells, %s', (_, happenings, expected) =>
    expect(hoursOf(null, happenings)).toEqual(expected),
  );

  it('begins with the creation where that is in a waiting status', () => {
    const history = aHistory('2026-03-02T08:00Z', [], { status: [{ id: '4', text: 'Waiting' }] });
    expect(timeWithOthers(history, waits, at('2026-03-02T09:00Z'))).toEqual([
      { start: at('2026-03-02T08:00Z'), end: at('2026-03-02T09:00Z') },
    ]);
  });
});
