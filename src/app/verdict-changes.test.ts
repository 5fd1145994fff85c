import { aTimer } from '../storage/testing/timer-fixture';
import { verdictChanges } from './verdict-changes';

const NOW = 1_795_500_000_000;
const met = aTimer({ state: 'met', outcome: 'met', stoppedAt: 1_795_430_000_000 });
const sameHistory = { version: 7, historyChanged: false };
const otherHistory = { version: 7, historyChanged: true };

describe('A closed verdict', () => {
  it('that stands is no news, nor is an ongoing cycle that closes', () => {
    expect(verdictChanges([met, aTimer({ cycleNumber: 2 })], [met, aTimer({ cycleNumber: 2, outcome: 'met' })], otherHistory, NOW)).toEqual([]); // prettier-ignore
  });

  it.each([
    ['history', 'a comment was deleted', otherHistory, { ...met, outcome: 'breached', grossElapsedMs: 9 }],
    ['exclusion', 'an exclusion was signed', sameHistory, { ...met, elapsedMs: 9 }],
    ['exclusion', 'one was signed, and somebody wrote a comment', otherHistory, { ...met, elapsedMs: 9 }],
    ['exclusion', 'one takes the whole cycle out', sameHistory, { ...met, leftOutBy: '4.2 Maintenance' }],
    ['rules', 'another goal holds', sameHistory, { ...met, goalMs: 9 }],
    ['reopened', 'the old cycle goes on', otherHistory, { ...met, outcome: 'ongoing', stoppedAt: null }],
    [
      'reopened',
      'the old cycle went on and closed later',
      otherHistory,
      { ...met, stoppedAt: 1_795_440_000_000 },
    ],
  ] as const)('that became another one is put on record: %s (%s)', (reason, _, replay, after) => {
    const [change, ...others] = verdictChanges([met], [after], replay, NOW);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ reason, changedAt: NOW, refreshVersion: 7, before: { outcome: 'met' } });
    expect(change?.after).toMatchObject({ outcome: after.outcome, elapsedMs: after.elapsedMs });
  });

  it('whose cycle is gone is put on record', () => {
    expect(verdictChanges([met], [], otherHistory, NOW)).toMatchObject([{ after: null, reason: 'history' }]);
  });
});
