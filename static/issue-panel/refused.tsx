import LockIcon from '@atlaskit/icon/core/lock-locked';
import SearchIcon from '@atlaskit/icon/core/search';
import ClockIcon from '@atlaskit/icon/core/clock';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import type { Failure } from '../../src/contract';
import { Button } from '../ui/button';

function wordsFor({ code, message }: Failure) {
  switch (code) {
    case 'forbidden':
      return {
        Icon: LockIcon,
        title: 'You can’t see service levels here',
        text: 'Ask a project admin for access.',
        again: null,
      };
    case 'not-found':
      return {
        Icon: SearchIcon,
        title: 'Ticket not found',
        text: 'It was deleted or moved, or you may no longer see it.',
        again: null,
      };
    case 'busy':
      return {
        Icon: ClockIcon,
        title: 'Jira is busy',
        text: 'Trying again by itself in a moment.',
        again: 'Try now',
      };
    case 'invalid':
    case 'conflict':
    case 'failed':
      return {
        Icon: ErrorIcon,
        title: 'Service levels could not be loaded',
        text: message,
        again: 'Try again',
      };
  }
}

interface Props {
  readonly failure: Failure;
  readonly onAgain: () => void;
}

/** There is nothing to show, and why. */
export function Refused({ failure, onAgain }: Props) {
  const { Icon, title, text, again } = wordsFor(failure);
  return (
    <section className="blank" role="alert">
      <h2>
        <Icon label="" /> {title}
      </h2>
      <p>{text}</p>
      {again && <Button onClick={onAgain}>{again}</Button>}
    </section>
  );
}
