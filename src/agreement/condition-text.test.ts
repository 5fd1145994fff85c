import { conditionText } from './condition-text';

describe('conditionText', () => {
  it.each([
    ['priority = Highest', 'priority is Highest'],
    ['priority in (Highest, High)', 'priority is Highest or High'],
    ['priority not in (Low, "Very low", Lowest)', 'priority is not Low, Very low or Lowest'],
    ['"Request Type" = "Ask a question"', 'Request Type is Ask a question'],
    ['issuetype in ("Service request", Incident)', 'issue type is Service request or Incident'],
    ['labels = vip', 'labels include vip'],
    ['labels != vip', 'labels do not include vip'],
    ['labels is EMPTY', 'labels are not set'],
    ['resolution IS NOT empty', 'resolution is set'],
    ['resolution = EMPTY', 'resolution is not set'],
    ['assignee != null', 'assignee is set'],
    ['Effort >= 5', 'Effort is at least 5'],
    ['duedate < 2026-12-01', 'due date is before 2026-12-01'],
    ['summary ~ "printer fire"', 'summary contains “printer fire”'],
    ['summary !~ test', 'summary does not contain “test”'],
    ['priority = High AND labels = vip', 'priority is High and labels include vip'],
    ['priority in (High, Highest) and labels = vip', 'priority is High or Highest, and labels include vip'],
    ['a = 1 or b = 2 OR c = 3', 'a is 1 or b is 2 or c is 3'],
    ['Region = "Trinidad and Tobago"', 'Region is “Trinidad and Tobago”'],
    ["Site = 'A \\'quoted\\' name'", "Site is A 'quoted' name"],
    ['Site = "<b>שלום</b>"', 'Site is <b>שלום</b>'],
  ])('reads %s', (jql, words) => expect(conditionText(jql)).toBe(words));

  it.each([
    'priority = High and (labels = a or labels = b)',
    'a = 1 and b = 2 or c = 3',
    'not priority = High',
    'reporter in membersOf("vip")',
    'assignee = currentUser()',
    'status was Open',
    'priority = ',
    'priority = "open',
    'priority = High order by created',
    'a = 1 && b = 2',
    '',
  ])('shows %j as it was written', (jql) => expect(conditionText(` ${jql}`)).toBe(jql.trim()));
});
