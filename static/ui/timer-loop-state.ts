import type { Failure, Result, TimerView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';

/** What a screen with timers is told in one answer. Instants are epoch ms. */
export interface TimedView {
  readonly asOf: Instant;
  /** When to ask again; null = nothing changes by itself. */
  readonly nextChangeAt: Instant | null;
  readonly timers: readonly TimerView[];
}

export type LoopState<View extends TimedView> =
  | { readonly kind: 'loading' }
  /** `receivedAt` is the viewer's wall clock when the view came. `trouble`: the last refresh failed. */
  | {
      readonly kind: 'shown';
      readonly view: View;
      readonly receivedAt: Instant;
      readonly trouble: Failure | null;
    }
  | { readonly kind: 'refused'; readonly failure: Failure };

/**
 * What a screen shows after an answer. An older answer than the one shown is ignored; trouble keeps the
 * old view on screen, except where the viewer may no longer see it.
 */
export function afterAnswer<View extends TimedView>(
  state: LoopState<View>,
  answer: Result<View>,
  wall: Instant,
): LoopState<View> {
  if (answer.ok) {
    if (state.kind === 'shown' && answer.value.asOf < state.view.asOf) return { ...state, trouble: null };
    return { kind: 'shown', view: answer.value, receivedAt: wall, trouble: null };
  }
  const lost = answer.code === 'forbidden' || answer.code === 'not-found';
  return state.kind === 'shown' && !lost
    ? { ...state, trouble: answer }
    : { kind: 'refused', failure: answer };
}

/** The instant a shown view stands for now: its own plus what has passed on the viewer's clock since. */
export function instantOf(state: LoopState<TimedView>, wall: Instant): Instant {
  if (state.kind !== 'shown') return wall;
  return state.view.asOf + Math.max(0, wall - state.receivedAt);
}
