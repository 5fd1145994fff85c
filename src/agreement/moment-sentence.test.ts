import { momentSentence, presetMomentSentence } from './moment-sentence';
import { PRESETS } from './presets';

describe('momentSentence', () => {
  it.each([
    ['created', 'the ticket is created'],
    ['entered status Resolved, "Closed, done"', 'the status becomes Resolved or Closed, done'],
    ['left status Pending', 'the status leaves Pending'],
    ['resolution set to Done', 'resolution is set to Done'],
    ['field "Region" changed to EMEA', 'Region changes to EMEA'],
    ['comment by provider', 'the provider replies to the customer'],
    ['date reached "Due date"', 'the date in Due date is reached'],
    ['whenever', 'whenever'],
  ])('reads %s', (moment, words) => expect(momentSentence(moment)).toBe(words));

  it('says what narrows a moment and what it notes', () => {
    expect(momentSentence({ moment: 'resolution set', when: 'labels = spam', flag: 'closed as spam' })).toBe(
      'resolution is set, if labels include spam (noted as “closed as spam”)',
    );
    expect(PRESETS['next-response'].start.map(presetMomentSentence)).toEqual([
      'the customer writes, if resolution is not set',
      'resolution is cleared',
    ]);
  });
});
