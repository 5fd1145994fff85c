import type { Failure, IssuePanelView } from '../../src/contract';
import { jumped } from './clock-jump';
import { afterAnswer, instantOf, type LoopState } from './timer-loop-state';

const view = (asOf: number): IssuePanelView => ({
  issueKey: 'HELP-1',
  asOf,
  nextChangeAt: null,
  timers: [],
  missing: [],
  agreementCount: 1,
  mayAdminister: false,
  historyGaps: false,
  proposed: [],
  incident: null,
  proposing: { agreements: [], attachments: [], mayDeclare: false },
});
const failure = (code: Failure['code']): Failure => ({ ok: false, code, who: 'jira', message: code });
const shown: LoopState<IssuePanelView> = { kind: 'shown', view: view(1_000), receivedAt: 50, trouble: null };

describe('afterAnswer', () => {
  it('shows the first view', () => {
    const state = afterAnswer({ kind: 'loading' }, { ok: true, value: view(1_000) }, 50);
    expect(state).toEqual(shown);
  });

  it('ignores an answer older than the one shown', () => {
    expect(afterAnswer(shown, { ok: true, value: view(999) }, 80)).toEqual(shown);
  });

  it('takes an answer as old as the one shown', () => {
    expect(afterAnswer(shown, { ok: true, value: view(1_000) }, 80)).toMatchObject({ receivedAt: 80 });
  });

  it.each(['busy', 'failed', 'conflict', 'invalid'] as const)('keeps the old view through "%s"', (code) => {
    expect(afterAnswer(shown, failure(code), 80)).toEqual({ ...shown, trouble: failure(code) });
  });

  it.each(['forbidden', 'not-found'] as const)('takes the view away on "%s"', (code) => {
    expect(afterAnswer(shown, failure(code), 80)).toEqual({ kind: 'refused', failure: failure(code) });
  });

  it('forgets the trouble when the next answer is good', () => {
    const troubled = afterAnswer(shown, failure('busy'), 80);
    expect(afterAnswer(troubled, { ok: true, value: view(2_000) }, 90)).toMatchObject({ trouble: null });
  });
});

describe('instantOf', () => {
  it.each([
    [50, 1_000],
    [1_050, 2_000],
    [20, 1_000],
  ])('at %d on the wall it is %d', (wall, instant) => {
    expect(instantOf(shown, wall)).toBe(instant);
  });
});

describe('jumped', () => {
  it.each([
    ['an ordinary second', 1_000, 1_000, 1_000, false],
    ['a late timer in a busy tab', 3_000, 3_000, 1_000, false],
    ['a wall clock that stands still', 0, 10_000, 10_000, false],
    ['a wall clock moved on by an hour', 3_601_000, 1_000, 1_000, true],
    ['a wall clock moved back', -60_000, 1_000, 1_000, true],
    ['a machine that slept, with a steady clock that slept too', 600_000, 1_000, 1_000, true],
    ['a machine that slept, with a steady clock that did not', 600_000, 600_000, 1_000, true],
    ['a long planned sleep', 600_000, 600_000, 600_000, false],
    ['a tab hidden for an hour', 3_600_000, 3_600_000, Infinity, false],
  ])('%s', (_label, wall, steady, planned, answer) => {
    expect(
      jumped({ wall: 5_000, steady: 7_000 }, { wall: 5_000 + wall, steady: 7_000 + steady }, planned),
    ).toBe(answer);
  });
});
