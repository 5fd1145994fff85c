import ArchiveIcon from '@atlaskit/icon/core/archive-box';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ClockIcon from '@atlaskit/icon/core/clock';
import EditIcon from '@atlaskit/icon/core/edit';
import PenIcon from '@atlaskit/icon/core/pen';
import RedoIcon from '@atlaskit/icon/core/redo';
import type { AgreementState } from '../../src/contract/agreement';
import { agreementState } from './agreement-words';

const icons = {
  draft: EditIcon,
  proposed: PenIcon,
  signed: ClockIcon,
  active: CheckCircleIcon,
  superseded: RedoIcon,
  retired: ArchiveIcon,
} as const;

/** The state of an agreement by icon, word and colour. */
export function AgreementBadge({ state }: { readonly state: AgreementState }) {
  const Icon = icons[state];
  const { word, tone } = agreementState(state);
  return (
    <span className={`badge tone-${tone}`}>
      <Icon label="" size="small" />
      {word}
    </span>
  );
}
