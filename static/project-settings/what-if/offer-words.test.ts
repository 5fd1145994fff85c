import { sayOffer } from './offer-words';

describe('the answer to an offer', () => {
  const range = { low: 0.9351, high: 0.9612 };

  it.each([
    [
      'kept',
      true,
      'would have been kept on these tickets: with 95 % confidence the share lies between 93.5% and 96.1%',
    ],
    ['missed', false, 'would have been missed'],
    ['unsure', true, 'just have been kept on these tickets, and that may be chance'],
    ['unsure', false, 'just have been missed on these tickets, and that may be chance'],
  ] as const)('%s, reached %s', (verdict, reached, words) => {
    expect(sayOffer({ verdict, reached, range })).toContain(words);
  });

  it('is not given without a target or without cases', () => {
    expect(sayOffer({ verdict: 'no-target', reached: null, range })).toBeNull();
    expect(sayOffer({ verdict: 'nothing-counted', reached: null, range: null })).toBeNull();
  });
});
