import { events, view as bridgeView } from '@forge/bridge';
import { useEffect, useRef, useState } from 'react';
import type { Instant } from '../../src/engine/instant';
import { call } from '../ui/call';
import { viewerPlace, type Place } from '../ui/place';
import { startPanelLoop, type LoopClock, type PanelLoop } from './panel-loop';
import type { PanelState } from './panel-state';

const browserClock: LoopClock = {
  look: () => ({ wall: Date.now(), steady: performance.now() }),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  jitter: () => 250 + Math.random() * 1_000,
};

interface Panel {
  readonly state: PanelState;
  readonly now: Instant;
  readonly place: Place;
  readonly askAgain: () => void;
}

/** Ties the loop to the page: the app's resolver, Jira's events, the tab's visibility, the viewer's place. */
export function usePanel(): Panel {
  const [{ state, now }, setShown] = useState<{ state: PanelState; now: Instant }>({
    state: { kind: 'loading' },
    now: 0,
  });
  const [place, setPlace] = useState(() => viewerPlace(undefined, undefined));
  const loop = useRef<PanelLoop>();

  useEffect(() => {
    const running = startPanelLoop(
      () => call('readIssuePanel', undefined),
      (next, at) => setShown({ state: next, now: at }),
      browserClock,
    );
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
  }, []);

  return { state, now, place, askAgain: () => loop.current?.askNow() };
}
