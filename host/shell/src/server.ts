import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiFailure } from '../api';

/** The server said no; the message is a sentence for people. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface Write {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}

/** Asks the server; `write` makes it a change. Rejects with `ServerFault`. */
export async function ask<T>(path: string, write?: Write): Promise<T> {
  let response: Response;
  try {
    response = await fetch(
      `/api${path}`,
      write && {
        method: write.method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(write.body ?? {}),
      },
    );
  } catch {
    throw new ServerFault(0, 'The local Jira does not answer. Is it still running?');
  }
  const answer = (await response.json().catch(() => null)) as unknown;
  if (response.ok) return answer as T;
  throw new ServerFault(
    response.status,
    (answer as ApiFailure | null)?.message ?? 'The local Jira did not understand.',
  );
}

export interface Asked<T> {
  /** null until the first answer; stays while it is asked again. */
  readonly data: T | null;
  readonly fault: ServerFault | null;
  readonly loading: boolean;
  readonly again: () => void;
  /** Puts in an answer that came another way. */
  readonly put: (data: T) => void;
}

/** Keeps what the server says at `path`; a new path forgets the old answer unless `keep` says so. */
export function useServer<T>(path: string, keep = false): Asked<T> {
  const [state, setState] = useState<{
    path: string;
    data: T | null;
    fault: ServerFault | null;
    loading: boolean;
  }>({
    path,
    data: null,
    fault: null,
    loading: true,
  });
  const turn = useRef(0);
  const again = useCallback(() => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, path, loading: true }));
    ask<T>(path).then(
      (data) => mine === turn.current && setState({ path, data, fault: null, loading: false }),
      (fault: ServerFault) =>
        mine === turn.current && setState((b) => ({ ...b, path, fault, loading: false })),
    );
  }, [path]);
  useEffect(again, [again]);
  const put = useCallback(
    (data: T) => {
      turn.current++;
      setState({ path, data, fault: null, loading: false });
    },
    [path],
  );
  const stale = state.path !== path;
  return {
    data: stale && !keep ? null : state.data,
    fault: stale ? null : state.fault,
    loading: stale || state.loading,
    again,
    put,
  };
}
