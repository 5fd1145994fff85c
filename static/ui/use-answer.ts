import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../src/contract';
import type { Definitions } from '../../src/contract/definitions';
import { call } from './call';

type Value<K extends keyof Definitions> = ReturnType<Definitions[K]> extends Result<infer T> ? T : never;

/** What is known of an answer: nothing yet, why there is none, or its value. */
export type Answered<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'shown'; readonly value: T };

export interface Asking<T> {
  readonly answer: Answered<T>;
  /** Asks anew; what is shown stays until the answer is there. */
  readonly again: () => void;
  /** Shows a value that an action gave back. */
  readonly put: (value: T) => void;
}

const PATIENCE_MS = 5_000;

/**
 * Asks a resolver function when the screen appears and whenever `payload` changes. A busy Jira is asked again
 * by itself after the time it names.
 */
export function useAnswer<K extends keyof Definitions>(
  key: K,
  payload: Parameters<Definitions[K]>[0],
): Asking<Value<K>> {
  const [answer, setAnswer] = useState<Answered<Value<K>>>({ kind: 'loading' });
  const [asked, setAsked] = useState(0);
  const written = JSON.stringify(payload) ?? '';
  const before = useRef(written);
  useEffect(() => {
    let current = true;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    if (before.current !== written) setAnswer({ kind: 'loading' });
    before.current = written;
    const question = (written === '' ? undefined : JSON.parse(written)) as Parameters<Definitions[K]>[0];
    void call(key, question).then((result) => {
      if (!current) return;
      if (result.ok) setAnswer({ kind: 'shown', value: result.value as Value<K> });
      else {
        // What is shown is better than nothing while a busy Jira is asked again.
        setAnswer((shown) =>
          result.code === 'busy' && shown.kind === 'shown' ? shown : { kind: 'refused', failure: result },
        );
        if (result.code === 'busy')
          waiting = setTimeout(() => setAsked((n) => n + 1), result.retryAfterMs ?? PATIENCE_MS);
      }
    });
    return () => {
      current = false;
      clearTimeout(waiting);
    };
  }, [key, written, asked]);
  const again = useCallback(() => setAsked((n) => n + 1), []);
  const put = useCallback((value: Value<K>) => setAnswer({ kind: 'shown', value }), []);
  return { answer, again, put };
}
