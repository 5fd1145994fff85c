import { quoted, readSimpleJql, writeSimpleJql } from './simple-jql';

it.each([
  ['', []],
  ['priority = High', [{ field: 'priority', values: ['High'] }]],
  [
    'issuetype in (Incident, "Service Request")',
    [{ field: 'issuetype', values: ['Incident', 'Service Request'] }],
  ],
  [
    '"Request Type" = "Get IT help" and priority in (High, Highest)',
    [
      { field: '"Request Type"', values: ['Get IT help'] },
      { field: 'priority', values: ['High', 'Highest'] },
    ],
  ],
  ['status = "say \\"now\\""', [{ field: 'status', values: ['say "now"'] }]],
])('reads %s and writes it the same', (jql, choices) => {
  expect(readSimpleJql(jql)).toEqual(choices);
  expect(writeSimpleJql(choices as never)).toBe(jql);
});

it.each(["type = 'Bug'", 'TYPE in ( Bug )', 'issue = Bug OR type = Task'])(
  'reads what others write: %s',
  (jql) => {
    expect(readSimpleJql(jql)).toEqual(jql.includes('OR') ? null : [{ field: 'issuetype', values: ['Bug'] }]);
  },
);

it.each([
  'priority != High',
  'priority = High or priority = Low',
  'priority = High and priority = Low',
  'assignee = currentUser()',
  'priority in (High',
  'priority is empty',
  'labels = x',
  'priority = "open',
  'priority = High order by created',
  'priority = High and',
])('leaves %s as text', (jql) => {
  expect(readSimpleJql(jql)).toBeNull();
});

it.each([
  ['x" or project = SECRET or priority = "', '"x\\" or project = SECRET or priority = \\""'],
  ['a\\', '"a\\\\"'],
  ['empty', '"empty"'],
  ['100%', '"100%"'],
])('cannot be broken out of by the name %s', (name, text) => {
  expect(quoted(name)).toBe(text);
  expect(readSimpleJql(`priority = ${quoted(name)}`)).toEqual([{ field: 'priority', values: [name] }]);
});

it('leaves out what has no value yet', () => {
  expect(
    writeSimpleJql([
      { field: 'priority', values: [] },
      { field: 'status', values: ['Open'] },
    ]),
  ).toBe('status = Open');
});
