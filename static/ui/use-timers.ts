import { events, view as bridgeView } from '@forge/bridge';
import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { viewerPlace, type Place } from './place';
import { startTimerLoop, type LoopClock, type TimerLoop } from './timer-loop';
import type { LoopState, TimedView } from './timer-loop-state';

const browserClock: LoopClock = {
  look: () => ({ wall: Date.now(), steady: performance.now() }),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  jitter: () => 250 + Math.random() * 1_000,
};

interface Timers<View extends TimedView> {
  readonly state: LoopState<View>;
  readonly now: Instant;
  readonly place: Place;
  readonly askAgain: () => void;
}

/**
 * Ties the loop to the page: the app's resolver (`ask`, the same function at every drawing), Jira's events,
 * the tab's visibility, the viewer's place.
 */
export function useTimers<View extends TimedView>(ask: () => Promise<Result<View>>): Timers<View> {
  const [{ state, now }, setShown] = useState<{ state: LoopState<View>; now: Instant }>({
    state: { kind: 'loading' },
    now: 0,
  });
  const [place, setPlace] = useState(() => viewerPlace(undefined, undefined));
  const loop = useRef<TimerLoop>();

  useEffect(() => {
    const running = startTimerLoop(ask, (next, at) => setShown({ state: next, now: at }), browserClock);
    loop.current = running;
    let issueId: string | undefined;
    bridgeView.getContext().then(
      (context) => {
        setPlace(viewerPlace(context.locale, context.timezone));
        issueId = (context.extension.issue as { id?: string } | undefined)?.id;
      },
      () => undefined,
    );
    const listening = events.on('JIRA_ISSUE_CHANGED', (change?: { issueId?: string | number }) => {
      const other =
        change?.issueId !== undefined && issueId !== undefined && String(change.issueId) !== issueId;
      if (!other) running.changed();
    });
    const onVisibility = (): void => running.setHidden(document.hidden);
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      running.stop();
      document.removeEventListener('visibilitychange', onVisibility);
      listening.then((subscription) => subscription?.unsubscribe()).catch(() => undefined);
    };
  }, [ask]);

  return { state, now, place, askAgain: () => loop.current?.askNow() };
}
