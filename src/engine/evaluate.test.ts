import type { Agreement, Exclusion, Measure } from './agreement';
import type { Cycle, MeasureResult } from './cycle';
import { evaluate } from './evaluate';
import { explain, totalOf, upcoming } from './explain';
import type { IssueHistory } from './issue-history';
import {
  aGoal,
  aHistory,
  aMeasure,
  anAgreement,
  anExclusion,
  aroundTheClock,
  at,
  HOUR,
  isIn,
  MINUTE,
  nineToFive,
  value,
  type Happening,
} from './testing/builders';

const run = (
  history: IssueHistory,
  now: string,
  measure: Partial<Measure> = {},
  exclusions: readonly Exclusion[] = [],
  agreement: Partial<Agreement> = {},
): MeasureResult => {
  const versions = [anAgreement({ measures: [aMeasure(measure)], ...agreement })];
  return evaluate(history, versions, exclusions, at(now))[0] as MeasureResult;
};

const last = (result: MeasureResult): Cycle => result.cycles[result.cycles.length - 1] as Cycle;
const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

// Monday 2 March 2026
const MON = '2026-03-02T';
const resolvedAt = (time: string): Happening => [`${MON}${time}Z`, 'resolution', 'Done'];

describe('the limit', () => {
  test.each([
    ['one millisecond before the goal', '14:00:00.000', '17:59:59.999', 'met', 1],
    ['exactly at the goal', '14:00:00.000', '18:00:00.000', 'met', 0],
    ['one millisecond after the goal', '14:00:00.000', '18:00:00.001', 'breached', -1],
  ])('%s', (_, created, resolved, outcome, remaining) => {
    const cycle = last(run(aHistory(`${MON}${created}Z`, [resolvedAt(resolved)]), '2026-03-03T00:00:00Z'));
    expect(cycle.outcome).toBe(outcome);
    expect(cycle.net.remainingMs).toBe(remaining);
    expect(cycle.net.breached).toBe(outcome === 'breached');
  });

  test('an ongoing cycle exactly at the goal is not breached, and says when it will be', () => {
    const cycle = last(run(aHistory(`${MON}14:00:00Z`), `${MON}18:00:00Z`));
    expect(cycle.net).toEqual({
      elapsedMs: 4 * HOUR,
      remainingMs: 0,
      breached: false,
      breachTime: at(`${MON}18:00:00Z`),
    });
    expect(cycle.nextChangeAt).toBe(at(`${MON}18:00:00.001Z`));
  });

  test('is compared in milliseconds, not in rounded percentages', () => {
    const goals = [aGoal({ durationMs: 1000 * HOUR })];
    const history = aHistory('2026-01-01T00:00:00Z', [['2026-02-11T15:59:59.999Z', 'resolution', 'Done']]);
    expect(last(run(history, '2026-03-01T00:00:00Z', { goals })).outcome).toBe('met');
  });
});

describe('the due instant', () => {
  const office = { goals: [aGoal({ calendar: 'nine-to-five' })], calendar: 'nine-to-five' };

  test('is the closing time, not the next opening, where the goal is used up exactly then', () => {
    const cycle = last(run(aHistory(`${MON}13:00:00Z`), `${MON}14:00:00Z`, office));
    expect(iso(cycle.net.breachTime)).toBe('2026-03-02T17:00:00.000Z');
  });

  test('stays the closing time overnight, and the breach comes with the next opening', () => {
    const night = last(run(aHistory(`${MON}13:00:00Z`), `${MON}20:00:00Z`, office));
    expect(night.net.breached).toBe(false);
    expect(iso(night.net.breachTime)).toBe('2026-03-02T17:00:00.000Z');
    expect(night.phase).toBe('outside-hours');
    const morning = last(run(aHistory(`${MON}13:00:00Z`), '2026-03-03T09:00:00.001Z', office));
    expect(morning.net.breached).toBe(true);
    expect(iso(morning.net.breachTime)).toBe('2026-03-02T17:00:00.000Z');
  });

  test('JSM-A: 16 h from Monday 11:00 over uneven days end on Thursday 11:00', () => {
    const calendars = [
      {
        ...nineToFive,
        weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '16:00']], thu: [['08:00', '17:00']] } as const,
      },
    ];
    const measure = aMeasure({
      calendar: 'nine-to-five',
      goals: [aGoal({ durationMs: 16 * HOUR, calendar: 'nine-to-five' })],
    });
    const agreement = anAgreement({ calendars, measures: [measure] });
    const [result] = evaluate(aHistory(`${MON}11:00:00Z`), [agreement], [], at('2026-03-03T12:00:00Z'));
    const cycle = last(result as MeasureResult);
    expect(iso(cycle.net.breachTime)).toBe('2026-03-05T11:00:00.000Z');
    expect(cycle.net.remainingMs).toBe(7 * HOUR);
  });
});

describe('entries at one instant', () => {
  const both: Partial<Measure> = {
    start: [{ on: 'created' }, { on: 'commented', by: 'provider' }],
    stop: [
      { on: 'commented', by: 'provider' },
      { on: 'field', field: 'resolution', change: 'set' },
    ],
  };

  test('a stop ends the open cycle and a start opens the next, whatever their order', () => {
    for (const order of [
      [['reopen'], ['reply']],
      [['reply'], ['reopen']],
    ]) {
      const happenings = order.map(([what]): Happening =>
        what === 'reply' ? [`${MON}10:00:00Z`, 'reply'] : [`${MON}10:00:00Z`, 'status', 'Back'],
      );
      const result = run(aHistory(`${MON}09:00:00Z`, happenings), `${MON}11:00:00Z`, {
        start: [{ on: 'created' }, { on: 'entered-status', status: [{ text: 'Back' }] }],
        stop: [{ on: 'commented', by: 'provider' }],
      });
      expect(result.cycles.map((c) => [c.outcome, c.net.elapsedMs])).toEqual([
        ['met', HOUR],
        ['ongoing', HOUR],
      ]);
    }
  });

  test('one entry that is both stop and start makes a cycle per occurrence', () => {
    const history = aHistory(`${MON}09:00:00Z`, [
      [`${MON}10:00:00Z`, 'reply'],
      [`${MON}12:00:00Z`, 'reply'],
      [`${MON}13:00:00Z`, 'resolution', 'Done'],
    ]);
    const result = run(history, `${MON}20:00:00Z`, both);
    expect(result.cycles.map((c) => c.net.elapsedMs / HOUR)).toEqual([1, 2, 1]);
    expect(last(result).stopTime).toBe(at(`${MON}13:00:00Z`));
  });

  test('a stop beats a pause that begins with it', () => {
    const history = aHistory(`${MON}09:00:00Z`, [
      [`${MON}10:00:00Z`, 'status', 'Waiting'],
      [`${MON}10:00:00Z`, 'resolution', 'Done'],
    ]);
    const cycle = last(run(history, `${MON}11:00:00Z`));
    expect(cycle.outcome).toBe('met');
    expect(cycle.pausedMs).toBe(0);
  });

  test('a cycle may start paused', () => {
    const history = aHistory(`${MON}09:00:00Z`, [], { status: value('Waiting') });
    const cycle = last(run(history, `${MON}11:00:00Z`));
    expect(cycle.phase).toBe('paused');
    expect(cycle.net.elapsedMs).toBe(0);
    expect(cycle.net.breachTime).toBeNull();
  });

  test('a later entry that stops ends a cycle begun in the same instant, where none was open', () => {
    const history = aHistory(`${MON}09:00:00Z`, [[`${MON}09:00:00Z`, 'resolution', 'Done']]);
    const cycle = last(run(history, `${MON}11:00:00Z`));
    expect([cycle.outcome, cycle.net.elapsedMs]).toEqual(['met', 0]);
  });

  test('a stop, a start and a stop of one instant end the open cycle and the one begun in it', () => {
    const history = aHistory(`${MON}09:00:00Z`, [
      resolvedAt('10:00:00'),
      [`${MON}10:00:00Z`, 'resolution', null],
      resolvedAt('10:00:00'),
    ]);
    const { cycles } = run(history, `${MON}20:00:00Z`);
    expect(cycles.map((c) => [c.outcome, c.net.elapsedMs])).toEqual([
      ['met', HOUR],
      ['met', 0],
    ]);
  });

  test('an issue created in a state that stops the clock has a cycle of no length', () => {
    const stop: Measure['stop'] = [{ on: 'entered-status', status: [{ text: 'Closed' }] }];
    const history = aHistory(`${MON}09:00:00Z`, [], { status: value('Closed') });
    const cycle = last(run(history, `${MON}11:00:00Z`, { stop }));
    expect([cycle.outcome, cycle.net.elapsedMs, cycle.stoppedBy?.ref]).toEqual(['met', 0, 'created']);
  });
});

describe('pauses', () => {
  const waiting = (from: string, to: string): Happening[] => [
    [from, 'status', 'Waiting'],
    [to, 'status', 'Open'],
  ];
  const office = {
    goals: [aGoal({ durationMs: 8 * HOUR, calendar: 'nine-to-five' })],
    calendar: 'nine-to-five',
  };

  test('take their working time out of the sum and move the due instant', () => {
    const history = aHistory(`${MON}09:00:00Z`, waiting(`${MON}10:00:00Z`, `${MON}11:30:00Z`));
    const cycle = last(run(history, `${MON}12:00:00Z`));
    expect(cycle.net.elapsedMs).toBe(90 * MINUTE);
    expect(cycle.pausedMs).toBe(90 * MINUTE);
    expect(iso(cycle.net.breachTime)).toBe('2026-03-02T14:30:00.000Z');
  });

  test.each([
    ['wholly outside hours', `${MON}18:00:00Z`, '2026-03-03T08:00:00Z', 0, '2026-03-03T10:00:00.000Z'],
    ['from hours into the night', `${MON}16:00:00Z`, '2026-03-03T08:00:00Z', 1, '2026-03-03T11:00:00.000Z'],
    ['from the night into hours', `${MON}20:00:00Z`, '2026-03-03T10:00:00Z', 1, '2026-03-03T11:00:00.000Z'],
    ['over a weekend', '2026-03-06T16:00:00Z', '2026-03-09T10:00:00Z', 2, null],
  ])('%s count only their working part', (_, from, to, hours, due) => {
    const history = aHistory(`${MON}10:00:00Z`, waiting(from, to));
    const cycle = last(run(history, to, office));
    expect(cycle.pausedMs).toBe(hours * HOUR);
    if (due !== null) expect(iso(cycle.net.breachTime)).toBe(due);
  });

  test('an open pause counts up to now', () => {
    const history = aHistory(`${MON}09:00:00Z`, [[`${MON}10:00:00Z`, 'status', 'Waiting']]);
    const cycle = last(run(history, `${MON}15:00:00Z`));
    expect([cycle.net.elapsedMs, cycle.pausedMs, cycle.nextChangeAt]).toEqual([HOUR, 5 * HOUR, null]);
  });

  test('two pauses within one minute stay two', () => {
    const history = aHistory(`${MON}09:00:00Z`, [
      ...waiting(`${MON}10:00:00.100Z`, `${MON}10:00:10.200Z`),
      ...waiting(`${MON}10:00:20.300Z`, `${MON}10:00:30.500Z`),
    ]);
    expect(last(run(history, `${MON}11:00:00Z`)).pausedMs).toBe(20_300);
  });

  test('after a breach the breach time stays known while paused', () => {
    const history = aHistory(`${MON}09:00:00Z`, [[`${MON}14:00:00Z`, 'status', 'Waiting']]);
    const cycle = last(run(history, `${MON}20:00:00Z`));
    expect(cycle.phase).toBe('paused');
    expect(iso(cycle.net.breachTime)).toBe('2026-03-02T13:00:00.000Z');
  });
});

describe('goals', () => {
  const byPriority = [
    aGoal({ id: 'p1', name: 'Urgent', when: isIn('priority', 'High'), durationMs: HOUR }),
    aGoal({ id: 'rest', name: 'Everything else', durationMs: 8 * HOUR, calendar: 'nine-to-five' }),
  ];

  test('the first that matches wins', () => {
    const history = aHistory(`${MON}09:00:00Z`, [], { priority: value('High') });
    expect(last(run(history, `${MON}09:10:00Z`, { goals: byPriority })).goals.map((g) => g.goalId)).toEqual([
      'p1',
    ]);
  });

  test('a change midway keeps the start and the elapsed time, and shows both goals', () => {
    const history = aHistory(`${MON}09:00:00Z`, [[`${MON}12:00:00Z`, 'priority', 'High']], {
      priority: value('Low'),
    });
    const cycle = last(run(history, `${MON}12:30:00Z`, { goals: byPriority }));
    expect(cycle.startTime).toBe(at(`${MON}09:00:00Z`));
    expect(cycle.net.elapsedMs).toBe(3.5 * HOUR);
    expect(cycle.net.remainingMs).toBe(-2.5 * HOUR);
    expect(iso(cycle.net.breachTime)).toBe('2026-03-02T10:00:00.000Z');
    expect(cycle.goals.map((g) => [g.goalId, iso(g.at)])).toEqual([
      ['rest', '2026-03-02T09:00:00.000Z'],
      ['p1', '2026-03-02T12:00:00.000Z'],
    ]);
  });

  test('each span counts by the calendar of the goal in force then', () => {
    // 16:00-18:00 under office hours (1 h), then around the clock 18:00-20:00 (2 h)
    const history = aHistory(`${MON}16:00:00Z`, [[`${MON}18:00:00Z`, 'priority', 'High']], {
      priority: value('Low'),
    });
    expect(last(run(history, `${MON}20:00:00Z`, { goals: byPriority })).net.elapsedMs).toBe(3 * HOUR);
  });

  test('no goal is shown, counts the time, and is neither met nor breached', () => {
    const history = aHistory(`${MON}09:00:00Z`, [resolvedAt('10:00:00')]);
    const cycle = last(run(history, `${MON}12:00:00Z`, { goals: [] }));
    expect(cycle.outcome).toBe('no-goal');
    expect(cycle.net).toEqual({ elapsedMs: HOUR, remainingMs: null, breached: false, breachTime: null });
    expect(cycle.goals[0]?.name).toBe('No goal');
  });
});

test('a negative goal is refused', () => {
  expect(() =>
    run(aHistory(`${MON}09:00:00Z`), `${MON}10:00:00Z`, { goals: [aGoal({ durationMs: -1 })] }),
  ).toThrow('Goal "Everything" of measure resolution has the duration -1 ms.');
});

describe('reopening', () => {
  const history = aHistory(`${MON}09:00:00Z`, [
    resolvedAt('10:00:00'),
    [`${MON}12:00:00Z`, 'resolution', null],
    resolvedAt('12:30:00'),
  ]);

  test('opens a new cycle by default', () => {
    expect(run(history, `${MON}20:00:00Z`).cycles.map((c) => c.net.elapsedMs / MINUTE)).toEqual([60, 30]);
  });

  test('continues the old cycle, without the time in between', () => {
    const { cycles } = run(history, `${MON}20:00:00Z`, { reopen: 'continue' });
    expect(cycles).toHaveLength(1);
    expect(cycles[0]?.net.elapsedMs).toBe(90 * MINUTE);
    expect(explain(cycles[0] as Cycle).map((s) => [s.kind, s.name, (s.end - s.start) / MINUTE])).toEqual([
      ['running', 'Around the clock', 60],
      ['paused', 'Stopped until reopened', 120],
      ['running', 'Around the clock', 30],
    ]);
  });

  test('that is cancelled after it was continued does not count as stopped', () => {
    const again = aHistory(`${MON}09:00:00Z`, [
      resolvedAt('10:00:00'),
      [`${MON}12:00:00Z`, 'resolution', null],
      [`${MON}13:00:00Z`, 'labels', 'duplicate'],
      [`${MON}14:00:00Z`, 'labels', null],
    ]);
    const measure: Partial<Measure> = { reopen: 'continue', cancelWhile: isIn('labels', 'duplicate') };
    const { cycles } = run(again, `${MON}15:00:00Z`, measure);
    expect(cycles.map((c) => [c.outcome, c.net.elapsedMs / HOUR])).toEqual([
      ['cancelled', 2],
      ['ongoing', 1],
    ]);
  });

  test('is ignored', () => {
    expect(run(history, `${MON}20:00:00Z`, { reopen: 'ignore' }).cycles.map((c) => c.net.elapsedMs)).toEqual([
      HOUR,
    ]);
  });
});

describe('first response', () => {
  const measure: Partial<Measure> = {
    start: [{ on: 'created' }],
    stop: [
      { on: 'commented', by: 'provider' },
      { on: 'field', field: 'resolution', change: 'set', flag: 'resolved without a reply' },
    ],
    reopen: 'ignore',
  };

  test.each<[string, Happening, string]>([
    ['an internal note', [`${MON}10:00:00Z`, 'note'], 'ongoing'],
    ['a message of the customer', [`${MON}10:00:00Z`, 'message'], 'ongoing'],
    ['an automatic comment', [`${MON}10:00:00Z`, 'robot'], 'ongoing'],
    ['a public reply by the provider', [`${MON}10:00:00Z`, 'reply'], 'met'],
  ])('%s', (_, happening, outcome) => {
    expect(last(run(aHistory(`${MON}09:00:00Z`, [happening]), `${MON}11:00:00Z`, measure)).outcome).toBe(
      outcome,
    );
  });

  test('a resolution without a reply ends it, flagged', () => {
    const cycle = last(
      run(aHistory(`${MON}09:00:00Z`, [resolvedAt('10:00:00')]), `${MON}11:00:00Z`, measure),
    );
    expect([cycle.outcome, cycle.flag]).toEqual(['met', 'resolved without a reply']);
  });

  test('a reply and the resolution in one instant are a reply', () => {
    const history = aHistory(`${MON}09:00:00Z`, [resolvedAt('10:00:00'), [`${MON}10:00:00Z`, 'reply']]);
    expect(last(run(history, `${MON}11:00:00Z`, measure)).flag).toBeNull();
  });
});

describe('next response', () => {
  test('counts from the oldest unanswered message', () => {
    const history = aHistory(`${MON}09:00:00Z`, [
      [`${MON}10:00:00Z`, 'message'],
      [`${MON}11:00:00Z`, 'message'],
      [`${MON}12:00:00Z`, 'reply'],
      [`${MON}13:00:00Z`, 'message'],
    ]);
    const result = run(history, `${MON}13:30:00Z`, {
      start: [{ on: 'commented', by: 'customer' }],
      stop: [{ on: 'commented', by: 'provider' }],
    });
    expect(result.cycles.map((c) => [c.outcome, c.net.elapsedMs / MINUTE])).toEqual([
      ['met', 120],
      ['ongoing', 30],
    ]);
  });
});

describe('rules that change', () => {
  const v1 = anAgreement();
  const v2 = anAgreement({
    version: 2,
    effectiveFrom: at(`${MON}12:00:00Z`),
    measures: [aMeasure({ goals: [aGoal({ durationMs: HOUR })] })],
  });

  test('an open cycle moves to the new version from its date, and not before', () => {
    const history = aHistory(`${MON}10:00:00Z`);
    const before = evaluate(history, [v1, v2], [], at(`${MON}11:59:59Z`))[0] as MeasureResult;
    const after = evaluate(history, [v1, v2], [], at(`${MON}12:00:00Z`))[0] as MeasureResult;
    expect([last(before).agreementVersion, last(before).net.remainingMs]).toEqual([1, 2 * HOUR + 1000]);
    expect(last(before).net.breached).toBe(false);
    expect([last(after).agreementVersion, last(after).net.remainingMs]).toEqual([2, -HOUR]);
    expect(before.nextChangeAt).toBe(at(`${MON}12:00:00Z`));
  });

  test('a closed verdict keeps its version', () => {
    const history = aHistory(`${MON}09:00:00Z`, [resolvedAt('11:30:00')]);
    const cycle = last(evaluate(history, [v2, v1], [], at('2026-03-09T00:00:00Z'))[0] as MeasureResult);
    expect([cycle.outcome, cycle.agreementVersion]).toEqual(['met', 1]);
  });

  test('a stop at the very instant of a new version is judged, and signed, by the old one', () => {
    const history = aHistory(`${MON}09:00:00Z`, [resolvedAt('12:00:00')]);
    const cycle = last(evaluate(history, [v1, v2], [], at('2026-03-09T00:00:00Z'))[0] as MeasureResult);
    expect([cycle.outcome, cycle.agreementVersion, cycle.goals.length]).toEqual(['met', 1, 1]);
  });

  test('the time a ticket was stopped does not count when a later version continues its cycle', () => {
    const continues = anAgreement({
      version: 2,
      effectiveFrom: at('2026-03-03T10:00:00Z'),
      measures: [aMeasure({ reopen: 'continue' })],
    });
    const history = aHistory(`${MON}08:00:00Z`, [
      resolvedAt('10:00:00'),
      ['2026-03-04T10:00:00Z', 'resolution', null],
      ['2026-03-04T11:00:00Z', 'resolution', 'Done'],
    ]);
    const { cycles } = evaluate(history, [v1, continues], [], at('2026-03-09T00:00:00Z'))[0] as MeasureResult;
    expect(cycles.map((c) => c.net.elapsedMs / HOUR)).toEqual([3]);
  });

  test('a measure that a version drops is cancelled on its date', () => {
    const without = { ...v2, measures: [aMeasure({ id: 'other' })] };
    const results = evaluate(aHistory(`${MON}10:00:00Z`), [v1, without], [], at(`${MON}13:00:00Z`));
    const cycle = last(results.find((r) => r.measureId === 'resolution') as MeasureResult);
    expect([cycle.outcome, iso(cycle.stopTime)]).toEqual(['cancelled', '2026-03-02T12:00:00.000Z']);
    expect(cycle.stoppedBy?.ref).toBe('agreement:acme@2');
  });

  test('an agreement that takes effect on an open issue starts its clock then', () => {
    const cycle = last(
      evaluate(aHistory(`${MON}10:00:00Z`), [v2], [], at(`${MON}12:30:00Z`))[0] as MeasureResult,
    );
    expect([iso(cycle.startTime), cycle.startedBy.ref, cycle.net.elapsedMs]).toEqual([
      '2026-03-02T12:00:00.000Z',
      'agreement:acme@2',
      30 * MINUTE,
    ]);
  });

  test('several agreements all attach', () => {
    const other = anAgreement({ id: 'internal', kind: 'ola', name: 'Network team' });
    const results = evaluate(aHistory(`${MON}10:00:00Z`), [v1, other], [], at(`${MON}11:00:00Z`));
    expect(results.map((r) => [r.agreementId, r.cycles.length])).toEqual([
      ['acme', 1],
      ['internal', 1],
    ]);
  });
});

describe('retroactive start, reset and cancel', () => {
  const urgent: Partial<Measure> = {
    start: [{ on: 'field', field: 'priority', change: 'changed', to: [{ text: 'High' }] }],
    startFrom: 'created',
    goals: [aGoal({ durationMs: 8 * HOUR })],
  };

  test('SN-R: raised to P1 after three hours, three hours have passed', () => {
    const history = aHistory(`${MON}09:00:00Z`, [[`${MON}12:00:00Z`, 'priority', 'High']]);
    expect(last(run(history, `${MON}12:00:00Z`, urgent)).net.elapsedMs).toBe(3 * HOUR);
  });

  test('earlier pauses are credited', () => {
    const history = aHistory(`${MON}09:00:00Z`, [
      [`${MON}09:30:00Z`, 'status', 'Waiting'],
      [`${MON}10:30:00Z`, 'status', 'Open'],
      [`${MON}12:00:00Z`, 'priority', 'High'],
    ]);
    expect(last(run(history, `${MON}12:00:00Z`, urgent)).net.elapsedMs).toBe(2 * HOUR);
  });

  test('a reset closes the cycle uncounted and opens the next at once', () => {
    const history = aHistory(`${MON}09:00:00Z`, [[`${MON}10:00:00Z`, 'assignee', 'Bea']]);
    const result = run(history, `${MON}11:00:00Z`, {
      reset: [{ on: 'field', field: 'assignee', change: 'set' }],
    });
    expect(result.cycles.map((c) => [c.outcome, c.net.elapsedMs])).toEqual([
      ['reset', HOUR],
      ['ongoing', HOUR],
    ]);
  });

  test('while a cancel condition holds there is no cycle; a new one begins when it ends', () => {
    const history = aHistory(`${MON}09:00:00Z`, [
      [`${MON}10:00:00Z`, 'labels', 'duplicate'],
      [`${MON}12:00:00Z`, 'labels', null],
    ]);
    const result = run(history, `${MON}13:00:00Z`, { cancelWhile: isIn('labels', 'duplicate') });
    expect(result.cycles.map((c) => [c.outcome, c.net.elapsedMs / HOUR])).toEqual([
      ['cancelled', 1],
      ['ongoing', 1],
    ]);
  });

  test('an issue resolved before the agreement covers it starts no clock when it does', () => {
    const history = aHistory(
      `${MON}09:00:00Z`,
      [resolvedAt('10:00:00'), [`${MON}11:00:00Z`, 'project', 'ACME']],
      { project: value('OTHER') },
    );
    const result = run(history, `${MON}13:00:00Z`, {}, [], { scope: isIn('project', 'ACME') });
    expect(result.cycles).toEqual([]);
    expect(result.notStarted?.reason).toBe('stopped-before');
  });

  test('coming back into scope starts a new cycle while the old reason to count stands', () => {
    const history = aHistory(
      `${MON}09:00:00Z`,
      [
        [`${MON}10:00:00Z`, 'project', 'OTHER'],
        [`${MON}12:00:00Z`, 'project', 'ACME'],
      ],
      { project: value('ACME') },
    );
    const { cycles } = run(history, `${MON}13:00:00Z`, {}, [], { scope: isIn('project', 'ACME') });
    expect(cycles.map((c) => [c.outcome, c.net.elapsedMs / HOUR])).toEqual([
      ['cancelled', 1],
      ['ongoing', 1],
    ]);
    expect(cycles[1]?.startedBy.text).toBe(
      'The agreement begins to apply: Project changed from OTHER to ACME by Ana',
    );
  });

  test('leaving the scope cancels, and says why', () => {
    const history = aHistory(`${MON}09:00:00Z`, [[`${MON}10:00:00Z`, 'project', 'OTHER']], {
      project: value('ACME'),
    });
    const cycle = last(run(history, `${MON}13:00:00Z`, {}, [], { scope: isIn('project', 'ACME') }));
    expect([cycle.outcome, cycle.stoppedBy?.text]).toEqual([
      'cancelled',
      'Project changed from ACME to OTHER by Ana',
    ]);
  });
});

describe('moments', () => {
  test.each<
    [string, Measure['start'][number], Happening[], Record<string, ReturnType<typeof value>>, string | null]
  >([
    [
      'entered status counts at creation',
      { on: 'entered-status', status: [{ text: 'open' }] },
      [],
      {},
      '09:00',
    ],
    [
      'left status',
      { on: 'left-status', status: [{ text: 'Open' }] },
      [[`${MON}10:00:00Z`, 'status', 'Work']],
      {},
      '10:00',
    ],
    [
      'assignee set',
      { on: 'field', field: 'assignee', change: 'set' },
      [[`${MON}10:00:00Z`, 'assignee', 'Bea']],
      {},
      '10:00',
    ],
    [
      'a change of assignee is not a set',
      { on: 'field', field: 'assignee', change: 'set', when: isIn('assignee', 'Cy') },
      [[`${MON}10:00:00Z`, 'assignee', 'Cy']],
      { assignee: value('Bea') },
      null,
    ],
    [
      'assignee first set, at creation',
      { on: 'field', field: 'assignee', change: 'first-set' },
      [],
      { assignee: value('Bea') },
      '09:00',
    ],
    [
      'resolution cleared',
      { on: 'field', field: 'resolution', change: 'cleared' },
      [[`${MON}10:00:00Z`, 'resolution', null]],
      { resolution: value('Done') },
      '10:00',
    ],
    [
      'a field changed to a value',
      { on: 'field', field: 'region', change: 'changed', to: [{ text: 'EMEA' }] },
      [
        [`${MON}10:00:00Z`, 'region', 'APAC'],
        [`${MON}11:00:00Z`, 'region', 'EMEA'],
      ],
      {},
      '11:00',
    ],
    ['an internal note', { on: 'commented', by: 'internal' }, [[`${MON}10:00:00Z`, 'note']], {}, '10:00'],
    [
      'narrowed by a state',
      { on: 'commented', by: 'provider', when: isIn('priority', 'High') },
      [
        [`${MON}10:00:00Z`, 'reply'],
        [`${MON}11:00:00Z`, 'priority', 'High'],
        [`${MON}12:00:00Z`, 'reply'],
      ],
      {},
      '12:00',
    ],
    [
      'a date is reached',
      { on: 'date-reached', field: 'duedate' },
      [],
      { duedate: value('2026-03-03') },
      '2026-03-03',
    ],
    [
      'a date put off before it came',
      { on: 'date-reached', field: 'duedate' },
      [[`${MON}10:00:00Z`, 'duedate', '2026-03-20']],
      { duedate: value('2026-03-03') },
      null,
    ],
  ])('%s', (_, start, happenings, initial, expected) => {
    const result = run(aHistory(`${MON}09:00:00Z`, happenings, initial), '2026-03-05T00:00:00Z', {
      start: [start],
      stop: [],
    });
    const started = result.cycles[0]?.startTime ?? null;
    const day = expected?.length === 10 ? `${expected}T00:00:00.000Z` : `${MON}${expected}:00.000Z`;
    expect(iso(started)).toBe(expected === null ? null : day);
  });

  test('assignee first set happens once', () => {
    const history = aHistory(`${MON}09:00:00Z`, [
      [`${MON}10:00:00Z`, 'assignee', 'Bea'],
      [`${MON}11:00:00Z`, 'assignee', null],
      [`${MON}12:00:00Z`, 'assignee', 'Cy'],
    ]);
    const result = run(history, `${MON}13:00:00Z`, {
      start: [{ on: 'created' }],
      stop: [{ on: 'field', field: 'assignee', change: 'first-set' }],
      reopen: 'new-cycle',
    });
    expect(result.cycles.map((c) => iso(c.stopTime))).toEqual(['2026-03-02T10:00:00.000Z']);
  });

  test('a date put off later is, until then, the next change', () => {
    const history = aHistory(`${MON}09:00:00Z`, [['2026-03-04T09:00:00Z', 'duedate', '2026-03-20']], {
      duedate: value('2026-03-12'),
    });
    const measure: Partial<Measure> = { start: [{ on: 'date-reached', field: 'duedate' }] };
    expect(iso(run(history, `${MON}10:00:00Z`, measure).nextChangeAt)).toBe('2026-03-12T00:00:00.000Z');
  });

  test('a date ahead is the next change of a measure that waits for it', () => {
    const result = run(aHistory(`${MON}09:00:00Z`, [], { duedate: value('2026-03-03') }), `${MON}10:00:00Z`, {
      start: [{ on: 'date-reached', field: 'duedate' }],
    });
    expect(iso(result.nextChangeAt)).toBe('2026-03-03T00:00:00.000Z');
    expect(result.notStarted?.text).toContain('the date in Due date is reached');
  });
});

describe('why there is no cycle', () => {
  test.each<[string, Partial<Agreement>, Partial<Measure>, string]>([
    ['not in force', { effectiveFrom: at('2026-04-01T00:00:00Z') }, {}, 'not-in-force'],
    ['out of scope', { scope: isIn('project', 'OTHER') }, {}, 'out-of-scope'],
    ['cancelled', {}, { cancelWhile: isIn('status', 'Open') }, 'cancelled'],
    ['no start moment', {}, { start: [{ on: 'commented', by: 'customer' }] }, 'no-start-moment'],
  ])('%s', (_, agreement, measure, reason) => {
    const versions = [anAgreement({ measures: [aMeasure(measure)], ...agreement })];
    const result = evaluate(aHistory(`${MON}09:00:00Z`), versions, [], at(`${MON}10:00:00Z`))[0];
    expect(result?.notStarted?.reason).toBe(reason);
    expect(result?.cycles).toEqual([]);
  });
});

describe('what is said of a missing cycle', () => {
  test('names the scope as it was written', () => {
    const scope = { scope: isIn('project', 'OTHER'), scopeText: 'project = OTHER' };
    const { notStarted } = run(aHistory(`${MON}09:00:00Z`), `${MON}10:00:00Z`, {}, [], scope);
    expect(notStarted?.text).toBe(
      '“Acme support” does not cover this ticket. It covers tickets with project = OTHER.',
    );
  });

  test('tells that a moment is narrowed', () => {
    const start: Measure['start'] = [{ on: 'created', when: isIn('priority', 'High') }];
    const { notStarted } = run(aHistory(`${MON}09:00:00Z`), `${MON}10:00:00Z`, { start });
    expect(notStarted?.text).toContain('the ticket is created while its condition holds');
  });
});

describe('exclusions', () => {
  const window = { start: at(`${MON}10:00:00Z`), end: at(`${MON}12:00:00Z`) };

  test('take time out of the net sum and leave the gross alone', () => {
    const cycle = last(
      run(aHistory(`${MON}09:00:00Z`), `${MON}13:00:00Z`, {}, [anExclusion({ windows: [window] })]),
    );
    expect([cycle.net.elapsedMs, cycle.gross.elapsedMs]).toEqual([2 * HOUR, 4 * HOUR]);
    expect(iso(cycle.net.breachTime)).toBe('2026-03-02T15:00:00.000Z');
    expect(iso(cycle.gross.breachTime)).toBe('2026-03-02T13:00:00.000Z');
  });

  test('ahead of now move the due instant', () => {
    const cycle = last(
      run(aHistory(`${MON}09:00:00Z`), `${MON}09:30:00Z`, {}, [anExclusion({ windows: [window] })]),
    );
    expect(iso(cycle.net.breachTime)).toBe('2026-03-02T15:00:00.000Z');
    expect(iso(cycle.nextChangeAt)).toBe('2026-03-02T10:00:00.000Z');
    expect(upcoming(cycle, at(`${MON}13:00:00Z`)).map((i) => [iso(i.start), iso(i.end)])).toEqual([
      ['2026-03-02T09:30:00.000Z', '2026-03-02T10:00:00.000Z'],
      ['2026-03-02T12:00:00.000Z', '2026-03-02T13:00:00.000Z'],
    ]);
  });

  test('that overlap are taken out once', () => {
    const exclusions = [
      anExclusion({ windows: [window] }),
      anExclusion({
        id: 'power',
        clause: '4.3 Power',
        windows: [{ start: at(`${MON}11:00:00Z`), end: at(`${MON}12:30:00Z`) }],
      }),
    ];
    const cycle = last(run(aHistory(`${MON}09:00:00Z`), `${MON}13:00:00Z`, {}, exclusions));
    expect(cycle.net.elapsedMs).toBe(1.5 * HOUR);
    expect(explain(cycle).map((s) => [s.kind, s.name, (s.end - s.start) / MINUTE])).toEqual([
      ['running', 'Around the clock', 60],
      ['excluded', '4.2 Planned maintenance', 120],
      ['excluded', '4.3 Power', 30],
      ['running', 'Around the clock', 30],
    ]);
  });

  test('hold only while the issue matches', () => {
    const history = aHistory(`${MON}09:00:00Z`, [[`${MON}11:00:00Z`, 'service', 'Mail']], {
      service: value('Tills'),
    });
    const exclusions = [anExclusion({ when: isIn('service', 'Tills'), windows: [window] })];
    expect(last(run(history, `${MON}13:00:00Z`, {}, exclusions)).net.elapsedMs).toBe(3 * HOUR);
  });

  test('on a schedule of their own', () => {
    const during = { ...aroundTheClock, id: 'lunch', weekly: { mon: [['12:00', '13:00']] } as const };
    const cycle = last(run(aHistory(`${MON}09:00:00Z`), `${MON}12:30:00Z`, {}, [anExclusion({ during })]));
    expect([cycle.phase, cycle.net.elapsedMs]).toEqual(['excluded', 3 * HOUR]);
    expect(iso(cycle.net.breachTime)).toBe('2026-03-02T14:00:00.000Z');
  });

  test('outside hours are outside hours; paused are paused', () => {
    const exclusions = [
      anExclusion({ windows: [{ start: at(`${MON}16:00:00Z`), end: at('2026-03-03T10:00:00Z') }] }),
    ];
    const measure = { goals: [aGoal({ calendar: 'nine-to-five' })], calendar: 'nine-to-five' };
    const night = last(run(aHistory(`${MON}15:00:00Z`), `${MON}20:00:00Z`, measure, exclusions));
    expect(night.phase).toBe('outside-hours');
    const paused = aHistory(`${MON}15:00:00Z`, [[`${MON}15:30:00Z`, 'status', 'Waiting']]);
    expect(last(run(paused, `${MON}16:30:00Z`, measure, exclusions)).phase).toBe('paused');
  });

  test('on the whole cycle leave it out of compliance and change no sum', () => {
    const exclusions = [anExclusion({ effect: 'cycle', windows: [window] })];
    const history = aHistory(`${MON}09:00:00Z`, [resolvedAt('11:00:00')]);
    const cycle = last(run(history, `${MON}13:00:00Z`, {}, exclusions));
    expect([cycle.leftOutBy, cycle.net.elapsedMs, cycle.outcome]).toEqual([
      '4.2 Planned maintenance',
      2 * HOUR,
      'met',
    ]);
    const before = aHistory(`${MON}09:00:00Z`, [resolvedAt('10:00:00')]);
    expect(last(run(before, `${MON}13:00:00Z`, {}, exclusions)).leftOutBy).toBeNull();
  });

  test('on the whole cycle do not look at the time it was stopped', () => {
    const exclusions = [anExclusion({ effect: 'cycle', windows: [window] })];
    const history = aHistory(`${MON}08:00:00Z`, [
      resolvedAt('09:00:00'),
      [`${MON}13:00:00Z`, 'resolution', null],
      resolvedAt('14:00:00'),
    ]);
    const cycle = last(run(history, `${MON}20:00:00Z`, { reopen: 'continue' }, exclusions));
    expect([cycle.leftOutBy, cycle.net.elapsedMs]).toEqual([null, 2 * HOUR]);
  });

  test('long past do not keep a far due instant from being known', () => {
    const goals = [aGoal({ durationMs: 100_000 * HOUR })];
    const cycle = last(
      run(aHistory(`${MON}09:00:00Z`), `${MON}13:00:00Z`, { goals }, [anExclusion({ windows: [window] })]),
    );
    expect(cycle.net.breachTime).toBe(at(`${MON}11:00:00Z`) + 100_000 * HOUR);
  });

  test('by the thousand do not slow a long cycle down', () => {
    const windows = Array.from({ length: 3_000 }, (_, day) => {
      const start = at('2020-01-01T10:00:00Z') + day * 24 * HOUR;
      return { start, end: start + HOUR };
    });
    const cycle = last(
      run(aHistory('2020-01-01T00:00:00Z'), '2025-01-01T00:00:00Z', {}, [anExclusion({ windows })]),
    );
    expect(cycle.gross.elapsedMs - cycle.net.elapsedMs).toBe(1_827 * HOUR);
  });

  test('of another agreement or measure do not count', () => {
    for (const other of [{ agreementId: 'globex' }, { measures: ['first-response'] }]) {
      const exclusions = [anExclusion({ windows: [window], ...other })];
      expect(last(run(aHistory(`${MON}09:00:00Z`), `${MON}13:00:00Z`, {}, exclusions)).net.elapsedMs).toBe(
        4 * HOUR,
      );
    }
  });
});

describe('days of 23 and 25 hours', () => {
  const london = { ...aroundTheClock, timeZone: 'Europe/London' };
  test.each([
    ['spring forward', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00.000Z'],
    ['fall back', '2026-10-24T12:00:00+01:00', '2026-10-25T11:00:00.000Z'],
  ])('%s: 24 hours are 24 hours', (_, created, due) => {
    const measure = { goals: [aGoal({ durationMs: 24 * HOUR })] };
    const cycle = last(
      run(aHistory(created), created, measure, [], { calendars: [london], measures: [aMeasure(measure)] }),
    );
    expect(iso(cycle.net.breachTime)).toBe(due);
  });
});

describe('at risk', () => {
  test.each([
    ['before the threshold', '11:59:59.999', false, '2026-03-02T12:00:00.000Z'],
    ['at the threshold', '12:00:00.000', true, null],
    ['after the breach', '13:00:00.001', false, null],
  ])('%s', (_, now, risk, when) => {
    const cycle = last(run(aHistory(`${MON}09:00:00Z`), `${MON}${now}Z`));
    expect([cycle.atRisk, iso(cycle.atRiskTime)]).toEqual([risk, when]);
  });
});

describe('the derivation', () => {
  const holidays = [{ date: '2026-03-03', name: 'Founders’ day' }];
  const calendars = [aroundTheClock, { ...nineToFive, holidays }];
  const measures = [
    aMeasure({
      goals: [aGoal({ durationMs: 20 * HOUR, calendar: 'nine-to-five' })],
      calendar: 'nine-to-five',
    }),
  ];
  const history = aHistory(`${MON}08:00:00Z`, [
    [`${MON}15:00:00Z`, 'status', 'Waiting'],
    ['2026-03-04T10:00:00Z', 'status', 'Open'],
  ]);
  const exclusions = [
    anExclusion({ windows: [{ start: at('2026-03-04T11:00:00Z'), end: at('2026-03-04T11:30:00Z') }] }),
  ];
  const cycle = last(
    evaluate(
      history,
      [anAgreement({ calendars, measures })],
      exclusions,
      at('2026-03-04T12:00:00Z'),
    )[0] as MeasureResult,
  );

  test('names every stretch and what began it', () => {
    expect(
      explain(cycle).map((s) => [iso(s.start)?.slice(8, 16), s.kind, s.open, s.name, s.cause.text]),
    ).toEqual([
      ['02T08:00', 'outside-hours', false, 'Office hours', 'Created by Sam'],
      ['02T09:00', 'running', true, 'Office hours', 'Office hours open'],
      ['02T15:00', 'paused', true, 'Waiting for customer', 'Status changed from Open to Waiting by Ana'],
      ['02T17:00', 'paused', false, 'Waiting for customer', 'Status changed from Open to Waiting by Ana'],
      ['04T09:00', 'paused', true, 'Waiting for customer', 'Status changed from Open to Waiting by Ana'],
      ['04T10:00', 'running', true, 'Office hours', 'Status changed from Waiting to Open by Ana'],
      ['04T11:00', 'excluded', true, '4.2 Planned maintenance', 'Excluded by “4.2 Planned maintenance”'],
      ['04T11:30', 'running', true, 'Office hours', '“4.2 Planned maintenance” ends'],
    ]);
  });

  test('keeps the cause of a pause that goes on under another goal', () => {
    const byPriority = [aGoal({ id: 'p1', when: isIn('priority', 'High') }), aGoal()];
    const waits = aHistory(`${MON}08:00:00Z`, [
      [`${MON}09:00:00Z`, 'status', 'Waiting'],
      [`${MON}10:00:00Z`, 'priority', 'High'],
    ]);
    expect(
      explain(last(run(waits, `${MON}12:00:00Z`, { goals: byPriority }))).map((s) => [s.kind, s.cause.text]),
    ).toEqual([
      ['running', 'Created by Sam'],
      ['paused', 'Status changed from Open to Waiting by Ana'],
    ]);
  });

  test('is what the sums are the sum of', () => {
    const segments = explain(cycle);
    expect(totalOf(segments, ['running'])).toBe(cycle.net.elapsedMs);
    expect(totalOf(segments, ['running', 'excluded'])).toBe(cycle.gross.elapsedMs);
    expect(cycle.net.elapsedMs).toBe(7.5 * HOUR);
  });

  test('names a holiday', () => {
    const plain = last(
      evaluate(
        aHistory(`${MON}16:00:00Z`),
        [anAgreement({ calendars, measures })],
        [],
        at('2026-03-04T10:00:00Z'),
      )[0] as MeasureResult,
    );
    expect(explain(plain).map((s) => [s.kind, s.name, (s.end - s.start) / HOUR])).toEqual([
      ['running', 'Office hours', 1],
      ['outside-hours', 'Office hours', 7],
      ['holiday', 'Founders’ day', 24],
      ['outside-hours', 'Office hours', 9],
      ['running', 'Office hours', 1],
    ]);
  });
});
