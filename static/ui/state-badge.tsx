import CalendarIcon from '@atlaskit/icon/core/calendar';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ClockIcon from '@atlaskit/icon/core/clock';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import GoalIcon from '@atlaskit/icon/core/goal';
import MinusSquareIcon from '@atlaskit/icon/core/minus-square';
import PauseIcon from '@atlaskit/icon/core/video-pause';
import ProhibitIcon from '@atlaskit/icon/core/shield';
import RedoIcon from '@atlaskit/icon/core/redo';
import WarningIcon from '@atlaskit/icon/core/warning';
import { stateWord } from './state-word';

const icons = {
  running: ClockIcon,
  'at-risk': WarningIcon,
  breached: CrossCircleIcon,
  paused: PauseIcon,
  'outside-hours': CalendarIcon,
  excluded: ProhibitIcon,
  met: CheckCircleIcon,
  'no-goal': GoalIcon,
  cancelled: MinusSquareIcon,
  reset: RedoIcon,
} as const;

/** A state by icon, word and colour. */
export function StateBadge({ state }: { readonly state: keyof typeof icons }) {
  const Icon = icons[state];
  const { word, tone } = stateWord(state);
  return (
    <span className={`badge tone-${tone}`}>
      <Icon label="" size="small" />
      {word}
    </span>
  );
}
