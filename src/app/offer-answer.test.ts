import { offerAnswer } from './offer-answer';

describe('whether an offer would have been kept', () => {
  it.each([
    [999, 1, 0.95, 'kept', true],
    [900, 100, 0.95, 'missed', false],
    // 95 % of 20 reaches 95 %, but its range goes down to 76 %.
    [19, 1, 0.95, 'unsure', true],
    [18, 2, 0.95, 'unsure', false],
    [29, 71, 0.29, 'unsure', true],
    [5, 0, null, 'no-target', null],
    [0, 0, 0.95, 'nothing-counted', null],
  ] as const)('of %d met and %d breached against %d is %s', (met, breached, target, verdict, reached) => {
    expect(offerAnswer({ met, breached }, target)).toMatchObject({ verdict, reached });
  });
});
