import type { AgreementDraft } from '../../../src/contract/document';
import { calendarUses, keptBecause } from './calendar-uses';

const document = {
  measures: [
    {
      preset: 'time-to-resolution',
      calendar: 'office',
      goals: [{ name: 'Urgent', within: '1h', calendar: 'always' }],
    },
  ],
  exclusions: [{ id: 'x', clause: '4.2', effect: 'time', during: 'always' }],
} as unknown as AgreementDraft;

it('names what uses a calendar, and why it stays', () => {
  expect(calendarUses(document, 'always')).toEqual(['goal Urgent of Time to resolution', 'clause 4.2']);
  expect(keptBecause(calendarUses(document, 'office'))).toBe(
    'In use by Time to resolution. Choose another calendar there first.',
  );
  expect(keptBecause(['a', 'b', 'c', 'd'])).toContain('a, b and 2 more');
});

it('lets go of one that nothing names', () => {
  expect(keptBecause(calendarUses(document, 'night'))).toBeUndefined();
});
