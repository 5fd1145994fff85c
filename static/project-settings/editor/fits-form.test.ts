import { misfit } from './fits-form';

it.each([
  [{}, null],
  [{ name: 'A', measures: [{ start: ['created', { moment: 'created', when: 'x' }] }], unknown: 5 }, null],
  [{ measures: 5 }, 'measures'],
  [{ measures: [{ goals: [{ within: 4 }] }] }, 'measures[0].goals[0].within'],
  [{ measures: [null] }, 'measures[0]'],
  [{ parties: [] }, 'parties'],
  [{ calendars: [{ hours: { mon: 9 } }] }, 'calendars[0].hours'],
  [{ consequences: { fee: { amount: '5' } } }, 'consequences.fee.amount'],
  [null, ''],
])('says of %j that the form cannot show %s', (document, path) => {
  expect(misfit(document)).toBe(path);
});
