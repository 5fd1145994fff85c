import { excludedBy } from './excluded-by';
import { evaluate } from './evaluate';
import { holderTimes, holdingsOf, type WaitingWords } from './holder-time';
import type { IssueHistory } from './issue-history';
import {
  aGoal,
  aHistory,
  aMeasure,
  anAgreement,
  anExclusion,
  at,
  HOUR,
  MINUTE,
  value,
  type Happening,
} from './testing/builders';

const WORDS: WaitingWords = {
  onStatus: (name) => (name === 'Waiting on vendor' ? 'v' : null),
  onPause: () => 'c',
};
const agreement = anAgreement({
  measures: [aMeasure({ goals: [aGoal({ calendar: 'nine-to-five' })], reopen: 'continue' })],
});
const NOW = at('2026-11-24T12:00:00Z');

function timesOf(history: IssueHistory, until = NOW): Record<string, number> {
  const cycle = evaluate(history, [agreement], [], NOW)[0]?.cycles[0];
  if (!cycle) throw new Error('no cycle');
  return Object.fromEntries(holderTimes(cycle, holdingsOf(history, 'team', NOW), WORDS, until));
}

// A Monday; the office is open from nine to five.
const monday = (happenings: readonly Happening[], initial = {}) =>
  aHistory('2026-11-23T08:00:00Z', happenings, initial);

describe('Working time by holder', () => {
  it.each<[string, readonly Happening[], Record<string, number>]>([
    ['is nobody’s until somebody has it', [], { 'u:': 11 * HOUR }],
    [
      'goes with the assignee',
      [
        ['2026-11-23T10:00:00Z', 'assignee', 'ana'],
        ['2026-11-23T16:00:00Z', 'assignee', 'bob'],
      ],
      { 'u:': HOUR, 'a:ana': 6 * HOUR, 'a:bob': 4 * HOUR },
    ],
    [
      'is the team’s while it has no assignee',
      [
        ['2026-11-23T10:00:00Z', 'team', 'network'],
        ['2026-11-23T11:00:00Z', 'assignee', 'ana'],
        ['2026-11-23T12:00:00Z', 'assignee', null],
      ],
      { 'u:': HOUR, 't:network': 9 * HOUR, 'a:ana': HOUR },
    ],
    [
      'is the customer’s while a pause holds, whoever is assigned',
      [
        ['2026-11-23T09:00:00Z', 'assignee', 'ana'],
        ['2026-11-23T10:00:00Z', 'status', 'Waiting'],
        ['2026-11-23T18:00:00Z', 'status', 'Open'],
      ],
      { 'a:ana': 4 * HOUR, 'c:': 7 * HOUR },
    ],
    [
      'is a third party’s in a status that waits on it, also where the clock runs on',
      [
        ['2026-11-23T10:00:00Z', 'status', 'Waiting on vendor'],
        ['2026-11-23T10:30:00Z', 'status', 'Open'],
      ],
      { 'u:': 10.5 * HOUR, 'v:': 30 * MINUTE },
    ],
    [
      'is nobody’s at all between a stop and the reopening of a cycle that goes on',
      [
        ['2026-11-23T10:00:00Z', 'resolution', 'Done'],
        ['2026-11-23T12:00:00Z', 'resolution', null],
        ['2026-11-23T13:00:00Z', 'resolution', 'Done'],
      ],
      { 'u:': 2 * HOUR },
    ],
  ])('%s', (_, happenings, expected) => {
    expect(timesOf(monday(happenings))).toEqual(expected);
  });

  it('tells a team by its name, which Jira logs without the id; by its id where no name is told', () => {
    const logged = [[{ id: null, text: 'Network' }], [{ id: '36885b3c', text: null }]];
    const history = monday(
      [
        ['2026-11-23T10:00:00Z', 'team', 'logged'],
        ['2026-11-23T13:00:00Z', 'team', 'logged'],
      ],
      { team: [{ id: '77aa', text: 'Network' }] },
    );
    const entries = history.entries.map((entry) =>
      entry.kind === 'changed' ? { ...entry, to: logged.shift() ?? [] } : entry,
    );
    expect(timesOf({ ...history, entries })).toEqual({ 't:Network': 4 * HOUR, 't:36885b3c': 7 * HOUR });
  });

  it('begins with whom the issue was created for, and ends where it is asked to', () => {
    const history = monday([['2026-11-23T12:00:00Z', 'assignee', 'bob']], { assignee: value('ana') });
    expect(timesOf(history, at('2026-11-23T13:00:00Z'))).toEqual({ 'a:ana': 3 * HOUR, 'a:bob': HOUR });
  });
});

describe('Excluded working time', () => {
  it('is told by exclusion, the first one where two hold, and up to an instant', () => {
    const window = (id: string, from: string, to: string, effect: 'time' | 'cycle' = 'time') =>
      anExclusion({ id, effect, windows: [{ start: at(from), end: at(to) }] });
    const exclusions = [
      window('night', '2026-11-23T16:00:00Z', '2026-11-24T10:00:00Z'),
      window('day', '2026-11-23T15:30:00Z', '2026-11-23T16:30:00Z'),
      window('storm', '2026-11-24T11:00:00Z', '2026-11-24T11:30:00Z', 'cycle'),
    ];
    const history = monday([['2026-11-24T12:00:00Z', 'resolution', 'Done']]);
    const cycle = evaluate(history, [agreement], exclusions, NOW)[0]?.cycles[0];
    if (!cycle) throw new Error('no cycle');
    const taken = excludedBy(cycle, NOW);
    expect(Object.fromEntries(taken)).toEqual({ day: 30 * MINUTE, night: 2 * HOUR, storm: 0 });
    expect(cycle.gross.elapsedMs - cycle.net.elapsedMs).toBe(2.5 * HOUR);
    expect(excludedBy(cycle, at('2026-11-23T16:15:00Z')).get('night')).toBe(15 * MINUTE);
  });
});
