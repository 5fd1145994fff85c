import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';

/** One page of a list, as the app gives it. */
export interface Page<T> {
  /** When it was true, of lists that tell. */
  readonly asOf?: Instant;
  readonly tickets: readonly T[];
  readonly next: string | null;
  readonly hidden: number;
  readonly jql: string;
}

/** Asks for a page: the first one, or the one after a mark. */
export type AskPage<T, P extends Page<T> = Page<T>> = (after?: string) => Promise<Result<P>>;

/** The pages of a list so far, as one. */
export interface Pages<T, P extends Page<T> = Page<T>> {
  readonly first: P | null;
  readonly state: 'loading' | 'refused' | 'shown';
  readonly rows: readonly T[];
  readonly hidden: number;
  readonly hasMore: boolean;
  /** Of each page, a search in Jira that leads to its tickets. */
  readonly searches: readonly string[];
  readonly failure: Failure | null;
  /** Another page is being read. */
  readonly busy: boolean;
  readonly more: () => void;
  readonly again: () => void;
  /** Reads as many pages as are shown anew; these stay until the others are there. */
  readonly renew: () => void;
}

const PATIENCE_MS = 5_000;

/** Reads a list page by page, from the start whenever `key` changes. A busy Jira is asked again by itself. */
export function usePages<T, P extends Page<T>>(key: string, ask: AskPage<T, P>): Pages<T, P> {
  const [pages, setPages] = useState<readonly P[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(true);
  const latest = useRef(ask);
  latest.current = ask;
  const reading = useRef(0);

  const read = useCallback(async (before: readonly P[]): Promise<void> => {
    const turn = (reading.current += 1);
    setBusy(true);
    setFailure(null);
    const answer = await latest.current(before.at(-1)?.next ?? undefined);
    if (turn !== reading.current) return;
    setBusy(false);
    if (answer.ok) return setPages([...before, answer.value]);
    setFailure(answer);
    if (answer.code !== 'busy') return;
    setTimeout(() => turn === reading.current && void read(before), answer.retryAfterMs ?? PATIENCE_MS);
  }, []);

  const renew = useCallback(async (count: number): Promise<void> => {
    const turn = (reading.current += 1);
    const fresh: P[] = [];
    while (fresh.length < count && fresh.at(-1)?.next !== null) {
      const answer = await latest.current(fresh.at(-1)?.next ?? undefined);
      if (turn !== reading.current) return;
      if (answer.ok) fresh.push(answer.value);
      else if (answer.code === 'forbidden' || answer.code === 'not-found') {
        setPages([]);
        return setFailure(answer);
      } else return;
    }
    setPages(fresh);
  }, []);

  useEffect(() => {
    setPages([]);
    void read([]);
    return () => void (reading.current += 1);
  }, [key, read]);

  return {
    first: pages[0] ?? null,
    state: pages.length > 0 ? 'shown' : failure ? 'refused' : 'loading',
    rows: pages.flatMap(({ tickets }) => tickets),
    hidden: pages.reduce((sum, { hidden }) => sum + hidden, 0),
    hasMore: pages.length > 0 && pages.at(-1)?.next !== null,
    searches: pages.filter(({ tickets }) => tickets.length > 0).map(({ jql }) => jql),
    failure,
    busy,
    more: () => void (busy || read(pages)),
    again: () => void read([]),
    renew: () => void (busy || renew(pages.length)),
  };
}
