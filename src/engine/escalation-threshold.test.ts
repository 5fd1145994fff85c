import type { Agreement } from './agreement';
import type { CalendarSpec } from './calendar-spec';
import type { Escalation, Threshold } from './escalation';
import { elapsedAt, thresholdsReached } from './escalation-threshold';
import { evaluate } from './evaluate';
import type { IssueHistory } from './issue-history';
import {
  aGoal,
  aHistory,
  aMeasure,
  anAgreement,
  anExclusion,
  at,
  HOUR,
  isIn,
  MINUTE,
  nineToFive,
} from './testing/builders';

const hours = (id: string, from: string, to: string): CalendarSpec => ({
  ...nineToFive,
  id,
  name: id,
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to]]])),
});

const anEscalation = (threshold: Threshold, overrides: Partial<Escalation> = {}): Escalation => ({
  id: 'warn',
  name: 'Warn',
  measures: [],
  threshold,
  when: '',
  anyHour: false,
  actions: [{ do: 'comment', text: 'Look' }],
  ...overrides,
});

const under = (
  calendar: CalendarSpec,
  durationMs: number,
  escalations: readonly Escalation[],
  first = calendar,
): Agreement =>
  anAgreement({
    calendars: first === calendar ? [calendar] : [first, calendar],
    measures: [aMeasure({ calendar: calendar.id, goals: [aGoal({ durationMs, calendar: calendar.id })] })],
    escalations,
  });

/** Of the last cycle: when each threshold is reached and acted on. */
function reached(
  history: IssueHistory,
  versions: readonly Agreement[],
  now: string,
  exclusions: Parameters<typeof evaluate>[2] = [],
) {
  const [result] = evaluate(history, versions, exclusions, at(now));
  const cycle = result?.cycles.at(-1);
  if (!result || !cycle) throw new Error('no cycle');
  const agreement = versions.find(({ version }) => version === cycle.agreementVersion) as Agreement;
  return thresholdsReached(cycle, { measureId: result.measureId, agreement }).map(
    ({ escalation, thresholdAt, fireAt, passedBefore }) => ({
      id: escalation.id,
      thresholdAt: new Date(thresholdAt).toISOString(),
      fireAt: new Date(fireAt).toISOString(),
      passedBefore,
    }),
  );
}

const BEFORE_1H: Threshold = { at: 'before-breach', ms: HOUR };
const HALF: Threshold = { at: 'share', share: 500_000 };
const THREE_QUARTERS: Threshold = { at: 'share', share: 750_000 };
const BREACH: Threshold = { at: 'breach' };

describe('A threshold lies in working time', () => {
  const eightToSix = hours('eight-to-six', '08:00', '18:00');

  // Cases that other systems publish, by the names they have in the comparison of systems.
  it.each([
    ['GLPI-2: one hour before', '2026-11-23T10:00:00Z', 4 * HOUR, eightToSix, BEFORE_1H, '2026-11-23T13:00:00.000Z'],
    ['GLPI-3: over the night, never at midnight', '2026-11-23T17:00:00Z', 4 * HOUR, eightToSix, BEFORE_1H, '2026-11-24T10:00:00.000Z'],
    // Breach Mon 12:00; a working day of eight hours before it is Friday 12:00.
    ['TTS-1: a working day before, over the weekend', '2026-11-19T12:00:00Z', 16 * HOUR, nineToFive, { at: 'before-breach', ms: 8 * HOUR }, '2026-11-20T12:00:00.000Z'],
    ['SN-5: half', '2026-11-23T07:00:00Z', 8 * HOUR, hours('from-eight', '08:00', '17:00'), HALF, '2026-11-23T12:00:00.000Z'],
    ['SN-5: three quarters', '2026-11-23T07:00:00Z', 8 * HOUR, hours('from-eight', '08:00', '17:00'), THREE_QUARTERS, '2026-11-23T14:00:00.000Z'],
    ['SN-5: at breach, one millisecond late', '2026-11-23T07:00:00Z', 8 * HOUR, hours('from-eight', '08:00', '17:00'), BREACH, '2026-11-23T16:00:00.001Z'],
    ['two hours after the breach', '2026-11-23T15:00:00Z', HOUR, nineToFive, { at: 'after-breach', ms: 2 * HOUR }, '2026-11-24T10:00:00.000Z'],
  ] as const)('%s', (_, created, goal, calendar, threshold, expected) => {
    const agreement = under(calendar, goal, [anEscalation(threshold)]);
    expect(reached(aHistory(created), [agreement], created)).toMatchObject([
      { thresholdAt: expected, fireAt: expected, passedBefore: null },
    ]);
  }); // prettier-ignore

  it('says the same instant before and after it has passed', () => {
    const agreement = under(eightToSix, 4 * HOUR, [
      anEscalation(BEFORE_1H),
      anEscalation(BREACH, { id: 'late' }),
    ]);
    const history = aHistory('2026-11-23T17:00:00Z');
    const early = reached(history, [agreement], '2026-11-23T17:30:00Z');
    expect(early.map(({ thresholdAt }) => thresholdAt)).toEqual([
      '2026-11-24T10:00:00.000Z',
      '2026-11-24T11:00:00.001Z',
    ]);
    for (const now of ['2026-11-24T10:00:00Z', '2026-11-24T10:59:59Z', '2026-11-25T12:00:00Z'])
      expect(reached(history, [agreement], now)).toEqual(early);
  });

  it('moves on by a pause, and is none while the pause lasts', () => {
    const agreement = under(nineToFive, 4 * HOUR, [anEscalation(HALF)]);
    const paused = aHistory('2026-11-23T09:00:00Z', [['2026-11-23T10:00:00Z', 'status', 'Waiting']]);
    expect(reached(paused, [agreement], '2026-11-23T11:00:00Z')).toEqual([]);
    const goesOn = aHistory('2026-11-23T09:00:00Z', [
      ['2026-11-23T10:00:00Z', 'status', 'Waiting'],
      ['2026-11-23T10:10:00Z', 'status', 'Open'],
    ]);
    expect(reached(goesOn, [agreement], '2026-11-23T11:00:00Z')).toMatchObject([
      { thresholdAt: '2026-11-23T11:10:00.000Z' },
    ]);
  });

  it('stays reached while a pause begins after it', () => {
    const agreement = under(nineToFive, 4 * HOUR, [anEscalation(HALF)]);
    const paused = aHistory('2026-11-23T09:00:00Z', [['2026-11-23T12:00:00Z', 'status', 'Waiting']]);
    expect(reached(paused, [agreement], '2026-11-23T13:00:00Z')).toMatchObject([
      { thresholdAt: '2026-11-23T11:00:00.000Z' },
    ]);
  });

  it('counts net of signed exclusions', () => {
    const agreement = under(nineToFive, 4 * HOUR, [anEscalation(HALF)]);
    const windows = [{ start: at('2026-11-23T09:30:00Z'), end: at('2026-11-23T10:30:00Z') }];
    expect(
      reached(aHistory('2026-11-23T09:00:00Z'), [agreement], '2026-11-23T09:00:00Z', [
        anExclusion({ windows }),
      ]),
    ).toMatchObject([{ thresholdAt: '2026-11-23T12:00:00.000Z' }]);
  });
});

describe('An escalation acts', () => {
  const aroundTheClock = hours('always', '00:00', '24:00');

  it('at the next opening of the first calendar where the clock runs at night', () => {
    const agreement = under(
      aroundTheClock,
      4 * HOUR,
      [anEscalation(BREACH), anEscalation(BREACH, { id: 'at-any-hour', anyHour: true })],
      nineToFive,
    );
    expect(reached(aHistory('2026-11-23T18:00:00Z'), [agreement], '2026-11-23T18:00:00Z')).toMatchObject([
      { id: 'warn', thresholdAt: '2026-11-23T22:00:00.001Z', fireAt: '2026-11-24T09:00:00.000Z' },
      { id: 'at-any-hour', thresholdAt: '2026-11-23T22:00:00.001Z', fireAt: '2026-11-23T22:00:00.001Z' },
    ]);
  });

  it('in the morning where the threshold falls exactly on closing time', () => {
    const agreement = under(nineToFive, 4 * HOUR, [anEscalation(HALF)]);
    expect(reached(aHistory('2026-11-23T15:00:00Z'), [agreement], '2026-11-23T15:00:00Z')).toMatchObject([
      { thresholdAt: '2026-11-23T17:00:00.000Z', fireAt: '2026-11-24T09:00:00.000Z' },
    ]);
  });

  it('only for its measures', () => {
    const agreement = under(nineToFive, HOUR, [anEscalation(BREACH, { measures: ['other'] })]);
    expect(reached(aHistory('2026-11-23T10:00:00Z'), [agreement], '2026-11-23T12:00:00Z')).toEqual([]);
  });

  it.each([['stopped', [['2026-11-23T13:00:00Z', 'resolution', 'Done']]]] as const)(
    'never on a cycle that %s',
    (_, happenings) => {
      const agreement = under(nineToFive, HOUR, [anEscalation(BREACH)]);
      expect(
        reached(aHistory('2026-11-23T10:00:00Z', happenings), [agreement], '2026-11-23T14:00:00Z'),
      ).toEqual([]);
    },
  );

  it('never without a goal, nor on a cycle that is left out of compliance', () => {
    const agreement = under(nineToFive, HOUR, [anEscalation(BREACH)]);
    const noGoal = { ...agreement, measures: [aMeasure({ calendar: 'nine-to-five', goals: [] })] };
    expect(reached(aHistory('2026-11-23T10:00:00Z'), [noGoal], '2026-11-23T14:00:00Z')).toEqual([]);
    const leftOut = anExclusion({
      effect: 'cycle',
      windows: [{ start: at('2026-11-23T10:00:00Z'), end: at('2026-11-23T10:30:00Z') }],
    });
    expect(reached(aHistory('2026-11-23T10:00:00Z'), [agreement], '2026-11-23T14:00:00Z', [leftOut])).toEqual(
      [],
    );
  });

  it('never where the warning is as long as the goal, or longer', () => {
    const agreement = under(nineToFive, HOUR, [anEscalation(BEFORE_1H)]);
    expect(reached(aHistory('2026-11-23T10:00:00Z'), [agreement], '2026-11-23T10:00:00Z')).toEqual([]);
  });
});

describe('A threshold that nobody could have met', () => {
  const urgent = (escalations: readonly Escalation[]): Agreement =>
    anAgreement({
      calendars: [nineToFive],
      measures: [
        aMeasure({
          calendar: 'nine-to-five',
          goals: [
            aGoal({ id: 'high', when: isIn('priority', 'High'), durationMs: HOUR, calendar: 'nine-to-five' }),
            aGoal({ calendar: 'nine-to-five' }),
          ],
        }),
      ],
      escalations,
    });

  it('counts from the change where the ticket came to have a shorter goal', () => {
    const history = aHistory('2026-11-23T09:00:00Z', [['2026-11-23T12:00:00Z', 'priority', 'High']]);
    expect(reached(history, [urgent([anEscalation(BREACH)])], '2026-11-23T12:30:00Z')).toMatchObject([
      { thresholdAt: '2026-11-23T12:00:00.000Z', passedBefore: null },
    ]);
  });

  it('has passed before where another version came to promise less time', () => {
    const first = under(nineToFive, 8 * HOUR, [anEscalation(BREACH)]);
    const second = {
      ...under(nineToFive, HOUR, [anEscalation(BREACH)]),
      version: 2,
      effectiveFrom: at('2026-11-23T12:00:00Z'),
    };
    expect(reached(aHistory('2026-11-23T09:00:00Z'), [first, second], '2026-11-23T12:30:00Z')).toMatchObject([
      { thresholdAt: '2026-11-23T10:00:00.001Z', passedBefore: 'other-goal' },
    ]);
    expect(reached(aHistory('2026-11-23T11:30:00Z'), [first, second], '2026-11-23T13:30:00Z')).toMatchObject([
      { thresholdAt: '2026-11-23T12:30:00.001Z', passedBefore: null },
    ]);
  });

  it('has passed before where the ticket came under the agreement late, counted from its creation', () => {
    const agreement: Agreement = {
      ...under(nineToFive, HOUR, [anEscalation(BREACH)]),
      measures: [
        aMeasure({
          start: [{ on: 'field', field: 'team', change: 'set' }],
          startFrom: 'created',
          calendar: 'nine-to-five',
          goals: [aGoal({ durationMs: HOUR, calendar: 'nine-to-five' })],
        }),
      ],
    };
    const history = aHistory('2026-11-23T09:00:00Z', [['2026-11-23T12:00:00Z', 'team', 'Network']]);
    expect(reached(history, [agreement], '2026-11-23T12:30:00Z')).toMatchObject([
      { thresholdAt: '2026-11-23T10:00:00.001Z', passedBefore: 'not-covered' },
    ]);
  });
});

it('A share is reached by whole milliseconds', () => {
  expect(elapsedAt({ at: 'share', share: 333_333 }, 10)).toBe(4);
  expect(elapsedAt({ at: 'share', share: 750_000 }, 20_000 * HOUR)).toBe(15_000 * HOUR);
  expect(elapsedAt({ at: 'before-breach', ms: MINUTE }, HOUR)).toBe(59 * MINUTE);
});
