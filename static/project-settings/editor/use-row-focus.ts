import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * After a row has moved or gone, the focus goes where the hand is: to the same button of the row that moved,
 * to the neighbour of one that was removed.
 */
export function useRowFocus<Element extends HTMLElement>() {
  const frame = useRef<Element>(null);
  const [wanted, setWanted] = useState<{ readonly mark: string } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const marked = frame.current?.querySelector<HTMLElement>(`[data-mark="${wanted.mark}"]`);
    (marked ?? frame.current?.querySelector<HTMLElement>('[data-mark="add"]'))?.focus();
  }, [wanted]);
  const focus = useCallback((mark: string) => setWanted({ mark }), []);
  return [frame, focus] as const;
}
