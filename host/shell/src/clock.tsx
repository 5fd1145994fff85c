import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { ClockMove, ClockMoved, ClockView } from '../api';
import type { ClockReading } from '../../bridge/frame-messages';
import { onServerEvent } from './server-events';
import { ask } from './server';

export interface HostClock {
  readonly view: ClockView;
  /** The host's time, now. Epoch ms. */
  readonly now: () => number;
  readonly reading: () => ClockReading;
  /** Hears every reading that the server sends. Returns the way to stop. */
  readonly onReading: (listener: (reading: ClockReading) => void) => () => void;
  /** Rejects with `ServerFault`. */
  readonly move: (move: ClockMove) => Promise<ClockMoved>;
}

const Context = createContext<HostClock | null>(null);

/** Follows the server's clock: between two readings it runs on, or stands, as the server's does. */
export function ClockProvider({ start, children }: { start: ClockView; children: ReactNode }) {
  const [view, setView] = useState(start);
  const reading = useRef({ ...start, heard: Date.now() });
  const listeners = useRef(new Set<(reading: ClockReading) => void>());

  const hear = useCallback((next: ClockView) => {
    reading.current = { ...next, heard: Date.now() };
    setView(next);
    for (const listener of listeners.current) listener(next);
  }, []);
  useEffect(() => onServerEvent('clock', hear), [hear]);
  // After a break of the connection something may have been missed.
  useEffect(
    () => onServerEvent('open', () => void ask<ClockView>('/clock').then(hear, () => undefined)),
    [hear],
  );

  const now = useCallback(() => {
    const { now: base, running, heard } = reading.current;
    return running ? base + (Date.now() - heard) : base;
  }, []);
  const read = useCallback(() => ({ now: now(), running: reading.current.running }), [now]);
  const onReading = useCallback((listener: (reading: ClockReading) => void) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  const move = useCallback((body: ClockMove) => ask<ClockMoved>('/clock', { method: 'POST', body }), []);
  const clock = useMemo(
    () => ({ view, now, reading: read, onReading, move }),
    [view, now, read, onReading, move],
  );
  return <Context.Provider value={clock}>{children}</Context.Provider>;
}

export function useClock(): HostClock {
  const clock = useContext(Context);
  if (!clock) throw new Error('useClock needs a ClockProvider above it.');
  return clock;
}

/** The host's time, drawn anew every `every` real milliseconds while it runs, and whenever it is moved. */
export function useNow(every: number): number {
  const { view, now } = useClock();
  const [, draw] = useState(0);
  useEffect(() => {
    if (!view.running) return undefined;
    const timer = setInterval(() => draw((count) => count + 1), every);
    return () => clearInterval(timer);
  }, [view.running, every]);
  return now();
}
