import type { CycleView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { sayDuration } from './duration';
import type { Place } from './place';
import { sayInstant } from './say-instant';
import type { LiveCycle } from './tick';

/** The goal and the hours it is counted in: "Goal 4 h · London office hours". */
export function goalWords(cycle: CycleView): string {
  const { durationMs, calendarName } = cycle.goal;
  return `${durationMs === null ? 'No goal applies' : `Goal ${sayDuration(durationMs)}`} · ${calendarName}`;
}

/** Each goal that applied earlier in the cycle, and until when. */
function goalChanges(cycle: CycleView, now: Instant, place: Place): readonly string[] {
  const goals = [...cycle.earlierGoals, cycle.goal];
  return cycle.earlierGoals.map((goal, i) => {
    const was =
      goal.durationMs === null
        ? 'No goal applied'
        : `The goal was ${sayDuration(goal.durationMs)} (${goal.name})`;
    const until = goals[i + 1]?.at;
    return `${was}${until === undefined ? '' : ` until ${sayInstant(until, now, place)}`}. Time counted until then was kept.`;
  });
}

/** What else there is to know about a cycle, one sentence each; empty for most. */
export function cycleNotes(cycle: CycleView, live: LiveCycle, now: Instant, place: Place): readonly string[] {
  const notes: string[] = [];
  if (cycle.flag) notes.push(`${cycle.flag.charAt(0).toUpperCase()}${cycle.flag.slice(1)}.`);
  if (cycle.leftOutBy) notes.push(`Left out of compliance by ${cycle.leftOutBy}.`);
  const excluded = live.grossElapsedMs - live.elapsedMs;
  if (excluded > 0) {
    const goal = cycle.goal.durationMs;
    const otherwise =
      goal !== null && live.grossElapsedMs > goal && !live.breached
        ? ' It would be breached without the exclusion.'
        : '';
    const by =
      cycle.excludedBy.length === 0 ? '' : ` by ${cycle.excludedBy.map((one) => `“${one}”`).join(' and ')}`;
    notes.push(`${sayDuration(live.elapsedMs)} counted, ${sayDuration(excluded)} excluded${by}.${otherwise}`);
  }
  if (cycle.explainedFrom !== null) {
    notes.push(
      `Explained from ${sayInstant(cycle.explainedFrom, now, place)} on; the sums count everything.`,
    );
  }
  return [...notes, ...goalChanges(cycle, now, place)];
}
