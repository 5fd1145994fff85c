import type { Agreement, Exclusion } from '../engine/agreement';
import { evaluate } from '../engine/evaluate';
import { aGoal, aHistory, aMeasure, anAgreement, anExclusion, at, isIn } from '../engine/testing/builders';
import { wakeUp } from './wake-up';

const CREATED = '2026-11-23T15:00:00Z'; // a Monday
const inOfficeHours = anAgreement({ measures: [aMeasure({ goals: [aGoal({ calendar: 'nine-to-five' })] })] });

function wake(
  history: ReturnType<typeof aHistory>,
  now: string,
  agreements: readonly Agreement[] = [inOfficeHours],
  exclusions: readonly Exclusion[] = [],
) {
  const [result] = evaluate(history, agreements, exclusions, at(now));
  if (!result) throw new Error('no result');
  const instant = wakeUp(result, agreements, at(now));
  return instant === null ? null : new Date(instant).toISOString();
}

// 4 h from Monday 15:00 in 09:00-17:00: at risk with 1 h left, Tuesday 10:00; due Tuesday 11:00.
describe('A timer wakes', () => {
  it.each([
    ['when it comes at risk', '2026-11-23T15:00:00Z', '2026-11-24T10:00:00.000Z'],
    ['not when the office closes or opens', '2026-11-23T20:00:00Z', '2026-11-24T10:00:00.000Z'],
    [
      'when it is late, one millisecond after the breach time',
      '2026-11-24T10:00:00Z',
      '2026-11-24T11:00:00.001Z',
    ],
    ['still, right at the breach time', '2026-11-24T11:00:00Z', '2026-11-24T11:00:00.001Z'],
    ['never again once it is late', '2026-11-24T11:00:00.001Z', null],
  ])('%s', (_, now, expected) => {
    expect(wake(aHistory(CREATED), now)).toBe(expected);
  });

  it('at the next opening, when the goal is used up exactly at closing time', () => {
    const history = aHistory('2026-11-23T13:00:00Z');
    expect(wake(history, '2026-11-23T17:00:00Z')).toBe('2026-11-23T17:00:00.001Z');
    const after = wake(history, '2026-11-23T17:00:00.001Z');
    expect(after).not.toBeNull();
    expect([after, wake(history, '2026-11-24T09:00:00Z')]).toContain('2026-11-24T09:00:00.001Z');
  });

  it.each([
    ['not by it before it is late', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00.001Z'],
    ['at its end once it is late', '2026-11-24T11:00:00.001Z', '2026-11-24T15:00:00.000Z'],
    ['at its end while it lasts', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00.000Z'],
    ['never again after it', '2026-11-24T15:00:00Z', null],
  ])('where an exclusion is to come: %s', (_, now, expected) => {
    const windows = [{ start: at('2026-11-24T13:00:00Z'), end: at('2026-11-24T15:00:00Z') }];
    expect(wake(aHistory(CREATED), now, [inOfficeHours], [anExclusion({ windows })])).toBe(expected);
  });

  it('never while it is paused or has ended', () => {
    expect(
      wake(aHistory(CREATED, [['2026-11-23T15:10:00Z', 'status', 'Waiting']]), '2026-11-23T16:00:00Z'),
    ).toBeNull();
    expect(
      wake(aHistory(CREATED, [['2026-11-23T15:10:00Z', 'resolution', 'Done']]), '2026-11-23T16:00:00Z'),
    ).toBeNull();
  });

  it('when another version takes effect before anything else', () => {
    const next = { ...inOfficeHours, version: 2, effectiveFrom: at('2026-11-24T00:00:00Z') };
    expect(wake(aHistory(CREATED), '2026-11-23T16:00:00Z', [inOfficeHours, next])).toBe(
      '2026-11-24T00:00:00.000Z',
    );
  });

  it('when a date is reached that starts it', () => {
    const measure = aMeasure({ start: [{ on: 'date-reached', field: 'customfield_1' }] });
    const history = aHistory(CREATED, [], {
      customfield_1: [{ id: '2026-11-25T08:00:00.000+0000', text: null }],
    });
    expect(wake(history, '2026-11-23T16:00:00Z', [anAgreement({ measures: [measure] })])).toBe(
      '2026-11-25T08:00:00.000Z',
    );
  });

  it('by the gross clock too, where an exclusion holds the net one', () => {
    const agreement = anAgreement({
      measures: [aMeasure({ pauseWhile: [{ id: 'p', name: 'P', when: isIn('status', 'X') }] })],
    });
    const windows = [{ start: at('2026-11-23T15:00:00Z'), end: at('2026-11-23T23:00:00Z') }];
    const [result] = evaluate(
      aHistory(CREATED),
      [agreement],
      [anExclusion({ windows })],
      at('2026-11-23T15:30:00Z'),
    );
    if (!result) throw new Error('no result');
    expect(wakeUp(result, [agreement], at('2026-11-23T15:30:00Z'))).toBe(at('2026-11-23T19:00:00.001Z'));
  });
});
