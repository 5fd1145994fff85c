import { ticket } from './gallery/sample-figures';
import { sayLate } from './ticket-words';

describe('sayLate', () => {
  it.each([
    [{ lateMs: 4_200_000 }, '1 h 10 min late'],
    [{ lateMs: 4_200_000, stoppedAt: null }, '1 h 10 min late, still open'],
    [{ lateMs: 0, stoppedAt: null }, 'Late and still open'],
    [{ lateMs: 0, verdict: 'met' }, null],
  ] as const)('says of %j: %s', (change, said) => {
    expect(sayLate(ticket(1, change))?.replaceAll('\u00a0', ' ') ?? null).toBe(said);
  });
});
