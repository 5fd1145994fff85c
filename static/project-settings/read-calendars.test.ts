import { readCalendars } from './read-calendars';

describe('readCalendars', () => {
  it.each([
    ['YAML', 'calendars:\n  - { id: london, name: London office hours }\n  - id: nights\n    name: Nights\n'],
    ['JSON', '{"calendars":[{"id":"london","name":"London office hours"},{"id":"nights","name":"Nights"}]}'],
  ])('reads %s', async (_label, document) => {
    expect(await readCalendars(document)).toEqual([
      { calendarId: 'london', name: 'London office hours' },
      { calendarId: 'nights', name: 'Nights' },
    ]);
  });

  it.each(['', '{', 'calendars: 3', 'retire: acme-it\nfrom: 2026-12-01\n', '- a'])(
    'finds none in %j',
    async (document) => {
      expect(await readCalendars(document)).toEqual([]);
    },
  );
});
