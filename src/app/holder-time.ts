import type { HolderTime } from '../contract/compliance';
import type { Millis } from '../engine/instant';
import { readPeople } from '../jira/read-people';

export type Holder = Pick<HolderTime, 'kind' | 'id'>;

const KINDS = {
  a: 'assignee',
  t: 'team',
  c: 'customer',
  v: 'third-party',
  u: 'unassigned',
} as const satisfies Record<string, HolderTime['kind']>;

/** What the store's key of a holder stands for: `a:ACCOUNT`, `t:TEAM`, `c:`, `v:`, `u:`. */
export function holderOf(key: string): Holder {
  const [kind] = key as unknown as readonly (keyof typeof KINDS)[];
  return { kind: KINDS[kind ?? 'u'], id: key.slice(2) };
}

/** The way back. */
export function holderKey({ kind, id }: Holder): string {
  const [letter = 'u'] = Object.entries(KINDS).find(([, name]) => name === kind) ?? [];
  return `${letter}:${id}`;
}

/**
 * Who had the tickets, the longest first, with their names as Jira tells the person who asks. Accounts that it
 * does not name are one line without an id.
 */
export async function holderTimes(times: ReadonlyMap<string, Millis>): Promise<readonly HolderTime[]> {
  const whole = [...times.values()].reduce((sum, ms) => sum + ms, 0);
  const accounts = [...times.keys()].map(holderOf).filter(({ kind }) => kind === 'assignee');
  const people = await readPeople(accounts.map(({ id }) => id));
  const told = new Map<string, { holder: Holder; name: string; timeMs: Millis }>();
  for (const [key, timeMs] of times) {
    const holder = holderOf(key);
    const name = holderName(holder, people);
    const shown = name === NOT_TOLD ? { ...holder, id: '' } : holder;
    const line = told.get(holderKey(shown));
    told.set(holderKey(shown), { holder: shown, name, timeMs: timeMs + (line?.timeMs ?? 0) });
  }
  return [...told.values()]
    .map(({ holder, name, timeMs }) => ({ ...holder, name, timeMs, share: whole === 0 ? 0 : timeMs / whole }))
    .sort((a, b) => b.timeMs - a.timeMs || a.name.localeCompare(b.name, 'en'));
}

const NOT_TOLD = 'Somebody Jira does not name to you';

/** A team that Jira told by its id alone. */
function isBareId(team: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(team);
}

export function holderName({ kind, id }: Holder, people: ReadonlyMap<string, string>): string {
  switch (kind) {
    case 'assignee':
      return people.get(id) ?? NOT_TOLD;
    case 'team':
      return isBareId(id) ? `Team ${id.slice(0, 4)}…` : id;
    case 'customer':
      return 'Customer';
    case 'third-party':
      return 'Third party';
    case 'unassigned':
      return 'Nobody';
  }
}
