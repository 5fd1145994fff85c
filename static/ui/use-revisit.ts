import { useEffect, useRef } from 'react';
import type { Millis } from '../../src/engine/instant';

/**
 * Calls `again` every so often while the page is looked at, and at once when somebody comes back to it after longer.
 * 0 = never.
 */
export function useRevisit(again: () => void, every: Millis): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (every <= 0) return undefined;
    let last = Date.now();
    const look = (): void => {
      if (document.hidden || Date.now() - last < every) return;
      last = Date.now();
      latest.current();
    };
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [every]);
}
