import { useEffect, useRef, useState } from 'react';
import type { Instant, Millis } from '../../src/engine/instant';

/** However little changes, the clock is looked at as often: that is how a moved one is noticed. */
const LONGEST_SLEEP: Millis = 10_000;

/**
 * The instant that figures as of `asOf` stand for while they are looked at: their own, and what has passed on the
 * page's clock since they came. `wait` says for how long (ms) nothing changes that is shown.
 */
export function useNow(asOf: Instant, wait: (now: Instant) => Millis): Instant {
  const [shown, setShown] = useState({ asOf, now: asOf });
  const latest = useRef(wait);
  latest.current = wait;
  useEffect(() => {
    const came = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      if (document.hidden) return;
      const now = asOf + Math.max(0, Date.now() - came);
      setShown({ asOf, now });
      timer = setTimeout(look, Math.min(latest.current(now), LONGEST_SLEEP));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [asOf]);
  // What has just come stands for its own instant.
  return shown.asOf === asOf ? shown.now : asOf;
}
