import { addPacked, packedText } from './packed-text';

describe('A packed text', () => {
  it.each([
    [[], ''],
    [
      [
        ['b', [2]],
        ['a', [1]],
      ],
      'a=1;b=2',
    ],
    [[['4.2; 50 % = half', [10, 2, 1]]], '4.2%3B 50 %25 %3D half=10,2,1'],
    [[['a:712020:5f', [7]]], 'a:712020:5f=7'],
  ] as const)('of %j is %j and comes back', (entries, text) => {
    const counts = new Map<string, readonly number[]>(entries);
    expect(packedText(counts)).toBe(text);
    const sums = new Map<string, number[]>();
    addPacked(sums, text);
    expect(sums).toEqual(counts);
  });

  it('adds to what is there, as often as asked', () => {
    const sums = new Map([['a', [1, 1]]]);
    addPacked(sums, 'a=2,0;b=1,1', 3);
    expect([...sums]).toEqual([
      ['a', [7, 1]],
      ['b', [3, 3]],
    ]);
  });
});
