import type { ClockReading } from './frame-messages';

/**
 * Makes time in a frame follow the host's clock: `Date` tells the host's time, and when the clock is moved
 * forward, timers of a second or more that would have come due on the way fire at once. Shorter timers and
 * those of a standing clock go on in real time, so that transitions and focus handling work as always.
 */
export function installFrameClock(scope: ClockScope, reading: ClockReading): (next: ClockReading) => void {
  const RealDate = scope.Date;
  const realTimeout = scope.setTimeout.bind(scope);
  const realInterval = scope.setInterval.bind(scope);
  const stopTimeout = scope.clearTimeout.bind(scope);
  const stopInterval = scope.clearInterval.bind(scope);
  const sleeping = new Map<number, Sleeper>();
  let { now: base, running } = reading;
  let realBase = RealDate.now();
  const now = (): number => (running ? base + (RealDate.now() - realBase) : base);

  scope.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
  RealDate.prototype.constructor = scope.Date;

  scope.setTimeout = (task, delay = 0, ...args) => {
    if (typeof task !== 'function' || delay < shortest) return realTimeout(task, delay, ...args);
    const run = (): void => {
      sleeping.delete(handle);
      task(...args);
    };
    const handle = realTimeout(run, delay);
    sleeping.set(handle, { due: now() + delay, wake: () => (stopTimeout(handle), run()) });
    return handle;
  };
  scope.setInterval = (task, delay = 0, ...args) => {
    if (typeof task !== 'function' || delay < shortest) return realInterval(task, delay, ...args);
    const run = (): void => {
      sleeping.set(handle, { due: now() + delay, wake: run });
      task(...args);
    };
    const handle = realInterval(run, delay);
    sleeping.set(handle, { due: now() + delay, wake: run });
    return handle;
  };
  // A browser keeps one list of ids for both kinds.
  scope.clearTimeout = (handle) => {
    if (handle !== undefined) sleeping.delete(handle);
    stopTimeout(handle);
  };
  scope.clearInterval = (handle) => {
    if (handle !== undefined) sleeping.delete(handle);
    stopInterval(handle);
  };

  return (next) => {
    base = next.now;
    running = next.running;
    realBase = RealDate.now();
    const due = [...sleeping.values()].filter((sleeper) => sleeper.due <= next.now);
    for (const sleeper of due.sort((a, b) => a.due - b.due)) sleeper.wake();
  };
}

/** Timers shorter than this belong to the look of the page, not to the passing of time. */
const shortest = 1000;

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

type Task = string | ((...args: unknown[]) => void);

/** The part of `window` that knows time. */
export interface ClockScope {
  Date: DateConstructor;
  setTimeout(task: Task, delay?: number, ...args: unknown[]): number;
  setInterval(task: Task, delay?: number, ...args: unknown[]): number;
  clearTimeout(handle?: number): void;
  clearInterval(handle?: number): void;
}
