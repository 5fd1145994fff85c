import { quoted, readSimpleJql, writeSimpleJql } from './simple-jql';

/** A state in which the clock stands still. */
export interface PauseState {
  readonly name: string;
  readonly when: string;
  readonly id?: string;
}

/** The one status a pause is for; null = it asks for something else. */
export function pausedStatus({ when }: PauseState): string | null {
  const [choice, ...more] = readSimpleJql(when) ?? [];
  return choice?.field === 'status' && choice.values.length === 1 && more.length === 0
    ? (choice.values[0] ?? null)
    : null;
}

/** The pauses with exactly these statuses; what asks for something else stays, and so do names once given. */
export function withPausedStatuses(
  pauses: readonly PauseState[],
  statuses: readonly string[],
): readonly PauseState[] {
  const kept = pauses.filter((pause) => {
    const status = pausedStatus(pause);
    return status === null || statuses.includes(status);
  });
  const there = kept.map(pausedStatus);
  const added = statuses.filter((status) => !there.includes(status));
  return [...kept, ...added.map((name) => ({ name, when: `status = ${quoted(name)}` }))];
}

/** The statuses of "runs only in these"; null = it asks for something else. */
export function runningStatuses(when: string): readonly string[] | null {
  const choices = readSimpleJql(when);
  if (choices === null || choices.length > 1) return null;
  const [choice] = choices;
  if (!choice) return [];
  return choice.field === 'status' ? choice.values : null;
}

export const whileInStatuses = (statuses: readonly string[]): string =>
  writeSimpleJql([{ field: 'status', values: statuses }]);
