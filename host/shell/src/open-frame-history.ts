import {
  addressIn,
  placeIn,
  type FrameHistory,
  type FrameLocation,
  type FrameTarget,
  type HistoryAction,
  type HistoryListener,
} from '../../bridge/frame-history';
import { go, onMove } from './route';

export interface OpenHistory {
  /** The history as it is now, to hand to the frame. */
  readonly view: () => FrameHistory;
  /** The frame is gone: nobody hears any more. */
  readonly close: () => void;
}

/** The browser's own history, as a page of an app at `base` is shown it: its steps are steps of the browser. */
export function openFrameHistory(base: string): OpenHistory {
  const listeners = new Set<HistoryListener>();
  let action: HistoryAction = 'POP';
  const here = (): FrameLocation | null => placeIn(base, location, history.state as unknown);
  const stop = onMove((how) => {
    const place = here();
    if (!place) return;
    action = how;
    for (const listener of listeners) listener(place, how);
  });
  const current = (): FrameLocation => here() ?? { pathname: '/', search: '', hash: '', state: null };
  const step = (replace: boolean) => (to: FrameTarget, state?: unknown) => {
    const kept = typeof to === 'string' ? state : (to.state ?? state);
    go(addressIn(base, current(), to), replace, kept ?? null);
  };
  return {
    view: () => ({
      action,
      location: current(),
      length: history.length,
      push: step(false),
      replace: step(true),
      go: (steps) => history.go(steps),
      goBack: () => history.back(),
      goForward: () => history.forward(),
      createHref: (to) => addressIn(base, current(), to),
      listen: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    }),
    close: () => {
      stop();
      listeners.clear();
    },
  };
}
