import fc from 'fast-check';
import request from './fixtures/request.json';
import { foldHistory } from './issue-history';
import { JiraShapeError, rawIssueFromJson, type RawIssue } from './raw-issue';

const raw = rawIssueFromJson(request, 'customfield_10012');
const at = (text: string) => Date.parse(`${text}+09:00`);

const author = { accountId: 'acc-ana', accountType: 'atlassian', displayName: 'Ana Ruiz' };
const item = (fieldId: string, from: string | null, to: string | null) => ({
  field: fieldId,
  fieldtype: 'jira',
  fieldId,
  from,
  fromString: from && `name ${from}`,
  to,
  toString: to && `name ${to}`,
});
const logged = (id: string, created: string | number, ...items: object[]) => ({ id, author, created, items });

function issue(fields: object, histories: object[], comments: object[] = []): RawIssue {
  return {
    id: '1',
    key: 'ITS-1',
    fields: { created: '2026-07-01T08:00:00.000+0000', ...fields },
    histories,
    comments,
  };
}

const status = (id: string) => ({ status: { id, name: `name ${id}` } });

/** `field: from -> to` of every change, in order. */
function changes(of: RawIssue): string[] {
  return foldHistory(of).entries.flatMap((entry) =>
    entry.kind === 'changed' ? [`${entry.field}: ${shown(entry.from)} -> ${shown(entry.to)}`] : [],
  );
}
const shown = (value: readonly { id: string | null; text: string | null }[]) =>
  value.map((v) => v.id ?? v.text).join('+') || '-';

describe('a request with every kind of field', () => {
  const history = foldHistory(raw);

  test('begins with the values it was created with', () => {
    expect(history.issueId).toBe('10100');
    expect(history.created).toBe(at('2026-07-06T09:00'));
    expect(Object.fromEntries(Object.entries(history.initial).map(([k, v]) => [k, shown(v)]))).toEqual({
      assignee: undefined,
      created: '2026-07-06T00:00:00.000Z',
      creator: 'acc-cleo',
      customfield_10010: '25',
      customfield_10011: '1',
      customfield_10013: '2',
      customfield_10014: '10301',
      customfield_10015: '10401',
      customfield_10016: '2026-07-08T02:00:00.000Z',
      customfield_10017: '7+8',
      components: '10020+10022',
      description: 'It beeps twice. Ask @Ana',
      duedate: '2026-07-09',
      issuetype: '10002',
      key: 'OPS-3',
      labels: 'till-platform',
      priority: '3',
      project: '10001',
      reporter: 'acc-cleo',
      status: '1',
      summary: 'Till 4 does not start',
    });
    expect(history.initial['customfield_10010']).toEqual([{ id: '25', text: 'Report a fault' }]);
    expect(history.initial['customfield_10017']).toEqual([
      { id: '7', text: 'Sprint 7' },
      { id: '8', text: 'Sprint 8' },
    ]);
  });

  test('tells every change once, in order, and chains without a gap', () => {
    expect(changes(raw)).toEqual([
      'priority: 3 -> 2',
      'assignee: - -> acc-ana',
      'key: OPS-3 -> ITS-7',
      'project: 10001 -> 10000',
      'issuetype: 10002 -> 10011',
      'status: 1 -> 3',
      'customfield_10012: - -> acc-pat',
      'labels: till-platform -> till-platform+urgent',
      'components: 10020+10022 -> 10020+10021+10022',
      'components: 10020+10021+10022 -> 10020+10021',
      'customfield_10013: 2 -> 3',
      'customfield_10015: 10401 -> 10401+10402',
      'customfield_10017: 7+8 -> 9',
      'duedate: 2026-07-09 -> 2026-07-10',
      'customfield_10016: 2026-07-08T02:00:00.000Z -> 2026-07-08T03:30:00.000Z',
      'resolution: - -> 10000',
      'status: 3 -> 5',
    ]);
    expect(history.gaps).toEqual([]);
  });

  test('keeps the names people saw at that time', () => {
    const renamed = history.entries.filter((entry) => entry.kind === 'changed' && entry.field === 'status');
    expect(renamed).toMatchObject([
      { ref: 'changelog:10503', to: [{ id: '3', text: 'In progress' }] },
      { ref: 'changelog:10506', from: [{ id: '3', text: 'Working' }] },
    ]);
  });

  test('knows for each comment who could read it and on whose side it was written', () => {
    const comments = history.entries.flatMap((entry) =>
      entry.kind === 'commented' ? [[entry.ref, entry.visibility, entry.actor.side, entry.byReporter]] : [],
    );
    expect(comments).toEqual([
      ['comment:10200', 'public', 'customer', true],
      ['comment:10201', 'internal', 'provider', false],
      ['comment:10202', 'public', 'automation', false],
      // Pat became a participant two minutes later.
      ['comment:10203', 'public', 'provider', false],
      ['comment:10204', 'public', 'provider', false],
    ]);
    expect(history.entries.find((entry) => entry.ref === 'comment:10200')?.at).toBe(at('2026-07-06T09:30'));
    expect(history.entries[1]?.actor).toEqual({ accountId: null, name: 'Anonymous', side: 'automation' });
  });
});

describe('order', () => {
  test('goes by time, then by id as a number', () => {
    const histories = [
      logged('100000', '2026-07-01T10:00:00.000+0000', item('status', '2', '3')),
      logged('99999', '2026-07-01T10:00:00.000+0000', item('status', '1', '2')),
      logged('100001', '2026-07-01T09:00:00.000+0000', item('assignee', null, 'a')),
    ];
    expect(changes(issue(status('3'), histories))).toEqual([
      'assignee: - -> a',
      'status: 1 -> 2',
      'status: 2 -> 3',
    ]);
  });

  test.each([
    ['3', ['status: 1 -> 2', 'status: 2 -> 3']],
    ['2', ['status: 2 -> 3', 'status: 3 -> 2']],
  ])('at one instant it goes as the values chain, against the ids (now %s)', (now, expected) => {
    const entries =
      now === '3'
        ? [
            logged('11', 1782900000000, item('status', '1', '2')),
            logged('10', 1782900000000, item('status', '2', '3')),
          ]
        : [
            logged('11', 1782900000000, item('status', '2', '3')),
            logged('10', 1782900000000, item('status', '3', '2')),
          ];
    const history = foldHistory(issue(status(now), entries));
    expect(changes(issue(status(now), entries))).toEqual(expected);
    expect(history.gaps).toEqual([]);
  });

  test('at one instant it chains also where the newer entries do not', () => {
    const entries = [
      logged('11', 1782900000000, item('status', '1', '2')),
      logged('10', 1782900000000, item('status', '2', '3')),
    ];
    const history = foldHistory(issue(status('9'), entries));
    expect(history.initial['status']).toEqual([{ id: '1', text: 'name 1' }]);
    expect(history.gaps).toHaveLength(1);
  });

  test('epoch milliseconds, epoch seconds and ISO text are one instant', () => {
    const of = (created: string | number) =>
      changesAt(issue(status('2'), [logged('1', created, item('status', '1', '2'))]));
    expect(of(1782900000000)).toEqual([1782900000000]);
    expect(of(1782900000)).toEqual([1782900000000]);
    expect(of('2026-07-01T19:00:00.000+0900')).toEqual([1782900000000]);
  });

  test('a change and a comment of one instant: the change came first', () => {
    const comments = [{ id: '5', author, created: 1782900000000, jsdPublic: true }];
    const history = foldHistory(
      issue(status('2'), [logged('9', 1782900000000, item('status', '1', '2'))], comments),
    );
    expect(history.entries.map((entry) => entry.kind)).toEqual(['created', 'changed', 'commented']);
  });

  test('what an import logged before the creation counts from the creation', () => {
    const histories = [logged('1', '2020-01-01T00:00:00.000+0000', item('status', '1', '2'))];
    const history = foldHistory(issue(status('2'), histories));
    expect(history.entries.map((entry) => entry.at)).toEqual([history.created, history.created]);
    expect(history.entries[0]?.kind).toBe('created');
  });

  const changesAt = (of: RawIssue) =>
    foldHistory(of)
      .entries.slice(1)
      .map((entry) => entry.at);
});

describe('a list whose names hold commas', () => {
  test('keeps the names that the current value knows', () => {
    const { initial, entries } = foldHistory(
      issue(
        {
          customfield_10015: [
            { id: '1', value: 'Scanner, handheld' },
            { id: '2', value: 'Till' },
          ],
        },
        [
          logged('1', '2026-07-01T09:00:00.000+0000', {
            fieldId: 'customfield_10015',
            from: '[2, 3]',
            fromString: 'Till,Scale, small',
            to: '[1, 2]',
            toString: 'Scanner, handheld,Till',
          }),
        ],
      ),
    );
    expect(initial['customfield_10015']).toEqual([
      { id: '2', text: 'Till' },
      { id: '3', text: null },
    ]);
    expect(entries[1]).toMatchObject({
      to: [
        { id: '1', text: 'Scanner, handheld' },
        { id: '2', text: 'Till' },
      ],
    });
  });
});

describe('a log that does not chain', () => {
  test('believes the newer values and notes the gap', () => {
    const histories = [
      logged('1', '2026-07-01T09:00:00.000+0000', item('status', '1', '2')),
      logged('2', '2026-07-01T10:00:00.000+0000', item('status', '4', '5')),
    ];
    const history = foldHistory(issue(status('5'), histories));
    expect(changes(issue(status('5'), histories))).toEqual(['status: 1 -> 4', 'status: 4 -> 5']);
    expect(history.gaps).toEqual([
      {
        at: Date.UTC(2026, 6, 1, 9),
        ref: 'changelog:1',
        field: 'status',
        expected: [{ id: '4', text: 'name 4' }],
        found: [{ id: '2', text: 'name 2' }],
      },
    ]);
  });

  test('an element removed without an entry', () => {
    const histories = [logged('1', '2026-07-01T09:00:00.000+0000', item('components', null, '7'))];
    const history = foldHistory(issue({ components: [] }, histories));
    expect(history.gaps).toMatchObject([{ field: 'components', expected: [], found: [{ id: '7' }] }]);
    expect(history.entries).toHaveLength(1);
  });

  test('a renamed value is no gap, and neither is another writing of a number', () => {
    const histories = [
      logged('1', '2026-07-01T09:00:00.000+0000', item('status', '1', '2'), {
        field: 'Seats',
        fieldId: 'customfield_1',
        from: null,
        fromString: '1',
        to: null,
        toString: '14.0',
      }),
    ];
    const history = foldHistory(
      issue({ status: { id: '2', name: 'Another name' }, customfield_1: 14 }, histories),
    );
    expect(history.gaps).toEqual([]);
    expect(history.initial['customfield_1']).toEqual([{ id: '1', text: '1' }]);
  });

  test('a field that was not asked for chains from its newest entry', () => {
    const histories = [logged('1', '2026-07-01T09:00:00.000+0000', item('customfield_9', '1', '2'))];
    const history = foldHistory(issue({}, histories));
    expect(history.gaps).toEqual([]);
    expect(history.initial['customfield_9']).toEqual([{ id: '1', text: 'name 1' }]);
  });
});

describe('several items of one field in one entry', () => {
  test('chain in the order they stand', () => {
    const histories = [
      logged('1', '2026-07-01T09:00:00.000+0000', item('status', '1', '2'), item('status', '2', '3')),
    ];
    expect(changes(issue(status('3'), histories))).toEqual(['status: 1 -> 2', 'status: 2 -> 3']);
    expect(foldHistory(issue(status('3'), histories)).gaps).toEqual([]);
  });

  test('items that say nothing are left out', () => {
    const nothing = {
      field: 'environment',
      fieldId: 'environment',
      from: null,
      fromString: '',
      to: '',
      toString: null,
    };
    expect(changes(issue({}, [logged('1', 1782900000000, nothing)]))).toEqual([]);
  });
});

describe('whose side a comment is on', () => {
  const reporter = { accountId: 'acc-rep', accountType: 'atlassian', displayName: 'Rep' };
  const comment = (id: string, created: number, by: object | undefined, more: object = {}) => ({
    id,
    author: by,
    created,
    jsdPublic: true,
    ...more,
  });
  const sides = (of: RawIssue) =>
    foldHistory(of).entries.flatMap((e) =>
      e.kind === 'commented' ? [[e.actor.side, e.byReporter, e.visibility]] : [],
    );

  test('the reporter of that time, who may be an employee, is the customer', () => {
    const reported = { ...item('reporter', 'acc-ana', 'acc-rep') };
    const of = issue(
      { reporter },
      [logged('1', 1782900000000, reported)],
      [
        comment('1', 1782899999999, author),
        comment('2', 1782899999999, reporter),
        comment('3', 1782900000000, author),
        comment('4', 1782900000000, reporter),
      ],
    );
    expect(sides(of)).toEqual([
      ['customer', true, 'public'],
      ['provider', false, 'public'],
      ['provider', false, 'public'],
      ['customer', true, 'public'],
    ]);
  });

  test.each([
    ['a participant', { accountId: 'acc-pat' }, {}, ['customer', false, 'public']],
    ['a portal account', { accountId: 'x', accountType: 'customer' }, {}, ['customer', false, 'public']],
    ['an app', { accountId: 'x', accountType: 'app' }, {}, ['automation', false, 'public']],
    ['nobody Jira names', undefined, {}, ['automation', false, 'public']],
    ['an agent', author, { jsdPublic: false }, ['provider', false, 'internal']],
    [
      'an agent, marked by property',
      author,
      { jsdPublic: undefined, properties: [{ key: 'sd.public.comment', value: { internal: true } }] },
      ['provider', false, 'internal'],
    ],
    [
      'an agent, to a role only',
      author,
      { visibility: { type: 'role', value: 'Administrators' } },
      ['provider', false, 'internal'],
    ],
  ])('%s', (_, by, more, expected) => {
    const of = issue(
      { reporter, customfield_7: [{ accountId: 'acc-pat', displayName: 'Pat' }] },
      [],
      [comment('1', 1782900000000, by, more)],
    );
    expect(sides({ ...of, participantsField: 'customfield_7' })).toEqual([expected]);
  });
});

describe('what cannot be read', () => {
  test.each<[string, Partial<RawIssue>, string]>([
    [
      'an entry without a time',
      { histories: [{ id: '7', items: [] }] },
      'Issue ITS-1: cannot read the changelog entry 7: created is undefined, not a time',
    ],
    [
      'an entry without items',
      { histories: [{ id: '7', created: 1782900000000 }] },
      'Issue ITS-1: cannot read the changelog entry 7: it has no list of items',
    ],
    [
      'an item that is none',
      { histories: [{ id: '7', created: 1782900000000, items: [null] }] },
      'Issue ITS-1: cannot read item 0 of the changelog entry 7',
    ],
    [
      'a comment without id',
      { comments: [{ created: 1782900000000 }] },
      'Issue ITS-1: cannot read the comment: it has no id',
    ],
    ['an issue without creation', { fields: {} }, 'Issue ITS-1: fields.created is missing or not a time'],
  ])('%s is named with its place', (_, broken, message) => {
    expect(() => foldHistory({ ...issue({}, []), ...broken })).toThrow(new JiraShapeError(message));
  });

  test('something that is no issue', () => {
    expect(() => rawIssueFromJson({ errorMessages: [] })).toThrow(JiraShapeError);
  });
});

test('a history of 250 entries in pages of 100, shuffled and doubled in any way, stays the same', () => {
  const seed = 7;
  console.info(`seed ${seed}`);
  const histories = Array.from({ length: 250 }, (_, i) =>
    // Groups of five share an instant; ids run against time within a group.
    logged(
      String(20000 + i - 2 * (i % 5)),
      1782900000000 + Math.floor(i / 5) * 60_000,
      item('status', String(i), String(i + 1)),
      item('labels', null, null),
    ),
  );
  const whole = { ...raw, fields: { ...raw.fields, ...status('250'), created: 1782800000000 }, histories };
  const expected = foldHistory(whole);
  expect(expected.initial['status']).toEqual([{ id: '0', text: 'name 0' }]);
  expect(expected.gaps).toEqual([]);
  const mixed = <T>(list: readonly T[]) =>
    fc
      .subarray([...list])
      .chain((doubled) =>
        fc.shuffledSubarray([...list, ...doubled], { minLength: list.length + doubled.length }),
      );
  fc.assert(
    fc.property(mixed(whole.histories), mixed(whole.comments), (h, c) => {
      expect(foldHistory({ ...whole, histories: h, comments: c })).toEqual(expected);
    }),
    { seed, numRuns: 20 },
  );
});
