import type { FrameEvents } from '../../bridge/bridge-commands';

/** Events between the frames of the app on one page, and from Jira to them. */
export function createFrameEvents(): FrameEvents {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  return {
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
    on: (event, callback) => {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(callback));
      return () => void all.delete(callback);
    },
  };
}
