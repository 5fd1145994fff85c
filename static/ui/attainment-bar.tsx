import type { AttainmentView } from '../../src/contract/agreement';
import { NO_PROMISE } from './no-promise';
import { sayShare } from './say-share';

interface Props {
  readonly of: AttainmentView;
  /** The share promised, 0..1; null = none. */
  readonly target?: number | null;
  /** False: nothing is promised, so nothing of it will ever count. */
  readonly hasGoal?: boolean;
  /** What it is of, for those who hear it. */
  readonly name: string;
}

/** Attainment so far as a slim bar with its figure; a notch marks the share promised. */
export function AttainmentBar({ of: { met, breached, share }, target = null, hasGoal = true, name }: Props) {
  if (share === null)
    return <span className="subtle">{hasGoal ? 'Nothing counted yet' : `No goal. ${NO_PROMISE}`}</span>;
  const missed = target !== null && share < target;
  // Whether it is good enough, only what was promised tells.
  const tone = target === null ? 'information' : missed ? 'danger' : 'success';
  const words = `${met.toLocaleString('en')} of ${(met + breached).toLocaleString('en')} met`;
  return (
    <span className={`attainment tone-${tone}`}>
      <span className="attainment-words">
        <strong>{sayShare(share)}</strong>
        {target !== null && (
          <span className="subtle">
            {missed ? 'below' : 'of'} {sayShare(target)} promised
          </span>
        )}
      </span>
      <svg role="img" aria-label={`${name}: ${words}`} width="100%" height="8">
        <rect className="goal-bar-track" y="1" width="100%" height="6" rx="3" />
        <rect className="goal-bar-fill" y="1" width={`${share * 100}%`} height="6" rx="3" />
        {target !== null && (
          <rect className="attainment-target" x={`${target * 100}%`} width="2" height="8" />
        )}
      </svg>
      <span className="subtle">{words}</span>
    </span>
  );
}
