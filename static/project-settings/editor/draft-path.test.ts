import { moved, parsePath, pathBelow, pathsAbove, valueAt, withValue } from './draft-path';

it.each([
  ['name', ['name']],
  ['measures[0].goals[12].when', ['measures', 0, 'goals', 12, 'when']],
  ['calendars[0].dates["2026-12-24"]', ['calendars', 0, 'dates', '2026-12-24']],
  ['calendars[1].hours["mon, wed"]', ['calendars', 1, 'hours', 'mon, wed']],
  ['', []],
])('reads the path %s and writes it the same', (text, parts) => {
  expect(parsePath(text)).toEqual(parts);
  expect(parsePath(text).reduce<string>(pathBelow, '')).toBe(text);
});

it('names what holds a path, the nearest first', () => {
  expect(pathsAbove('a.b[0].c')).toEqual(['a.b[0]', 'a.b', 'a', '']);
});

it('makes what is missing on the way and takes out what is undefined', () => {
  expect(withValue({}, ['report', 'to', 0], 'Ana')).toEqual({ report: { to: ['Ana'] } });
  expect(withValue({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
});

it('keeps the order of keys', () => {
  expect(Object.keys(withValue({ a: 1, b: 2, c: 3 }, ['b'], 4) as object)).toEqual(['a', 'b', 'c']);
});

it('takes __proto__ for a key like any other', () => {
  const changed = withValue({}, ['__proto__', 'polluted'], true);
  expect(valueAt({}, ['polluted'])).toBeUndefined();
  expect(Object.keys(changed as object)).toEqual(['__proto__']);
});

it.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [1, 1, ['a', 'b', 'c']],
  [0, 3, ['a', 'b', 'c']],
])('moves %i to %i', (from, to, expected) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(expected);
});
