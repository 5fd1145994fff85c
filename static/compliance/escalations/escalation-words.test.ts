import { stateWords } from './escalation-words';

describe('stateWords', () => {
  it.each([
    ['not-covered', 'The threshold had passed before the agreement covered the ticket, so nothing was done.'],
    ['other-goal', 'A later version of the agreement changed the goal so that the threshold had passed already, so nothing was done.'],
    ['not-in-force', 'The threshold had passed before this escalation was in force, so nothing was done.'],
    ['too-late', 'The threshold had passed more than an hour before Accord could look, so nothing was done.'],
    [null, 'The threshold had passed before it could be acted on, so nothing was done.'],
  ] as const)('says why it was only noted: %s', (because, about) => {
    expect(stateWords({ state: 'skipped', because })).toEqual({ word: 'Only noted', about });
  }); // prettier-ignore
});
