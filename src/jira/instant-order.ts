import { fieldOfItem } from './changelog-item';
import type { LoggedHistory } from './decode-histories';
import type { FieldWalk, Step } from './field-walk';
import { sameValue } from './same-value';

/**
 * Which of several changelog entries of one instant (ordered by id) was the last: the one that leads to the
 * values the newer chain begins with, then one that no other of them goes on from, then the highest id.
 */
export function lastOfInstant(entries: readonly LoggedHistory[], walk: FieldWalk): LoggedHistory {
  const latestFirst = [...entries].reverse();
  const last = latestFirst[0];
  if (last === undefined) throw new RangeError('no entry');
  const reaching = latestFirst.filter((entry) => leadsToNewer(entry, walk));
  const pool = reaching.length > 0 ? reaching : latestFirst;
  return (
    pool.find((entry) => !latestFirst.some((other) => other !== entry && goesOnFrom(other, entry, walk))) ??
    pool[0] ??
    last
  );
}

/** Only the last item of each field has to lead there; earlier items chain among themselves. */
function leadsToNewer(entry: LoggedHistory, walk: FieldWalk): boolean {
  return lastSteps(entry, walk).every((step) => step.found === null);
}

function lastSteps(entry: LoggedHistory, walk: FieldWalk): Step[] {
  const steps = new Map<string, Step>();
  for (let i = entry.items.length - 1; i >= 0; i--) {
    const item = entry.items[i];
    const field = item && fieldOfItem(item);
    if (!item || !field || steps.has(field)) continue;
    const step = walk.look(item);
    if (step !== null) steps.set(field, step);
  }
  return [...steps.values()];
}

function goesOnFrom(later: LoggedHistory, earlier: LoggedHistory, walk: FieldWalk): boolean {
  const ends = lastSteps(earlier, walk);
  return later.items.some((item) => {
    const step = walk.look(item);
    return (
      step !== null &&
      ends.some((end) => end.field === step.field && sameValue(end.found ?? end.to, step.from))
    );
  });
}
