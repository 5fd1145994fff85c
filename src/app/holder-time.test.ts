import type { HolderTime } from '../contract/compliance';
import { appOnSampleSite, HOUR, type AppUnderTest } from './testing/app-on-sample-site';
import { holderKey, holderName, holderOf } from './holder-time';

describe('a holder and its key in the store', () => {
  it.each([
    ['a:557058:f58131cb', { kind: 'assignee', id: '557058:f58131cb' }],
    ['t:network', { kind: 'team', id: 'network' }],
    ['c:', { kind: 'customer', id: '' }],
    ['v:', { kind: 'third-party', id: '' }],
    ['u:', { kind: 'unassigned', id: '' }],
  ] as const)('%s', (key, holder) => {
    expect(holderOf(key)).toEqual(holder);
    expect(holderKey(holder)).toBe(key);
  });
});

describe('who had the tickets', () => {
  let app: AppUnderTest;
  beforeAll(async () => {
    app = await appOnSampleSite();
  });
  afterAll(() => app.dispose());

  const told = (as: string, times: Readonly<Record<string, number>>): Promise<readonly HolderTime[]> =>
    app.asUser(as, async () => (await import('./holder-time')).holderTimes(new Map(Object.entries(times))));

  it('is told the longest first, with names and shares', async () => {
    expect(
      await told('agent', {
        'u:': HOUR,
        'a:agent2': 2 * HOUR,
        'c:': 4 * HOUR,
        'v:': HOUR,
        't:network': 2 * HOUR,
      }),
    ).toEqual([
      { kind: 'customer', id: '', name: 'Customer', timeMs: 4 * HOUR, share: 0.4 },
      { kind: 'assignee', id: 'agent2', name: 'Abe Agent', timeMs: 2 * HOUR, share: 0.2 },
      { kind: 'team', id: 'network', name: 'network', timeMs: 2 * HOUR, share: 0.2 },
      { kind: 'unassigned', id: '', name: 'Nobody', timeMs: HOUR, share: 0.1 },
      { kind: 'third-party', id: '', name: 'Third party', timeMs: HOUR, share: 0.1 },
    ]);
  });

  it('is nobody where there is no time', async () => {
    expect(await told('agent', {})).toEqual([]);
    expect(await told('agent', { 'c:': 0 })).toMatchObject([{ kind: 'customer', share: 0 }]);
  });

  it('adds up people Jira does not name, in one line without an account', async () => {
    const times = { 'a:agent': 2 * HOUR, 'a:deleted-1': HOUR, 'a:deleted-2': 2 * HOUR };
    const nameless = 'Somebody Jira does not name to you';
    expect(await told('agent', times)).toEqual([
      { kind: 'assignee', id: '', name: nameless, timeMs: 3 * HOUR, share: 0.6 },
      { kind: 'assignee', id: 'agent', name: 'Ana Agent', timeMs: 2 * HOUR, share: 0.4 },
    ]);
    // Who may not browse users is told of nobody.
    app.jira.failNext({ match: /user\/bulk/, status: 403 });
    expect(await told('agent', times)).toEqual([
      { kind: 'assignee', id: '', name: nameless, timeMs: 5 * HOUR, share: 1 },
    ]);
  });

  it('is found for more people than Jira tells at once', async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`a:nobody-${n}`, HOUR]));
    const lines = await told('agent', { ...many, 'a:agent2': HOUR });
    expect(lines.map(({ name, timeMs }) => [name, timeMs])).toEqual([
      ['Somebody Jira does not name to you', 120 * HOUR],
      ['Abe Agent', HOUR],
    ]);
  });
});

const people = new Map([['ana', 'Ana Agent']]);

describe('holderName', () => {
  it.each([
    ['assignee', 'ana', 'Ana Agent'],
    ['assignee', 'bob', 'Somebody Jira does not name to you'],
    ['team', 'Network, second line', 'Network, second line'],
    ['team', '36885b3c-1bf0-4f85-a357-c5b858c31de4', 'Team 3688…'],
    ['customer', '', 'Customer'],
    ['third-party', '', 'Third party'],
    ['unassigned', '', 'Nobody'],
  ] as const)('of %s “%s” is “%s”', (kind, id, name) => {
    expect(holderName({ kind, id }, people)).toBe(name);
  });
});
