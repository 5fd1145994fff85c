import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ClockIcon from '@atlaskit/icon/core/clock';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import GoalIcon from '@atlaskit/icon/core/goal';
import type { Standing } from './share-words';

const looks = {
  'on-target': { Icon: CheckCircleIcon, word: 'On target', tone: 'success' },
  'below-target': { Icon: CrossCircleIcon, word: 'Below target', tone: 'danger' },
  'no-target': { Icon: GoalIcon, word: 'No target', tone: 'neutral' },
  'no-goal': { Icon: ClockIcon, word: 'No goal', tone: 'neutral' },
  nothing: { Icon: GoalIcon, word: 'Nothing counted', tone: 'neutral' },
} as const;

/** Whether a measure keeps its target, by icon, word and colour. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const { Icon, word, tone } = looks[standing];
  return (
    <span className={`badge tone-${tone}`}>
      <Icon label="" size="small" />
      {word}
    </span>
  );
}
