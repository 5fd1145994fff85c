import type { CycleView, IssuePanelView } from '../../src/contract';
import { announcement, spokenStates } from './announce';
import { aCycle, type CycleSketch } from '../gallery/sample-cycle';
import { sumLine } from './sum-line';
import { tick } from './tick';
import { headline, stateWords } from './timer-state';

const HOUR = 3_600_000;
const until = '2026-11-23T15:30:00Z';
const asOf = Date.parse(until);
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

const cycle = (change: Partial<CycleSketch> = {}): CycleView =>
  aCycle({
    pieces: [['running', '2026-11-23T13:30:00Z', 'London office hours', 'Ticket created']],
    until,
    goalMs: 4 * HOUR,
    phase: 'running',
    ahead: [[until, '2026-11-23T20:30:00Z']],
    ...change,
  });

describe('stateWords and headline', () => {
  it.each<[string, CycleView, number, string[], string]>([
    ['in good time', cycle(), 0, ['running'], '2 h left'],
    ['at risk', cycle(), 1.5 * HOUR, ['at-risk'], '30 min 0 s left'],
    ['late', cycle(), 2 * HOUR + 1, ['breached'], '1 s late'],
    ['paused', cycle({ phase: 'paused' }), HOUR, ['paused'], '2 h left'],
    ['paused when late', cycle({ phase: 'paused', goalMs: HOUR }), HOUR, ['breached', 'paused'], '1 h late'],
    ['late and at night', cycle(), 6 * HOUR, ['breached', 'outside-hours'], '3 h late'],
    ['outside hours', cycle({ phase: 'outside-hours', ahead: [] }), HOUR, ['outside-hours'], '2 h left'],
    ['excluded', cycle({ phase: 'excluded', ahead: [] }), HOUR, ['excluded'], '2 h left'],
    ['without a goal', cycle({ goalMs: null }), HOUR, ['no-goal', 'running'], '3 h so far'],
    ['met', cycle({ phase: null, ahead: [] }), HOUR, ['met'], '2 h to spare'],
    [
      'met at the limit',
      cycle({ phase: null, goalMs: 2 * HOUR, ahead: [] }),
      HOUR,
      ['met'],
      'exactly in time',
    ],
    ['missed', cycle({ phase: null, goalMs: HOUR, ahead: [] }), HOUR, ['breached'], '1 h late'],
    ['stopped without a goal', cycle({ phase: null, goalMs: null, ahead: [] }), HOUR, ['no-goal'], '2 h'],
    [
      'cancelled',
      cycle({ phase: null, ahead: [], with: { outcome: 'cancelled' } }),
      HOUR,
      ['cancelled'],
      'after 2 h',
    ],
  ])('%s', (_label, view, later, words, said) => {
    const live = tick(view, asOf, asOf + later);
    expect(stateWords(view, live)).toEqual(words);
    expect(plain(headline(view, live))).toBe(said);
  });
});

describe('announcement', () => {
  const party = { name: 'Acme', timeZone: 'UTC' };
  const view = (current: CycleView): IssuePanelView => ({
    issueKey: 'HELP-1',
    asOf,
    nextChangeAt: null,
    timers: [
      {
        key: 'a:resolution',
        agreementId: 'a',
        agreementName: 'A',
        agreementVersion: 1,
        measureId: 'resolution',
        measureName: 'Time to resolution',
        provider: party,
        customer: party,
        current,
        earlier: [],
        earlierOmitted: 0,
      },
    ],
    missing: [],
    agreementCount: 1,
    mayAdminister: false,
    historyGaps: false,
    proposed: [],
    incident: null,
    proposing: { agreements: [], attachments: [], mayDeclare: false },
  });

  it('is silent while only time passes', () => {
    const shown = view(cycle());
    expect(announcement(spokenStates(shown, asOf), spokenStates(shown, asOf + HOUR))).toBe('');
  });

  it('says what turned, once', () => {
    const shown = view(cycle());
    const [before, risk] = [spokenStates(shown, asOf), spokenStates(shown, asOf + 1.5 * HOUR)];
    expect(plain(announcement(before, risk))).toBe('Time to resolution: at risk, 30 min 0 s left.');
    expect(announcement(risk, spokenStates(shown, asOf + 1.6 * HOUR))).toBe('');
  });

  it('says when another cycle has begun', () => {
    const next = view(cycle({ with: { number: 2 } }));
    expect(announcement(spokenStates(view(cycle()), asOf), spokenStates(next, asOf))).toContain('running');
  });
});

describe('sumLine', () => {
  const { segments } = cycle({
    pieces: [
      ['running', '2026-11-23T10:00:00Z', 'London office hours', 'Ticket created'],
      ['outside-hours', '2026-11-23T11:20:00Z', 'London office hours', 'Lunch'],
      ['running', '2026-11-23T12:20:00Z', 'London office hours', 'Back'],
      ['paused', '2026-11-23T14:10:00.500Z', 'Waiting for customer', 'Status changed'],
    ],
  });

  it('adds up in sight', () => {
    expect(plain(sumLine(segments, 4 * HOUR).counted)).toBe(
      'Running 1 h 20 min + 1 h 50 min 0.5 s = 3 h 10 min 0.5 s of 4 h',
    );
    expect(plain(sumLine(segments, null).notCounted ?? '')).toBe(
      'Paused 1 h 19 min 59.5 s + Outside hours 1 h = 2 h 19 min 59.5 s',
    );
  });

  it('says one stretch plainly, and none as nothing', () => {
    expect(plain(sumLine(segments.slice(0, 1), null).counted)).toBe('Running 1 h 20 min');
    expect(sumLine(segments.slice(0, 1), null).notCounted).toBeNull();
    expect(plain(sumLine(segments.slice(3), HOUR).counted)).toBe('Running 0 s of 1 h');
  });

  it('counts many stretches instead of listing them', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({
      ...segments[0]!,
      start: i * HOUR,
      end: i * HOUR + HOUR / 2,
    }));
    expect(plain(sumLine(many, 8 * HOUR).counted)).toBe('Running 9 stretches = 4 h 30 min of 8 h');
  });
});
