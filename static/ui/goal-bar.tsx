import type { Millis } from '../../src/engine/instant';
import type { Tone } from './state-word';

interface Props {
  readonly elapsedMs: Millis;
  readonly goalMs: Millis;
  readonly tone: Tone;
  readonly label: string;
}

/** How much of the goal is used, as a slim bar; full once late. */
export function GoalBar({ elapsedMs, goalMs, tone, label }: Props) {
  const share = goalMs === 0 ? 1 : elapsedMs / goalMs;
  // Never rounded up to a hundred: that would say "used up" while there is time left.
  const percent = Math.floor(share * 100);
  return (
    <svg
      className={`goal-bar tone-${tone}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.min(percent, 100)}
      aria-valuetext={`${percent}% of the goal used`}
      width="100%"
      height="6"
    >
      <rect className="goal-bar-track" width="100%" height="6" rx="3" />
      <rect className="goal-bar-fill" width={`${Math.min(share, 1) * 100}%`} height="6" rx="3" />
    </svg>
  );
}
