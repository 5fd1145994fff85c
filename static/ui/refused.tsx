import LockIcon from '@atlaskit/icon/core/lock-locked';
import SearchIcon from '@atlaskit/icon/core/search';
import ClockIcon from '@atlaskit/icon/core/clock';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import type { Busy, Failure } from '../../src/contract';
import { Blank } from './blank';
import { Button } from './button';

/** How a screen says that what it shows is missing, not for the viewer, or not to be had. */
export interface RefusalWords {
  readonly notFound: { readonly title: string; readonly text: string };
  readonly forbidden: { readonly title: string; readonly text: string };
  /** "Service levels could not be loaded". */
  readonly failed: string;
}

const SOON = 'Trying again by itself in a moment.';
const busyWords = {
  jira: { title: 'Jira is busy', text: SOON },
  'jira-down': { title: 'Jira cannot answer', text: SOON },
  store: { title: 'Accord’s store is busy', text: SOON },
  'setting-up': { title: 'Accord is being set up', text: `This takes a minute at most. ${SOON}` },
} as const satisfies Readonly<Record<Busy, { readonly title: string; readonly text: string }>>;

function wordsFor(failure: Failure, words: RefusalWords) {
  switch (failure.code) {
    case 'forbidden':
      return { Icon: LockIcon, ...words.forbidden, again: null };
    case 'not-found':
      return { Icon: SearchIcon, ...words.notFound, again: null };
    case 'busy':
      return { Icon: ClockIcon, ...busyWords[failure.who], again: 'Try now' };
    case 'invalid':
    case 'conflict':
    case 'failed':
      return { Icon: ErrorIcon, title: words.failed, text: failure.message, again: 'Try again' };
  }
}

interface Props {
  readonly failure: Failure;
  readonly words: RefusalWords;
  readonly level?: 1 | 2;
  readonly onAgain: () => void;
}

/** The answer was a refusal: why, and what can be done. */
export function Refused({ failure, words, level = 2, onAgain }: Props) {
  const { Icon, title, text, again } = wordsFor(failure, words);
  return (
    <Blank
      Icon={Icon}
      title={title}
      level={level}
      alert
      action={again && <Button onClick={onAgain}>{again}</Button>}
    >
      {text}
    </Blank>
  );
}
