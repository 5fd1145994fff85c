import { MOMENT_CHOICES, readMomentWords, writeMomentWords } from './moment-words';

it.each([
  ['created', 'created', []],
  ['entered status "Waiting, for support", Done', 'entered-status', ['Waiting, for support', 'Done']],
  ['left status In progress', 'left-status', ['In progress']],
  ['resolution set', 'resolution-set', []],
  ['assignee first set', 'assignee-first-set', []],
  ['priority changed', 'priority-changed', []],
  ['priority changed to High, Highest', 'priority-changed-to', ['High', 'Highest']],
  ['field "Approval state" changed', 'field-changed', []],
  ['field "Approval state" changed to Approved', 'field-changed-to', ['Approved']],
  ['date reached "Planned start"', 'date-reached', []],
  ['comment by provider', 'provider-comment', []],
])('reads %s and writes it the same', (text, kind, values) => {
  const words = readMomentWords(text);
  expect([words.kind, words.values]).toEqual([kind, values]);
  expect(writeMomentWords(words)).toBe(text);
});

it.each(['entered status "half', 'when the moon is full', 'field X set', ''])(
  'keeps "%s" as written',
  (text) => {
    const words = readMomentWords(text);
    expect([words.kind, writeMomentWords(words)]).toEqual(['as-written', text]);
  },
);

it('has a row for each way to write a moment', () => {
  expect(new Set(MOMENT_CHOICES.map(({ kind }) => kind)).size).toBe(MOMENT_CHOICES.length);
});

it('keeps a name that looks like an id from becoming one', () => {
  expect(writeMomentWords({ kind: 'entered-status', field: '', values: ['#10', 'a"b'], text: '' })).toBe(
    'entered status "#10", "ab"',
  );
});
