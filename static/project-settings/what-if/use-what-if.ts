import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../../src/contract';
import type { WhatIfView } from '../../../src/contract/what-if';
import { call } from '../../ui/call';
import { useAnswer, type Answered } from '../../ui/use-answer';
import { pollPause } from './poll-pause';

/** The what-if of the project, followed while it runs, and what can be done with it. */
export interface WhatIfControl {
  readonly answer: Answered<WhatIfView | null>;
  readonly again: () => void;
  readonly start: (agreementId: string, days: number) => void;
  readonly cancel: (runId: string) => void;
  /** An action is under way. */
  readonly acting: boolean;
  /** Why the last action did not happen. */
  readonly refused: Failure | null;
}

export function useWhatIf(): WhatIfControl {
  const { answer, again, put } = useAnswer('readWhatIf', undefined);
  const [acting, setActing] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const run = answer.kind === 'shown' ? answer.value : null;
  useFollowed(run, put);

  const act = useCallback(
    async (action: () => Promise<Result<WhatIfView>>) => {
      setActing(true);
      setRefused(null);
      const result = await action();
      setActing(false);
      if (result.ok) return put(result.value);
      setRefused(result);
      // Somebody else's run is what stands in the way, or this one is gone: show what is there now.
      if (result.code === 'conflict' || result.code === 'not-found') again();
    },
    [put, again],
  );
  return {
    answer,
    again,
    start: (agreementId, days) => void act(() => call('startWhatIf', { agreementId, days })),
    cancel: (runId) => void act(() => call('cancelWhatIf', { runId })),
    acting,
    refused,
  };
}

/** Looks at a run again and again while it is under way; not while nobody looks at the page. */
function useFollowed(run: WhatIfView | null, put: (run: WhatIfView | null) => void): void {
  const pause = useRef({ ms: 0, done: -1 });
  const [looks, setLooks] = useState(0);
  const running = run?.state === 'running';
  const done = run?.done ?? 0;
  useEffect(() => {
    if (!running) return;
    pause.current = { ms: pollPause(pause.current.ms, pause.current.done !== done), done };
    let current = true;
    const look = async (): Promise<void> => {
      const result = await call('readWhatIf', undefined);
      if (!current) return;
      if (result.ok) put(result.value);
      setLooks((n) => n + 1);
    };
    const timer = setTimeout(() => {
      if (!document.hidden) void look();
    }, pause.current.ms);
    const onShown = (): void => {
      if (!document.hidden) void look();
    };
    document.addEventListener('visibilitychange', onShown);
    return () => {
      current = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [running, done, looks, put]);
}
