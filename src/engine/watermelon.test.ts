import { watermelonSigns, type FeltService } from './watermelon';

const fine: FeltService = {
  resolved: 40,
  reopened: 4,
  rated: 20,
  stars: 70,
  workingMs: 1000,
  waitedMs: 500,
};

describe('watermelonSigns', () => {
  it('says nothing at the limits themselves', () => {
    expect(watermelonSigns(fine)).toEqual([]);
  });

  it.each([
    ['reopened tickets', { reopened: 5 }, { kind: 'reopened', value: 0.125, limit: 0.1, cases: 40 }],
    ['few stars', { stars: 69 }, { kind: 'satisfaction', value: 3.45, limit: 3.5, cases: 20 }],
    ['long waits', { waitedMs: 600 }, { kind: 'customer-wait', value: 0.6, limit: 0.5, cases: 40 }],
  ])('warns of %s', (_, felt, sign) => {
    expect(watermelonSigns({ ...fine, ...felt })).toEqual([sign]);
  });

  it('draws no conclusion from fewer than ten cases', () => {
    expect(
      watermelonSigns({ resolved: 9, reopened: 9, rated: 9, stars: 9, workingMs: 10, waitedMs: 10 }),
    ).toEqual([]);
  });
});
