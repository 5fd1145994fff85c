import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactNode } from 'react';

const icons = {
  information: { Icon: InformationIcon, word: 'Note' },
  warning: { Icon: WarningIcon, word: 'Warning' },
  danger: { Icon: ErrorIcon, word: 'Error' },
} as const;

interface Props {
  readonly tone: keyof typeof icons;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** One line the viewer should know, with what to do about it. */
export function Notice({ tone, children, action }: Props) {
  const { Icon, word } = icons[tone];
  return (
    <div className={`notice tone-${tone}`}>
      <span className="notice-icon">
        <Icon label={word} />
      </span>
      <p className="notice-text">{children}</p>
      {action}
    </div>
  );
}
