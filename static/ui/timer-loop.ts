import type { Failure, Result } from '../../src/contract';
import type { Instant, Millis } from '../../src/engine/instant';
import { jumped, type Look } from './clock-jump';
import { nextWake } from './next-wake';
import { afterAnswer, instantOf, type LoopState, type TimedView } from './timer-loop-state';

/** A screen's sense of time; the browser's own in `main`, a hand-driven one in tests. */
export interface LoopClock {
  look(): Look;
  /** Runs `task` after `ms` real milliseconds; returns a function that calls it off. */
  after(ms: Millis, task: () => void): () => void;
  /** A small random wait, so that a thousand open panels do not ask in the same millisecond. */
  jitter(): Millis;
}

export interface TimerLoop {
  /** The issue changed: asks again once the burst of changes has passed. */
  changed(): void;
  setHidden(hidden: boolean): void;
  askNow(): void;
  stop(): void;
}

const BURST: Millis = 300;
const PATIENCE: Millis = 30_000;
const FIRST_RETRY: Millis = 5_000;
const LAST_RETRY: Millis = 300_000;

const silence: Failure = { ok: false, code: 'failed', message: 'Accord did not answer in time.' };

/**
 * Keeps a screen with timers true: one question at the start, one at each `nextChangeAt`, one per burst of changes and
 * one after a jump of the clock; between them it only tells the time. It never polls: an answer whose
 * `nextChangeAt` has not moved is asked about ever more rarely. Hidden, it neither ticks nor asks.
 */
export function startTimerLoop<View extends TimedView>(
  ask: () => Promise<Result<View>>,
  show: (state: LoopState<View>, now: Instant) => void,
  clock: LoopClock,
): TimerLoop {
  let state: LoopState<View> = { kind: 'loading' };
  let hidden = false;
  let stale = false;
  let question = 0;
  let waiting = false;
  let due: Instant = Infinity;
  let retry = FIRST_RETRY;
  let seen = clock.look();
  let planned: Millis = Infinity;
  let cancelWake = (): void => {};
  let cancelBurst = (): void => {};
  let cancelPatience = (): void => {};

  const draw = (): void => show(state, instantOf(state, clock.look().wall));

  /** When to ask again, on the view's time line. */
  function plan(answer: Result<View>): void {
    const now = instantOf(state, clock.look().wall);
    if (!answer.ok) {
      // What never was on screen is asked for again by the viewer, not behind their back.
      const again = answer.code === 'busy' || state.kind === 'shown';
      due = again ? now + Math.max(answer.retryAfterMs ?? 0, retry) : Infinity;
      retry = Math.min(retry * 2, LAST_RETRY);
      return;
    }
    const next = answer.value.nextChangeAt ?? Infinity;
    const moved = next > now;
    due = moved ? next + clock.jitter() : now + retry;
    retry = moved ? FIRST_RETRY : Math.min(retry * 2, LAST_RETRY);
  }

  function settle(number: number, answer: Result<View>): void {
    if (number !== question) return;
    waiting = false;
    cancelPatience();
    state = afterAnswer(state, answer, clock.look().wall);
    plan(answer);
    draw();
    if (stale && !hidden) askNow();
    else sleep();
  }

  function askNow(): void {
    if (waiting || hidden) {
      stale = true;
      return;
    }
    stale = false;
    waiting = true;
    const number = ++question;
    cancelPatience = clock.after(PATIENCE, () => settle(number, silence));
    ask().then(
      (answer) => settle(number, answer),
      () => settle(number, { ...silence, message: 'Accord could not be reached.' }),
    );
    sleep();
  }

  function wake(): void {
    const look = clock.look();
    const leapt = jumped(seen, look, planned);
    seen = look;
    if (state.kind === 'shown') draw();
    if (leapt || instantOf(state, look.wall) >= due) askNow();
    else sleep();
  }

  function sleep(): void {
    cancelWake();
    if (hidden) return;
    seen = clock.look();
    const now = instantOf(state, seen.wall);
    const shown = state.kind === 'shown' ? nextWake(state.view, now) : Infinity;
    planned = waiting ? shown : Math.min(shown, Math.max(1, due - now));
    if (planned < Infinity) cancelWake = clock.after(planned, wake);
  }

  function setHidden(next: boolean): void {
    if (next === hidden) return;
    hidden = next;
    if (hidden) {
      cancelWake();
      seen = clock.look();
      planned = Infinity;
    } else if (stale) askNow();
    else wake();
  }

  askNow();
  return {
    changed(): void {
      cancelBurst();
      cancelBurst = clock.after(BURST, askNow);
    },
    setHidden,
    askNow,
    stop(): void {
      question = -1;
      [cancelWake, cancelBurst, cancelPatience].forEach((cancel) => cancel());
    },
  };
}
