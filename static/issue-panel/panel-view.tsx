import type { Failure, IssuePanelView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { usePlace } from '../ui/place-context';
import { sayInstant } from '../ui/say-instant';
import { SegmentPatterns } from '../ui/segment-fill';
import { Announcer } from '../ui/announcer';
import { Exclusions } from './exclusions';
import { Incident } from './incident';
import { MissingTimers } from './missing-timers';
import { NoAgreement } from './no-agreement';
import { Timer } from './timer';

interface Props {
  readonly view: IssuePanelView;
  readonly now: Instant;
  readonly trouble: Failure | null;
  readonly onAgain: () => void;
}

/** The panel with something to show. */
export function PanelView({ view, now, trouble, onAgain }: Props) {
  const place = usePlace();
  const { asOf, timers } = view;
  const ongoing = timers.filter((t) => t.current.phase !== null);
  const finished = timers.filter((t) => t.current.phase === null);
  const unpromised = view.agreementCount === 0 && timers.length === 0;
  return (
    <>
      <SegmentPatterns />
      <Announcer view={view} now={now} />
      {trouble && (
        <Notice tone="warning" action={<Button onClick={onAgain}>Try again</Button>}>
          Not refreshed since {sayInstant(asOf, now, place)}. {trouble.message}
        </Notice>
      )}
      {view.historyGaps && (
        <Notice tone="information">
          Jira’s log of this ticket has gaps. There the numbers rest on the ticket’s current values.
        </Notice>
      )}
      {ongoing.map((timer, i) => (
        <Timer
          key={timer.key}
          timer={timer}
          level={2}
          asOf={asOf}
          now={now}
          openAtFirst={i === 0 && timer.current.goal.durationMs !== null}
        />
      ))}
      {finished.length > 0 && (
        <details className="fold" open={ongoing.length === 0}>
          <summary>
            <h2>Finished ({finished.length})</h2>
          </summary>
          {finished.map((timer) => (
            <Timer key={timer.key} timer={timer} level={3} asOf={asOf} now={now} />
          ))}
        </details>
      )}
      {unpromised ? (
        <NoAgreement mayAdminister={view.mayAdminister} onInstalled={onAgain} />
      ) : (
        <MissingTimers missing={view.missing} alone={timers.length === 0} />
      )}
      <Exclusions view={view} onChanged={onAgain} />
      <Incident view={view} now={now} onChanged={onAgain} />
    </>
  );
}
