import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import PenIcon from '@atlaskit/icon/core/pen';
import UndoIcon from '@atlaskit/icon/core/undo';
import type { ExclusionState } from '../../src/contract/exclusion';
import { exclusionState } from './exclusion-words';

const icons = {
  proposed: PenIcon,
  agreed: CheckCircleIcon,
  declined: CrossCircleIcon,
  withdrawn: UndoIcon,
} as const;

/** The state of an exclusion by icon, word and colour. */
export function ExclusionBadge({ state }: { readonly state: ExclusionState }) {
  const Icon = icons[state];
  const { word, tone } = exclusionState(state);
  return (
    <span className={`badge tone-${tone}`}>
      <Icon label="" size="small" />
      {word}
    </span>
  );
}
