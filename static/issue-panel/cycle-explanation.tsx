import { useState } from 'react';
import type { CycleView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { SegmentTable } from '../ui/segment-table';
import { TimelineStrip } from '../ui/timeline-strip';
import { Unfold } from '../ui/unfold';
import { liveSegments, segmentsAhead } from '../ui/live-segments';
import { sumLine } from '../ui/sum-line';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly cycle: CycleView;
  readonly asOf: Instant;
  readonly now: Instant;
}

/** Why a cycle's number is what it is: the strip, the arithmetic, and on demand every stretch in a table. */
export function CycleExplanation({ id, name, cycle, asOf, now }: Props) {
  const [tabled, setTabled] = useState(false);
  // Whole seconds, so that lengths keep still between ticks.
  const to = Math.max(asOf, now - (now % 1_000));
  const segments = liveSegments(cycle, asOf, to);
  const { counted, notCounted } = sumLine(segments, cycle.goal.durationMs, cycle.countedBeforeMs);
  return (
    <div className="explanation" id={id}>
      <TimelineStrip
        label={`Timeline of ${name}`}
        past={segments}
        ahead={segmentsAhead(cycle, asOf, to)}
        breachTime={cycle.net.breachTime}
        now={to}
        ongoing={cycle.phase !== null}
      />
      <dl className="sum">
        <div>
          <dt>Counted</dt>
          <dd>{counted}</dd>
        </div>
        {notCounted && (
          <div>
            <dt>Not counted</dt>
            <dd>{notCounted}</dd>
          </div>
        )}
        <div>
          <dt>Started</dt>
          <dd>{cycle.startedBy.text}</dd>
        </div>
        {cycle.stoppedBy && (
          <div>
            <dt>Stopped</dt>
            <dd>{cycle.stoppedBy.text}</dd>
          </div>
        )}
      </dl>
      <div>
        <Unfold open={tabled} controls={`${id}-table`} name={name} onToggle={() => setTabled(!tabled)}>
          Show as a table
        </Unfold>
      </div>
      {tabled && <SegmentTable id={`${id}-table`} segments={segments} />}
    </div>
  );
}
