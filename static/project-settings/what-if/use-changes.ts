import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../src/contract';
import type { WhatIfChangePage, WhatIfDirection } from '../../../src/contract/what-if';
import { call } from '../../ui/call';

export type Change = WhatIfChangePage['changes'][number];

export interface Changes {
  readonly changes: readonly Change[];
  readonly state: 'loading' | 'more' | 'all' | 'refused';
  readonly failure: Failure | null;
  readonly readMore: () => void;
}

/** The changes of a run in one direction (null = in any), page by page. */
export function useChanges(runId: string, direction: WhatIfDirection | null): Changes {
  const [shown, setShown] = useState<Omit<Changes, 'readMore'>>({
    changes: [],
    state: 'loading',
    failure: null,
  });
  const next = useRef<string | null>(null);
  const asked = useRef(0);

  const read = useCallback(
    async (after: string | null) => {
      const question = (asked.current += 1);
      setShown(({ changes }) => ({
        changes: after === null ? [] : changes,
        state: 'loading',
        failure: null,
      }));
      const result = await call('readWhatIfChanges', {
        runId,
        ...(direction !== null && { direction }),
        ...(after !== null && { after }),
      });
      // A later question was asked meanwhile.
      if (question !== asked.current) return;
      if (!result.ok) return setShown(({ changes }) => ({ changes, state: 'refused', failure: result }));
      next.current = result.value.next;
      setShown(({ changes }) => ({
        changes: [...changes, ...result.value.changes],
        state: result.value.next === null ? 'all' : 'more',
        failure: null,
      }));
    },
    [runId, direction],
  );
  useEffect(() => {
    next.current = null;
    void read(null);
    return () => void (asked.current += 1);
  }, [read]);
  return { ...shown, readMore: () => void read(next.current) };
}

/** All changes of a run in one direction, from the first page on; a failure when one page cannot be read. */
export async function readAllChanges(
  runId: string,
  direction: WhatIfDirection | null,
  onRead: (count: number) => void,
): Promise<readonly Change[] | Failure> {
  const all: Change[] = [];
  for (let after: string | null = ''; ;) {
    const result: Awaited<ReturnType<typeof call<'readWhatIfChanges'>>> = await call('readWhatIfChanges', {
      runId,
      ...(direction !== null && { direction }),
      ...(after !== '' && { after }),
    });
    if (!result.ok) return result;
    all.push(...result.value.changes);
    onRead(all.length);
    if (result.value.next === null) return all;
    after = result.value.next;
  }
}
