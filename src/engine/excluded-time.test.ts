import { Calendar } from './calendar';
import { excludedAhead } from './excluded-time';
import type { Interval } from './instant';
import type { ExclusionPlan } from './rules';
import { anExclusion } from './testing/builders';

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const window = (start: string, end: string): Interval => ({ start: at(start), end: at(end) });
const plan = (windows: readonly Interval[] | null, during: Calendar | null = null): ExclusionPlan => ({
  exclusion: anExclusion({ windows }),
  when: () => true,
  during,
});
const hours = (weekly: Record<string, readonly (readonly [string, string])[]>) =>
  new Calendar({
    id: 'maintenance',
    name: 'Maintenance',
    timeZone: 'UTC',
    weekly,
    dates: {},
    breaks: {},
    holidays: [],
  });
const sundays = hours({ sun: [['02:00', '06:00']] });
const never = hours({});
const week = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']] as const]),
);

// Tuesday.
const FROM = '24T16:00';

describe('The next stretch in which an exclusion holds', () => {
  it.each([
    ['is none without exclusions', [], null],
    ['is none when the last window is over', [plan([window('24T10:00', '24T16:00')])], null],
    ['begins now where one holds', [plan([window('24T10:00', '24T20:00')])], [FROM, '24T20:00']],
    [
      'is the first of all, whoever lists it',
      [plan([window('26T10:00', '26T12:00')]), plan([window('25T10:00', '25T12:00')])],
      ['25T10:00', '25T12:00'],
    ],
    [
      'is one where two touch',
      [plan([window('24T10:00', '24T20:00')]), plan([window('24T20:00', '24T22:00')])],
      [FROM, '24T22:00'],
    ],
    ['is that of its hours', [plan(null, sundays)], ['29T02:00', '29T06:00']],
    ['is that of its hours within its windows', [plan([window('29T04:00', '30T00:00')], sundays)], ['29T04:00', '29T06:00']],
    ['is none in hours that never open', [plan(null, never)], null],
    ['has no end where there is no window', [plan(null)], [FROM, null]],
    ['has no end where its hours never close', [plan(null, hours(week))], [FROM, null]],
  ] as const)('%s', (_, active, expected) => {
    const ahead = excludedAhead(active, at(FROM));
    const [start, end] = expected ?? [];
    expect(ahead).toEqual(start === undefined ? null : { start: at(start), end: end ? at(end) : null });
  }); // prettier-ignore

  it('is found however far ahead its window is, and as long as that is', () => {
    const far = { start: Date.parse('2028-01-01T00:00Z'), end: Date.parse('2029-01-01T00:00Z') };
    expect(excludedAhead([plan([far])], at(FROM))).toEqual(far);
  });
});
