import type { Exclusion } from './agreement';
import { Calendar } from './calendar';
import type { CalendarSpec } from './calendar-spec';
import { ForeseenExclusions, foreseenExclusions } from './foreseen-exclusions';
import { anExclusion } from './testing/builders';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const hours = (id: string, days: readonly string[], from: string, to: string): CalendarSpec => ({
  id,
  name: id,
  timeZone: 'UTC',
  weekly: Object.fromEntries(days.map((day) => [day, [[from, to]]])),
  dates: {},
  breaks: {},
  holidays: [],
});
const office = new Calendar(hours('office', ['mon', 'tue', 'wed', 'thu', 'fri', 'sun'], '09:00', '17:00'));
const sundays = hours('sundays', ['sun'], '10:00', '12:00');
const exclusion = (more: Partial<Exclusion> = {}) => anExclusion({ during: sundays, ...more });
/** From Wednesday on there are two Sundays. */
const span = { start: at('18T00:00'), end: at('30T00:00') };
const bothSundays = [
  { start: at('22T10:00'), end: at('22T12:00') },
  { start: at('29T10:00'), end: at('29T12:00') },
];

describe('foreseenExclusions', () => {
  test.each<[string, readonly Exclusion[], object]>([
    ['none', [], []],
    ['recurring ones', [exclusion()], bothSundays],
    ['one without an end', [exclusion({ during: null })], [span]],
    [
      'windows, within their hours alone',
      [exclusion({ windows: [{ start: at('28T00:00'), end: at('29T11:00') }] })],
      [{ start: at('29T10:00'), end: at('29T11:00') }],
    ],
    [
      'several that overlap, once',
      [exclusion(), exclusion({ during: null, windows: [{ start: at('22T11:00'), end: at('22T14:00') }] })],
      [{ start: at('22T10:00'), end: at('22T14:00') }, bothSundays[1]],
    ],
    ['those of the measure', [exclusion({ measures: ['a', 'b'] })], bothSundays],
    ['none of another measure', [exclusion({ measures: ['b'] })], []],
    ['none that leaves out whole cycles', [exclusion({ effect: 'cycle' })], []],
    ['none that depends on the issue', [exclusion({ when: { op: 'not-empty', field: 'assignee' } })], []],
  ])('are %s', (_, exclusions, expected) => {
    expect(foreseenExclusions(exclusions, 'a', span)).toEqual(expected);
  });
});

describe('ForeseenExclusions', () => {
  const foreseen = new ForeseenExclusions(office, bothSundays);

  test.each([
    ['before them', '18T00:00', '22T10:00', 0],
    ['up to the middle of one', '18T00:00', '22T11:00', 1],
    ['within one', '22T10:30', '22T11:30', 1],
    ['from the middle of one to that of the next', '22T11:00', '29T11:00', 2],
    ['all', '18T00:00', '30T00:00', 4],
    ['after them', '29T12:00', '30T00:00', 0],
    ['no time', '22T11:00', '22T11:00', 0],
    ['time that runs backwards', '29T12:00', '18T00:00', 0],
  ])('take out of %s', (_, from, to, expected) => {
    expect(foreseen.within(at(from), at(to))).toBe(expected * HOUR);
  });

  test('take out no time that is none of the calendar', () => {
    const night = new ForeseenExclusions(office, [{ start: at('22T16:00'), end: at('23T10:00') }]);
    expect(night.within(at('22T00:00'), at('24T00:00'))).toBe(2 * HOUR);
  });
});
