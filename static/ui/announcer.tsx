import { useEffect, useRef, useState } from 'react';
import type { Instant } from '../../src/engine/instant';
import { announcement, spokenStates } from './announce';
import type { TimedView } from './timer-loop-state';

/** The panel's one live region: says states that turned, politely, and nothing of time passing. */
export function Announcer({ view, now }: { readonly view: TimedView; readonly now: Instant }) {
  const spoken = useRef(spokenStates(view, now));
  const [said, setSaid] = useState('');
  useEffect(() => {
    const after = spokenStates(view, now);
    const news = announcement(spoken.current, after);
    spoken.current = after;
    if (news) setSaid(news);
  }, [view, now]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}
