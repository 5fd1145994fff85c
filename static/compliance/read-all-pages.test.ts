import type { Result } from '../../src/contract';
import { readAllPages } from './read-all-pages';
import type { AskPage, Page } from './use-pages';

let clock = 0;
const page = (tickets: readonly number[], next: string | null, hidden = 0): Result<Page<number>> => ({
  ok: true,
  value: { asOf: (clock += 1), tickets, next, hidden, jql: '' },
});

const pages: Readonly<Record<string, Result<Page<number>>>> = {
  first: page([1, 2], 'b', 1),
  b: page([], 'c', 2),
  c: page([3], null),
};
const ask: AskPage<number> = (after) => Promise.resolve(pages[after ?? 'first'] ?? page([], null));

describe('all pages of a list', () => {
  it('are read to the end, also past a page of which nothing is shown', async () => {
    const heard: number[] = [];
    const all = await readAllPages(ask, (rows) => heard.push(rows) > 0);
    expect(all).toEqual({ rows: [1, 2, 3], hidden: 3, asOf: 1 });
    expect(heard).toEqual([2, 2, 3]);
  });

  it('end with the first refusal', async () => {
    const busy = { ok: false, code: 'busy', who: 'jira', message: 'Later.' } as const;
    const failing: AskPage<number> = (after) => (after === 'b' ? Promise.resolve(busy) : ask(after));
    await expect(readAllPages(failing, () => true)).resolves.toEqual(busy);
  });

  it('are not read on once somebody stops', async () => {
    await expect(readAllPages(ask, () => false)).resolves.toBeNull();
  });
});
