import type { Failure } from '../../src/contract';
import type { AskPage } from './use-pages';

/**
 * All rows of a list, page by page; `onProgress` hears how many there are so far and says whether to go on.
 * The first refusal ends it; `null` = it was stopped.
 */
export async function readAllPages<T>(
  ask: AskPage<T>,
  onProgress: (rows: number) => boolean,
): Promise<{ readonly rows: readonly T[]; readonly hidden: number } | Failure | null> {
  const rows: T[] = [];
  let hidden = 0;
  for (let after: string | null | undefined; after !== null;) {
    const page = await ask(after);
    if (!page.ok) return page;
    rows.push(...page.value.tickets);
    hidden += page.value.hidden;
    after = page.value.next;
    if (!onProgress(rows.length)) return null;
  }
  return { rows, hidden };
}
