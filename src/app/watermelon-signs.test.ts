import { countsOf } from './counts-of';
import { signsBeside } from './watermelon-signs';

const HOUR = 3_600_000;
const measure = (id: string, met: number, breached: number, target: number | null = 0.9) => ({
  id,
  target,
  net: countsOf(met, breached),
});
const tickets = { resolved: 62, reopened: 7, rated: 0, stars: 0 };
const calm = () => ({ workingMs: 10 * HOUR, waitedMs: HOUR });
const reopened = {
  kind: 'reopened',
  value: 7 / 62,
  limit: 0.1,
  cases: 62,
  text: '11% of 62 resolved tickets had been resolved before and were reopened; up to 10% is usual.',
};

describe('What customers feel beside green figures', () => {
  it.each([
    ['every target is met', [measure('reply', 9, 1), measure('fix', 95, 5)], [reopened]],
    ['one of two is met', [measure('reply', 9, 1), measure('fix', 8, 2)], [reopened]],
    ['none is met: the figures say so themselves', [measure('reply', 8, 2)], []],
    ['nothing is promised', [measure('reply', 10, 0, null)], []],
    ['nothing was counted', [measure('reply', 0, 0)], []],
    ['there is no measure', [], []],
  ])('%s', (_, measures, signs) => {
    expect(signsBeside(measures, tickets, calm)).toEqual(signs);
  });

  it('is the waiting of the measures on target, not of the others', () => {
    const measures = [measure('reply', 9, 1), measure('fix', 8, 2)];
    const long = { workingMs: 10 * HOUR, waitedMs: 6 * HOUR };
    const waitingIn = (id: string) =>
      signsBeside(measures, { ...tickets, reopened: 0 }, (one) => (one.id === id ? long : calm()));
    expect(signsBeside(measures, { ...tickets, reopened: 0 }, calm)).toEqual([]);
    expect(waitingIn('fix')).toEqual([]);
    expect(waitingIn('reply')).toMatchObject([
      {
        kind: 'customer-wait',
        text: 'For 60% of the working time of measures on target, tickets waited for customers or third parties; up to 50% is usual.',
      },
    ]);
  });

  it('is what they say of it', () => {
    const rated = { resolved: 0, reopened: 0, rated: 20, stars: 64 };
    expect(signsBeside([measure('reply', 9, 1)], rated, calm).map(({ text }) => text)).toEqual([
      '20 customers gave 3.2 of 5 stars on average; 3.5 is the least to be content with.',
    ]);
  });
});
