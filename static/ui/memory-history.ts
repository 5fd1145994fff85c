import type { ScreenHistory } from './screen-history';

/** A history of its own, for a page around the frame that has none: the browser's buttons leave the screen. */
export function memoryHistory(path: string): ScreenHistory {
  let at = path;
  const hearers = new Set<() => void>();
  const go = (next: string): void => {
    at = next;
    for (const hearer of [...hearers]) hearer();
  };
  return {
    path: () => at,
    push: go,
    replace: go,
    listen(hearer) {
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
  };
}
