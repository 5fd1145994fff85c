import ButtonGroup from '@atlaskit/button/button-group';
import Button from '@atlaskit/button/new';
import ClockIcon from '@atlaskit/icon/core/clock';
import TimelineIcon from '@atlaskit/icon/core/timeline';
import PauseIcon from '@atlaskit/icon/core/video-pause';
import PlayIcon from '@atlaskit/icon/core/video-play';
import ProgressBar from '@atlaskit/progress-bar';
import { useState } from 'react';
import type { ClockMove } from '../api';
import { useClock, useNow } from './clock';
import { useFlags } from './flags';
import { useRoute } from './route';
import { useSession } from './session';
import { clockText, lengthText } from './when';

const steps = [
  { text: '+15 min', label: 'Move the clock 15 minutes forward', byMs: 15 * 60_000 },
  { text: '+1 h', label: 'Move the clock 1 hour forward', byMs: 3_600_000 },
  { text: '+1 day', label: 'Move the clock 1 day forward', byMs: 86_400_000 },
];

/** The movable clock of the site: everybody's time, in the zone of who is looking. */
export function ClockBar() {
  const { user } = useSession();
  const clock = useClock();
  const now = useNow(1000);
  const flags = useFlags();
  const route = useRoute();
  const [said, setSaid] = useState('');
  const { jump, running } = clock.view;

  const move = async (order: ClockMove): Promise<void> => {
    try {
      const { to, issueKey } = await clock.move(order);
      if (to === null) {
        flags.show({
          id: 'clock',
          type: 'info',
          isAutoDismiss: true,
          title: 'Nothing is going to change by itself',
          description: 'No timer here has a next boundary: it is paused, finished or has no goal.',
        });
      } else
        setSaid(
          `The clock shows ${clockText(to, user.timeZone)}${issueKey ? `, a boundary of ${issueKey}` : ''}.`,
        );
    } catch (fault) {
      flags.show({
        id: 'clock',
        type: 'error',
        title: 'The clock did not move',
        description: (fault as Error).message,
      });
    }
  };
  const onIssue = 'issueKey' in route ? { issueKey: route.issueKey } : {};
  const busy = jump !== null;
  return (
    <section className="clock-bar" aria-label="Clock">
      <div className="clock-face">
        <ClockIcon label="" />
        <time dateTime={new Date(now).toISOString()}>{clockText(now, user.timeZone)}</time>
        <span className="quiet">{busy ? 'moving' : running ? 'running' : 'standing still'}</span>
      </div>
      <ButtonGroup label="Move the clock">
        <Button
          spacing="compact"
          iconBefore={running ? PauseIcon : PlayIcon}
          isDisabled={busy}
          onClick={() => void move({ action: running ? 'pause' : 'run' })}
        >
          {running ? 'Pause' : 'Run'}
        </Button>
        {steps.map(({ text, label, byMs }) => (
          <Button
            key={text}
            spacing="compact"
            aria-label={label}
            isDisabled={busy}
            onClick={() => void move({ action: 'advance', byMs })}
          >
            {text}
          </Button>
        ))}
        <Button
          spacing="compact"
          iconBefore={TimelineIcon}
          isDisabled={busy}
          onClick={() => void move({ action: 'next-boundary', ...onIssue })}
        >
          To the next boundary
        </Button>
      </ButtonGroup>
      {jump && (
        <div className="jump">
          <ProgressBar
            ariaLabel={`Moving the clock ${lengthText(jump.to - jump.from)} forward`}
            value={jump.to === jump.from ? 1 : (now - jump.from) / (jump.to - jump.from)}
          />
        </div>
      )}
      <span className="only-read" role="status">
        {said}
      </span>
    </section>
  );
}
