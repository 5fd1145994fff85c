import type { Failure } from '../../src/contract';
import type { PortalRequestView } from '../../src/contract/portal';
import type { Instant } from '../../src/engine/instant';
import { Announcer } from '../ui/announcer';
import { Button } from '../ui/button';
import { CycleCard } from '../ui/cycle-card';
import { measureNames } from '../ui/measure-names';
import { Notice } from '../ui/notice';
import { usePlace } from '../ui/place-context';
import { ProposedExclusions } from '../ui/proposed-exclusions';
import { sayInstant } from '../ui/say-instant';
import { ProposeExclusion } from './propose-exclusion';

interface Props {
  readonly view: PortalRequestView;
  readonly now: Instant;
  readonly trouble: Failure | null;
  readonly onAgain: () => void;
}

/** What was promised for this request and how it stands. */
export function RequestView({ view, now, trouble, onAgain }: Props) {
  const place = usePlace();
  const { asOf, timers, agreements } = view;
  return (
    <>
      <Announcer view={view} now={now} />
      {trouble && (
        <Notice tone="warning" action={<Button onClick={onAgain}>Try again</Button>}>
          Not refreshed since {sayInstant(asOf, now, place)}. {trouble.message}
        </Notice>
      )}
      {timers.length === 0 && (
        <section className="blank">
          <h2>No time is promised for this request</h2>
          <p>
            {agreements.length === 0
              ? 'No agreement covers it.'
              : 'An agreement covers it, but none of its clocks runs or is shown here.'}
          </p>
        </section>
      )}
      {timers.map((timer) => (
        <CycleCard
          key={timer.key}
          timer={timer}
          cycle={timer.current}
          title={timer.measureName}
          level={2}
          asOf={asOf}
          now={now}
        />
      ))}
      <ProposedExclusions
        proposed={view.proposed}
        level={2}
        measureNames={measureNames(agreements)}
        onChanged={onAgain}
      />
      <ProposeExclusion view={view} onChanged={onAgain} />
      {agreements.length > 0 && (
        <p className="subtle">
          Promised in {agreements.map(({ name }) => `“${name}”`).join(' and ')}. Read the agreement under
          “Service level agreements” in your user menu.
        </p>
      )}
    </>
  );
}
