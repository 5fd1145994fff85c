import { aGoal, aHistory, aMeasure, anAgreement, at, HOUR, isIn } from '../engine/testing/builders';
import type { CompiledAgreement } from '../storage/agreement-version';
import { evaluateIssue } from './evaluate-issue';
import { panelView } from './panel-view';

const parties = {
  provider: { name: 'Northwind', timeZone: 'Europe/London' },
  customer: { name: 'Acme', timeZone: 'America/New_York' },
};
const CREATED = '2026-11-23T10:00:00Z';
const NOW = at('2026-11-23T12:00:00Z');

function view(measures: Parameters<typeof aMeasure>[0][], history = aHistory(CREATED), now = NOW) {
  const agreement = anAgreement({ measures: measures.map((overrides) => aMeasure(overrides)) });
  const versions: CompiledAgreement[] = [{ agreement, exclusions: [], parties }];
  const issue = {
    issueKey: 'HELP-1',
    historyGaps: false,
    mayAdminister: true,
    proposed: [],
    incident: null,
    proposing: { agreements: [], attachments: [], mayDeclare: false },
  };
  return panelView(issue, versions, evaluateIssue(history, versions, [], now), now);
}

const lasting = (hours: number | null) => [aGoal({ durationMs: hours === null ? null : hours * HOUR })];
const replied = {
  start: [{ on: 'created' as const }],
  stop: [{ on: 'commented' as const, by: 'provider' as const }],
};

describe('The panel', () => {
  it('puts what breaches first on top, then what has no breach ahead, then what is finished', () => {
    const history = aHistory(CREATED, [
      ['2026-11-23T10:30:00Z', 'reply'],
      ['2026-11-23T11:00:00Z', 'status', 'Waiting'],
    ]);
    const { timers } = view(
      [
        { id: 'finished', ...replied },
        { id: 'no-goal', goals: lasting(null), pauseWhile: [] },
        { id: 'paused', goals: lasting(4) },
        { id: 'later', goals: lasting(9), pauseWhile: [] },
        { id: 'late', goals: lasting(1), pauseWhile: [] },
        { id: 'sooner', goals: lasting(3), pauseWhile: [] },
      ],
      history,
    );
    expect(timers.map((timer) => timer.measureId)).toEqual([
      'late',
      'sooner',
      'later',
      'paused',
      'no-goal',
      'finished',
    ]);
  });

  it('puts measures without a goal behind those with one, and the paused behind the running', () => {
    const history = aHistory(CREATED, [
      ['2026-11-23T10:30:00Z', 'reply'],
      ['2026-11-23T11:00:00Z', 'status', 'Waiting'],
    ]);
    const { timers } = view(
      [
        { id: 'a-paused', goals: lasting(null) },
        { id: 'b-running', goals: lasting(null), pauseWhile: [] },
        { id: 'c-finished', ...replied, goals: lasting(null) },
        { id: 'd-finished', ...replied },
      ],
      history,
    );
    expect(timers.map((timer) => timer.measureId)).toEqual([
      'b-running',
      'a-paused',
      'd-finished',
      'c-finished',
    ]);
  });

  it('stays far below what an answer may hold, however long a ticket lives, and its sums stay whole', () => {
    const calendar = {
      goals: [aGoal({ durationMs: HOUR, calendar: 'nine-to-five' })],
      calendar: 'nine-to-five',
    };
    const talk = Array.from({ length: 2_000 }, (_, n): [string, 'message' | 'reply'] => [
      new Date(at('2000-01-03T00:00:00Z') + n * 30 * HOUR).toISOString(),
      n % 2 === 0 ? 'message' : 'reply',
    ]);
    const conversation = {
      start: [{ on: 'commented' as const, by: 'customer' as const }],
      stop: [{ on: 'commented' as const, by: 'provider' as const }],
    };
    const measures = Array.from({ length: 10 }, (_, n) => ({ id: `long-${n}`, ...calendar, pauseWhile: [] }));
    const found = view(
      [...measures, { id: 'talk', ...conversation, ...calendar }],
      aHistory('2000-01-01T00:00:00Z', talk),
      at('2026-11-23T12:00:00Z'),
    );
    expect(JSON.stringify(found).length).toBeLessThan(4_000_000);
    const [long] = found.timers;
    const { segments, explainedFrom, countedBeforeMs, net } = (long as (typeof found.timers)[number]).current;
    expect(explainedFrom).toBe(segments[0]?.start);
    const shown = segments.filter((s) => s.kind === 'running').reduce((sum, s) => sum + s.end - s.start, 0);
    expect(countedBeforeMs + shown).toBe(net.elapsedMs);
    const spoken = found.timers.find((timer) => timer.measureId === 'talk');
    expect([spoken?.earlier.length, spoken?.earlierOmitted]).toEqual([20, 979]);
  });

  it('has finished timers latest first', () => {
    const history = aHistory(CREATED, [
      ['2026-11-23T10:30:00Z', 'reply'],
      ['2026-11-23T11:00:00Z', 'resolution', 'Done'],
    ]);
    const { timers } = view([{ id: 'response', ...replied }, { id: 'resolution' }], history);
    expect(timers.map((timer) => timer.measureId)).toEqual(['resolution', 'response']);
  });

  it('shows the ongoing cycle and keeps the earlier ones, latest first', () => {
    const history = aHistory(CREATED, [
      ['2026-11-23T10:10:00Z', 'resolution', 'Done'],
      ['2026-11-23T10:20:00Z', 'resolution', null],
      ['2026-11-23T10:30:00Z', 'resolution', 'Done'],
      ['2026-11-23T10:40:00Z', 'resolution', null],
    ]);
    const [timer] = view([{}], history).timers;
    expect(timer?.current.number).toBe(3);
    expect(timer?.earlier.map((cycle) => cycle.number)).toEqual([2, 1]);
    expect(timer?.earlier.map((cycle) => cycle.upcoming)).toEqual([[], []]);
  });

  it('explains every minute: the segments meet and sum up to the elapsed time', () => {
    const history = aHistory(CREATED, [
      ['2026-11-23T10:30:00Z', 'status', 'Waiting'],
      ['2026-11-23T11:15:00Z', 'status', 'Open'],
    ]);
    const current = view([{}], history).timers[0]?.current;
    const running = current?.segments
      .filter((s) => s.kind === 'running')
      .reduce((sum, s) => sum + s.end - s.start, 0);
    expect(running).toBe(current?.net.elapsedMs);
    expect(current?.segments.map((s) => s.kind)).toEqual(['running', 'paused', 'running']);
    expect(current?.upcoming[0]?.start).toBe(NOW);
  });

  it('looks ahead as far as the breach, and two weeks in any case', () => {
    const office = aGoal({ durationMs: 200 * HOUR, calendar: 'nine-to-five' });
    const current = view([{ goals: [office] }]).timers[0]?.current;
    expect(current?.upcoming.at(-1)?.end).toBe(current?.net.breachTime);
    const short = view([{ goals: lasting(3) }]).timers[0]?.current;
    expect(short?.upcoming).toEqual([{ start: NOW, end: NOW + 14 * 24 * HOUR }]);
  });

  it('says why there is no timer', () => {
    const started = { start: [{ on: 'entered-status' as const, status: [{ text: 'In progress' }] }] };
    const { timers, missing, agreementCount } = view([started]);
    expect(timers).toEqual([]);
    expect(missing).toMatchObject([{ measureName: 'Time to resolution', reason: 'no-start-moment' }]);
    expect(agreementCount).toBe(1);
  });

  it('asks again when the first timer changes by itself', () => {
    const { nextChangeAt } = view([{ goals: lasting(4) }, { id: 'soon', goals: lasting(3), pauseWhile: [] }]);
    // 3 h with a quarter left: at risk after 2 h 15 min.
    expect(nextChangeAt).toBe(at('2026-11-23T12:15:00Z'));
  });

  it('keeps earlier goals of a cycle whose goal changed midway', () => {
    const goals = [aGoal({ id: 'urgent', durationMs: HOUR, when: isIn('priority', 'High') }), aGoal()];
    const history = aHistory(CREATED, [['2026-11-23T10:30:00Z', 'priority', 'High']]);
    const current = view([{ goals }], history).timers[0]?.current;
    expect(current?.goal.goalId).toBe('urgent');
    expect(current?.earlierGoals.map((goal) => goal.goalId)).toEqual(['goal']);
  });
});
