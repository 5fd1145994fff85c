import type { Instant } from '../../src/engine/instant';
import { stateWord } from './state-word';
import { tick } from './tick';
import { headline, stateWords } from './timer-state';
import type { TimedView } from './timer-loop-state';

/** What a screen reader has been told about each timer: its states, and how to say them. */
export type Spoken = ReadonlyMap<string, { readonly states: string; readonly sentence: string }>;

/** The states of all timers at an instant, in words. */
export function spokenStates(view: TimedView, now: Instant): Spoken {
  return new Map(
    view.timers.map(({ key, measureName, current }) => {
      const live = tick(current, view.asOf, now);
      const words = stateWords(current, live);
      const said = words.map((w) => stateWord(w).word.toLowerCase()).join(', ');
      const states = `${current.number} ${words.join(' ')}`;
      return [key, { states, sentence: `${measureName}: ${said}, ${headline(current, live)}.` }] as const;
    }),
  );
}

/** The sentences to announce: timers that are new or whose state changed. Time passing is not news. */
export function announcement(before: Spoken, after: Spoken): string {
  return [...after]
    .filter(([key, now]) => before.get(key)?.states !== now.states)
    .map(([, now]) => now.sentence)
    .join(' ');
}
