import type { Failure } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import type { AskPage } from './use-pages';

/** A whole list: as of its first page, and how many more rows Jira does not show. */
export interface WholeList<T> {
  readonly rows: readonly T[];
  readonly hidden: number;
  readonly asOf: Instant | null;
}

/**
 * All rows of a list, page by page; `onProgress` hears how many there are so far and says whether to go on.
 * The first refusal ends it; `null` = it was stopped.
 */
export async function readAllPages<T>(
  ask: AskPage<T>,
  onProgress: (rows: number) => boolean,
): Promise<WholeList<T> | Failure | null> {
  const rows: T[] = [];
  let hidden = 0;
  let asOf: Instant | null = null;
  for (let after: string | null | undefined; after !== null;) {
    const page = await ask(after);
    if (!page.ok) return page;
    rows.push(...page.value.tickets);
    hidden += page.value.hidden;
    asOf ??= page.value.asOf ?? null;
    after = page.value.next;
    if (!onProgress(rows.length)) return null;
  }
  return { rows, hidden, asOf };
}
