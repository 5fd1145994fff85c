import type { Predicate } from '../../engine/predicate';
import { siteNames } from '../fixtures/site-names';
import { fieldIdOf } from './find-field';
import { builtInNames } from './jira-names';
import { predicateFromJql } from './predicate-from-jql';

function predicate(jql: string, names = siteNames): Predicate {
  const reading = predicateFromJql(jql, names);
  if (!reading.ok) throw new Error(reading.faults.map((fault) => fault.reason).join('\n'));
  return reading.predicate;
}

/** `piece at fault: reason` of every fault. */
function faults(jql: string, names = siteNames): string[] {
  const reading = predicateFromJql(jql, names);
  return reading.ok
    ? []
    : reading.faults.map(({ start, end, reason }) => `${jql.slice(start, end)}: ${reason}`);
}

const within = (field: string, ...ids: string[]): Predicate => ({
  op: 'in',
  field,
  values: ids.map((id) => ({ id })),
});
const without = (field: string, ...ids: string[]): Predicate => ({
  op: 'not-in',
  field,
  values: ids.map((id) => ({ id })),
});
const empty = (field: string): Predicate => ({ op: 'empty', field });
const notEmpty = (field: string): Predicate => ({ op: 'not-empty', field });
const and = (...of: Predicate[]): Predicate => ({ op: 'and', of });
const or = (...of: Predicate[]): Predicate => ({ op: 'or', of });
const noon = Date.UTC(2026, 0, 31, 12, 30);
const midnight = Date.UTC(2026, 0, 31);

describe('what a clause means', () => {
  test.each<[string, Predicate]>([
    ['', { op: 'always' }],
    ['   ', { op: 'always' }],
    ['status = Open', within('status', '1')],
    ['STATUS = "oPEN"', within('status', '1')],
    ["status = 'in progress'", within('status', '3')],
    ['status = "Waiting for customer\'s answer"', within('status', '10001')],
    ['status = 5', within('status', '5')],
    ['status = 3', within('status', '10078')],
    ['status = Closed', within('status', '6', '10077')],
    ['status != Closed', without('status', '6', '10077')],
    ['status in (Open, "In Progress", open)', within('status', '1', '3')],
    ['status not in (Open)', without('status', '1')],
    ['statusCategory = Done', within('status', '5', '6', '10077')],
    ['statusCategory != "To Do"', without('status', '1', '10078')],
    ['statusCategory in (new, 4)', within('status', '1', '10078', '3', '10001')],
    ['priority = High', within('priority', '2')],
    ['priority > Medium', within('priority', '1', '2')],
    ['priority >= Medium', within('priority', '1', '2', '3')],
    ['priority < High', within('priority', '3', '4')],
    ['priority <= High', within('priority', '2', '3', '4')],
    ['priority > Highest', within('priority')],
    ['priority is EMPTY', empty('priority')],
    ['project = ITS', within('project', '10000')],
    ['project = its', within('project', '10000')],
    ['project in ("IT support", 10001)', within('project', '10000', '10001')],
    ['issuetype = "Service request"', within('issuetype', '10012', '10013')],
    ['type = Incident', within('issuetype', '10011')],
    ['resolution = Done', within('resolution', '10000')],
    ['resolution = Unresolved', empty('resolution')],
    ['resolution != unresolved', notEmpty('resolution')],
    ['resolution in (Unresolved, Done)', or(empty('resolution'), within('resolution', '10000'))],
    ['resolution is null', empty('resolution')],
    ['resolution is not EMPTY', notEmpty('resolution')],
    ['assignee = EMPTY', empty('assignee')],
    ['assignee != null', notEmpty('assignee')],
    [
      'assignee = "Ana Ruiz"',
      { op: 'in', field: 'assignee', values: [{ id: 'Ana Ruiz', text: 'Ana Ruiz' }] },
    ],
    ['reporter in (acc-1)', { op: 'in', field: 'reporter', values: [{ id: 'acc-1', text: 'acc-1' }] }],
    [
      'assignee in (EMPTY, a)',
      or(empty('assignee'), { op: 'in', field: 'assignee', values: [{ id: 'a', text: 'a' }] }),
    ],
    ['assignee not in (EMPTY, a)', { op: 'not-in', field: 'assignee', values: [{ id: 'a', text: 'a' }] }],
    ['assignee not in (EMPTY)', notEmpty('assignee')],
    [String.raw`status = "Op\u0065n"`, within('status', '1')],
    [String.raw`status = in\ progress`, within('status', '3')],
    [String.raw`labels = "a\\"`, { op: 'in', field: 'labels', values: [{ text: 'a\\' }] }],
    [String.raw`labels = 'it\'s'`, { op: 'in', field: 'labels', values: [{ text: "it's" }] }],
    ['labels = till-platform', { op: 'in', field: 'labels', values: [{ text: 'till-platform' }] }],
    ['component = Tills', { op: 'in', field: 'components', values: [{ text: 'Tills' }] }],
    ['components in (10020)', { op: 'in', field: 'components', values: [{ id: '10020', text: '10020' }] }],
    [
      'organizations = "Acme Retail"',
      { op: 'in', field: 'customfield_10011', values: [{ text: 'Acme Retail' }] },
    ],
    [
      '"Request Type" = "Get IT help"',
      { op: 'in', field: 'customfield_10010', values: [{ id: '25', text: 'Get IT help' }] },
    ],
    [
      'Anfragetyp = "get it help (ITS)"',
      { op: 'in', field: 'customfield_10010', values: [{ id: '25', text: 'Get IT help' }] },
    ],
    [
      'Anfragetyp = "Report a fault (urgent)"',
      { op: 'in', field: 'customfield_10010', values: [{ id: '26', text: 'Report a fault (urgent)' }] },
    ],
    ['cf[10014] = EMEA', { op: 'in', field: 'customfield_10014', values: [{ text: 'EMEA' }] }],
    [
      'customfield_10014 = 10301',
      { op: 'in', field: 'customfield_10014', values: [{ id: '10301', text: '10301' }] },
    ],
    ['Devices not in (Till)', { op: 'not-in', field: 'customfield_10015', values: [{ text: 'Till' }] }],
    ['Approver is EMPTY', empty('customfield_10017')],
    ['Seats = 3', { op: 'number', field: 'customfield_10013', relation: '=', value: 3 }],
    ['Seats >= -2.5', { op: 'number', field: 'customfield_10013', relation: '>=', value: -2.5 }],
    [
      'Seats in (1, 2)',
      or(
        { op: 'number', field: 'customfield_10013', relation: '=', value: 1 },
        { op: 'number', field: 'customfield_10013', relation: '=', value: 2 },
      ),
    ],
    ['Seats not in (1, EMPTY)', { op: 'number', field: 'customfield_10013', relation: '!=', value: 1 }],
    ['Seats is not EMPTY', notEmpty('customfield_10013')],
    ['created >= 2026-01-31', { op: 'date', field: 'created', relation: '>=', value: midnight }],
    ['created < "2026/1/31 12:30"', { op: 'date', field: 'created', relation: '<', value: noon }],
    ['due is EMPTY', empty('duedate')],
    ['duedate != 2026-01-31', { op: 'date', field: 'duedate', relation: '!=', value: midnight }],
    [
      'cf[10016] > "2026-01-31 12:30"',
      { op: 'date', field: 'customfield_10016', relation: '>', value: noon },
    ],
    [
      'summary ~ "Till 4-down, prin*"',
      {
        op: 'words',
        field: 'summary',
        words: [
          { word: 'Till', prefix: false },
          { word: '4', prefix: false },
          { word: 'down', prefix: false },
          { word: 'prin', prefix: true },
        ],
      },
    ],
    [
      'Notes !~ Öffnung',
      { op: 'not-words', field: 'customfield_10018', words: [{ word: 'Öffnung', prefix: false }] },
    ],
    ['Notes is EMPTY', empty('customfield_10018')],
    ['Notes != EMPTY', notEmpty('customfield_10018')],
  ])('%s', (jql, expected) => expect(predicate(jql)).toEqual(expected));
});

describe('and, or, not', () => {
  const open = within('status', '1');
  const high = within('priority', '2');
  const its = within('project', '10000');
  test.each<[string, Predicate]>([
    ['status = Open AND priority = High and project = ITS', and(open, high, its)],
    ['status = Open or priority = High AND project = ITS', or(open, and(high, its))],
    ['(status = Open or priority = High) AND project = ITS', and(or(open, high), its)],
    ['status = Open && (priority = High && project = ITS)', and(open, high, its)],
    ['NOT status = Open', without('status', '1')],
    ['!status = Open', without('status', '1')],
    ['not not status = Open', open],
    ['not (status = Open and priority = High)', or(without('status', '1'), without('priority', '2'))],
    ['not (status = Open or not priority = High)', and(without('status', '1'), high)],
    ['not assignee is EMPTY', notEmpty('assignee')],
    ['not assignee is not EMPTY', empty('assignee')],
    ['not resolution in (Unresolved, Done)', without('resolution', '10000')],
    ['not priority > Medium', within('priority', '3', '4')],
    ['not Seats < 3', { op: 'number', field: 'customfield_10013', relation: '>=', value: 3 }],
    ['not summary ~ x', { op: 'not-words', field: 'summary', words: [{ word: 'x', prefix: false }] }],
  ])('%s', (jql, expected) => expect(predicate(jql)).toEqual(expected));

  test('tells the fields it reads, each once', () => {
    expect(
      predicateFromJql('statusCategory = Done or status = Open or cf[10013] > 1', siteNames),
    ).toMatchObject({
      fields: ['customfield_10013', 'status'],
    });
  });
});

describe('what is refused, and where', () => {
  test.each<[string, string[]]>([
    [
      'created > -30d',
      ['-30d: “-30d” is counted from now: the answer would change with the clock, not with the issue.'],
    ],
    [
      'due <= "2w 3d"',
      ['"2w 3d": “2w 3d” is counted from now: the answer would change with the clock, not with the issue.'],
    ],
    [
      'created > -10',
      ['-10: “-10” is counted from now: the answer would change with the clock, not with the issue.'],
    ],
    [
      'created > startOfDay(-1)',
      [
        'startOfDay(-1): startOfDay() is counted from now: the answer would change with the clock, not with the issue.',
      ],
    ],
    [
      'assignee = currentUser()',
      [
        'currentUser(): currentUser() is different for each reader: the answer would change with who asks, not with the issue.',
      ],
    ],
    [
      'assignee in (a, membersOf("x"))',
      [
        'membersOf("x"): membersOf() is answered by Jira at the time of the search; what it would have answered earlier is not kept.',
      ],
    ],
    [
      'Region = breached()',
      [
        'breached(): breached() asks about a service level: a rule that depends on one could depend on itself.',
      ],
    ],
    [
      'status was Open AFTER "2020-01-01"',
      ["was: “was” asks about the past; a rule is asked at every instant of the issue's history already."],
    ],
    [
      'status changed',
      [
        "changed: “changed” asks about the past; a rule is asked at every instant of the issue's history already.",
      ],
    ],
    [
      'status was not in (Open)',
      [
        "was not in: “was not in” asks about the past; a rule is asked at every instant of the issue's history already.",
      ],
    ],
    ['status = Open ORDER BY created', ['ORDER BY created: A rule has no order.']],
    [
      'issue.property[sla].state = late',
      ['issue.property[sla].state: Properties of an issue have no history.'],
    ],
    ['colour = red', ['colour: There is no field colour.']],
    [
      'updated > 2026-01-01',
      ["updated: What updated was at an earlier instant cannot be told exactly from the issue's history."],
    ],
    [
      'text ~ x',
      ["text: What text was at an earlier instant cannot be told exactly from the issue's history."],
    ],
    [
      'Sprint = 4',
      ["Sprint: What Sprint was at an earlier instant cannot be told exactly from the issue's history."],
    ],
    ['Impact = High', ['Impact: Several fields are called Impact.']],
    ['status = Opne', ['Opne: There is no status “Opne”.']],
    [
      'priority in (High, Urgent, Later)',
      ['Urgent: There is no priority “Urgent”.', 'Later: There is no priority “Later”.'],
    ],
    ['project = XYZ', ['XYZ: There is no project “XYZ”.']],
    ['statusCategory = Waiting', ['Waiting: There is no status category “Waiting”.']],
    ['status > Open', ['>: “status” cannot be asked with “>”: its values are picked from a list.']],
    [
      'statusCategory < Done',
      ['<: “statusCategory” cannot be asked with “<”: its values are picked from a list.'],
    ],
    ['labels ~ till', ['~: “labels” cannot be asked with “~”: its values are picked from a list.']],
    ['summary = hello', ['=: “summary” is a text: it cannot be asked with “=”.']],
    ['Seats ~ 3', ['~: “Seats” holds a number: it has no words to look for.']],
    ['created ~ 3', ['~: “created” holds a date: it has no words to look for.']],
    ['Seats = many', ['many: “many” is not a number.']],
    ['created > yesterday', ['yesterday: “yesterday” is not a date.']],
    ['created > 2026-02-30', ['2026-02-30: There is no date “2026-02-30”.']],
    ['created > EMPTY', ['EMPTY: JQL does not allow “EMPTY” here.']],
    ['status is Open', ['Open: IS and IS NOT go with EMPTY only.']],
    ['labels = ""', ['"": An empty text is no value.']],
    [
      'summary ~ "\\"till is down\\""',
      [
        '"\\"till is down\\"": A phrase in quotes is a question to Jira\'s search index, not to the words of the text.',
      ],
    ],
    [
      'summary ~ "till OR printer"',
      [
        '"till OR printer": AND, OR or NOT between words is a question to Jira\'s search index, not to the words of the text.',
      ],
    ],
    [
      'summary ~ "t?ll"',
      ['"t?ll": The wildcard ? is a question to Jira\'s search index, not to the words of the text.'],
    ],
    [
      'summary ~ "*till"',
      [
        '"*till": A star that is not at the end of a word is a question to Jira\'s search index, not to the words of the text.',
      ],
    ],
    [
      'summary ~ "till~"',
      [
        '"till~": A search for similar words (~) is a question to Jira\'s search index, not to the words of the text.',
      ],
    ],
    [
      'summary ~ "-till"',
      [
        '"-till": A required or forbidden word (+ - !) is a question to Jira\'s search index, not to the words of the text.',
      ],
    ],
    ['summary ~ "…"', ['"…": “…” has no word in it.']],
    ['priority =', [': Something is missing here: the JQL is not complete.']],
    ['status = Open and', [': Something is missing here: the JQL is not complete.']],
    ["status = 'it''s'", ["'it': There is no status “it”.", "'s': JQL does not allow “'s'” here."]],
  ])('%s', (jql, expected) => expect(faults(jql)).toEqual(expected));

  test('all faults of a text at once, each with its clause and what to do', () => {
    const jql = 'status = Opne AND (created > -1w OR NOT assignee = currentUser()) ORDER BY rank';
    const reading = predicateFromJql(jql, siteNames);
    expect(reading).toEqual({
      ok: false,
      faults: [
        {
          clause: 'status = Opne',
          start: 9,
          end: 13,
          reason: 'There is no status “Opne”.',
          remedy:
            "Write one of: Open, In Progress, Waiting for customer's answer, Resolved, Closed, closed, 3.",
        },
        expect.objectContaining({ clause: 'created > -1w', start: 29, end: 32 }),
        expect.objectContaining({ clause: 'assignee = currentUser()', start: 51, end: 64 }),
        expect.objectContaining({
          clause: 'ORDER BY rank',
          start: 66,
          end: 79,
          remedy: 'Leave ORDER BY out.',
        }),
      ],
    });
  });

  test('a syntax error does not hide the faults before it', () => {
    expect(faults('status = Opne and priority = = High')).toEqual([
      'Opne: There is no status “Opne”.',
      '=: JQL does not allow “=” here.',
    ]);
  });

  test.each([
    ['over several lines', 'status = Open\n  AND status = Opne', 'Opne'],
    ['behind letters beyond the basic plane', 'labels = "😀😀" AND status = Opne', 'Opne'],
    ['behind composed letters', 'labels = "Ö" AND status = Opne', 'Opne'],
  ])('the place is that of the original text %s', (_, jql, piece) => {
    expect(faults(jql)).toEqual([`${piece}: There is no status “Opne”.`]);
  });
});

describe('without Jira', () => {
  test.each<[string, Predicate]>([
    ['priority = "1 - Critical"', { op: 'in', field: 'priority', values: [{ text: '1 - Critical' }] }],
    ['status != Closed', { op: 'not-in', field: 'status', values: [{ text: 'Closed' }] }],
    ['project = 12', { op: 'in', field: 'project', values: [{ id: '12', text: '12' }] }],
    [
      '"Request Type" = "Ask (ITS)"',
      { op: 'in', field: 'requestType', values: [{ text: 'Ask (ITS)' }, { text: 'Ask' }] },
    ],
    ['organizations = Acme', { op: 'in', field: 'organizations', values: [{ text: 'Acme' }] }],
  ])('%s', (jql, expected) => expect(predicate(jql, builtInNames)).toEqual(expected));

  test.each([
    ['priority > Low', 'Which priority is higher only Jira can tell, and this log does not come from Jira.'],
    [
      'statusCategory = Done',
      'Which statuses are in a category only Jira can tell, and this log does not come from Jira.',
    ],
  ])('%s is refused', (jql, reason) => {
    const reading = predicateFromJql(jql, builtInNames);
    expect(reading.ok ? [] : reading.faults.map((fault) => fault.reason)).toEqual([reason]);
  });
});

test('a field is found by name, clause name or id, a system field before a custom one', () => {
  expect(
    ['due', 'Component', 'cf[10013]', 'seats', 'status', 'request type', 'impact', 'nothing'].map((name) =>
      fieldIdOf(name, siteNames),
    ),
  ).toEqual([
    'duedate',
    'components',
    'customfield_10013',
    'customfield_10013',
    'status',
    'customfield_10010',
    undefined,
    undefined,
  ]);
});
