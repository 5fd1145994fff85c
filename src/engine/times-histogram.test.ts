import fc from 'fast-check';
import { boundsOfBucket, bucketOfTime, placeOfRank, rankOf } from './times-histogram';

describe('A histogram of times', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 17],
    [3_600_000, 349],
    [86_400_000, 422],
  ])('puts %d ms into bucket %d', (ms, bucket) => {
    expect(bucketOfTime(ms)).toBe(bucket);
  });

  it('has each time within the bounds of its bucket, which are narrow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 42 }), (ms) => {
        const { from, to } = boundsOfBucket(bucketOfTime(ms));
        expect(from <= ms && ms < to).toBe(true);
        expect(to - from).toBeLessThanOrEqual(Math.max(1, Math.ceil(from * 0.0445)));
      }),
      { seed: 4, numRuns: 2_000 },
    );
  });

  it('begins a bucket at every lower bound', () => {
    for (let bucket = 100; bucket < 600; bucket++) {
      const { from, to } = boundsOfBucket(bucket);
      expect([bucketOfTime(from), bucketOfTime(to - 1), bucketOfTime(to)]).toEqual([
        bucket,
        bucket,
        bucket + 1,
      ]);
    }
  });
});

describe('The nearest rank', () => {
  it.each([
    [50, 1, 1],
    [50, 2, 1],
    [50, 3, 2],
    [95, 20, 19],
    [95, 21, 20],
    [90, 10, 9],
    [95, 0, 0],
  ])('of %d %% of %d cases is %d', (percent, cases, rank) => {
    expect(rankOf(percent, cases)).toBe(rank);
  });

  it('is found in its bucket', () => {
    const times = new Map([
      [300, 2],
      [17, 3],
    ]);
    expect([0, 1, 3, 4, 5, 6].map((rank) => placeOfRank(times, rank))).toEqual([
      null,
      { bucket: 17, rank: 1 },
      { bucket: 17, rank: 3 },
      { bucket: 300, rank: 1 },
      { bucket: 300, rank: 2 },
      null,
    ]);
  });
});
