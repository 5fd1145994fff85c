import { differences, shortValue } from './draft-difference';

it('names each place that differs, with both values', () => {
  const mine = { name: 'A', measures: [{ id: 'x', goals: [{ within: '4h' }] }], scope: 'type = Bug' };
  const theirs = { name: 'A', measures: [{ id: 'x', goals: [{ within: '8h' }, { within: '1h' }] }] };
  expect(differences(mine, theirs)).toEqual([
    { path: 'measures[0].goals[0].within', mine: '4h', theirs: '8h' },
    { path: 'measures[0].goals[1]', mine: undefined, theirs: { within: '1h' } },
    { path: 'scope', mine: 'type = Bug', theirs: undefined },
  ]);
});

it('finds a changed order of keys, which has no place of its own', () => {
  expect(differences({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }).map(({ path }) => path)).toEqual(['a']);
});

it('finds nothing between equals', () => {
  expect(differences({ a: [1, { b: 2 }], c: undefined }, { a: [1, { b: 2 }] })).toEqual([]);
});

it('shortens long values', () => {
  expect(shortValue('x'.repeat(500))).toHaveLength(160);
  expect(shortValue(undefined)).toBe('nothing');
});
