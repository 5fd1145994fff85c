import { readLines } from './text-lines';

const text = [
  'name: Acme',
  'measures:',
  '  - id: a',
  '    goals:',
  '      - name: All',
  '        within: 4h',
  '',
].join('\n');

it.each([
  [['name'], 1],
  [['measures', 0, 'goals', 0, 'within'], 6],
  [['measures', 0, 'target'], 3],
  [['nothing'], 1],
])('finds %j in line %i', async (path, line) => {
  const { lineOf, mistakes } = await readLines(text);
  expect([lineOf(path), mistakes]).toEqual([line, []]);
});

it('says in which line a text is no YAML', async () => {
  const { mistakes } = await readLines('name: a\nkind: [sla\nscope: x\n');
  expect(mistakes.map(({ line }) => line)).toContain(3);
});
