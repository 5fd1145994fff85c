import { newId } from './new-id';

it.each([
  ['Büro-Zeiten 24/7', [], 'buro-zeiten-24-7'],
  ['Office hours', ['office-hours', 'office-hours-2'], 'office-hours-3'],
  ['営業時間', [], 'new'],
  ['-', ['new'], 'new-2'],
])('makes of "%s" beside %j the id %s', (name, taken, id) => {
  expect(newId(name, taken)).toBe(id);
  expect(newId(name, taken)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});
