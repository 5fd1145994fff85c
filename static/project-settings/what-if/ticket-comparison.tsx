import { useId, useState } from 'react';
import type { CycleView } from '../../../src/contract';
import type { WhatIfTicket } from '../../../src/contract/what-if';
import type { Instant } from '../../../src/engine/instant';
import { exactDuration } from '../../ui/duration';
import { Loading } from '../../ui/loading';
import { Refused, type RefusalWords } from '../../ui/refused';
import { SegmentTable } from '../../ui/segment-table';
import { StateBadge } from '../../ui/state-badge';
import { TimelineStrip } from '../../ui/timeline-strip';
import { Unfold } from '../../ui/unfold';
import { useAnswer } from '../../ui/use-answer';

const refusal: RefusalWords = {
  notFound: { title: 'Ticket not found', text: 'It was deleted or moved, or you may no longer see it.' },
  forbidden: { title: 'You can’t see this ticket', text: 'Ask a project admin for access.' },
  failed: 'The ticket could not be replayed',
};

interface SideProps {
  readonly title: 'Before' | 'After';
  readonly about: string;
  readonly name: string;
  readonly cycle: CycleView | null;
  readonly asOf: Instant;
}

/** One derivation: the verdict, every minute on a strip, and on demand in a table. */
function Side({ title, about, name, cycle, asOf }: SideProps) {
  const id = useId();
  const [tabled, setTabled] = useState(false);
  const label = `${name}, ${title.toLowerCase()}`;
  return (
    <section className="what-if-side" aria-label={`${title}: ${name}`}>
      <h3>
        {title} <span className="subtle">{about}</span>
      </h3>
      {cycle === null ? (
        <p>There is no clock: these rules do not cover the ticket, or nothing started one.</p>
      ) : (
        <>
          <p className="facts">
            <StateBadge state={badgeOf(cycle)} />
            <span>{sumOf(cycle)}</span>
          </p>
          {cycle.leftOutBy !== null && <p>Left out of compliance by the exclusion “{cycle.leftOutBy}”.</p>}
          <TimelineStrip
            label={`Timeline of ${label}`}
            past={cycle.segments}
            ahead={[]}
            breachTime={cycle.net.breachTime}
            now={asOf}
            ongoing={cycle.phase !== null}
          />
          <div>
            <Unfold open={tabled} controls={`${id}-table`} name={label} onToggle={() => setTabled(!tabled)}>
              Show as a table
            </Unfold>
          </div>
          {tabled && (
            <div className="what-if-scroll">
              <SegmentTable id={`${id}-table`} segments={cycle.segments} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

interface Props {
  readonly runId: string;
  readonly issueId: string;
  readonly measureId: string;
  readonly cycleNumber: number;
  readonly name: string;
  readonly asOf: Instant;
}

/** A ticket's cycle under both sets of rules, side by side, replayed when it is opened. */
export function TicketComparison({ runId, issueId, measureId, cycleNumber, name, asOf }: Props) {
  const { answer, again } = useAnswer('readWhatIfTicket', { runId, issueId });
  switch (answer.kind) {
    case 'loading':
      return <Loading label={`Replaying ${name}`} pieces={1} />;
    case 'refused':
      return <Refused failure={answer.failure} words={refusal} onAgain={again} />;
    case 'shown': {
      const { before, after } = pairOf(answer.value, measureId, cycleNumber);
      return (
        <div className="what-if-sides">
          <Side title="Before" about="as published" name={name} cycle={before} asOf={asOf} />
          <Side title="After" about="with the draft" name={name} cycle={after} asOf={asOf} />
        </div>
      );
    }
  }
}

function pairOf({ measures }: WhatIfTicket, measureId: string, cycleNumber: number) {
  const cycles = measures.find((measure) => measure.measureId === measureId)?.cycles ?? [];
  const pair = cycles.find(({ before, after }) => (after ?? before)?.number === cycleNumber);
  return pair ?? { before: null, after: null };
}

function badgeOf({ outcome, breached, phase }: CycleView) {
  if (outcome !== 'ongoing') return outcome;
  return breached ? 'breached' : (phase ?? 'running');
}

function sumOf({ net, goal, countedBeforeMs, explainedFrom }: CycleView): string {
  const counted = exactDuration(net.elapsedMs);
  const before =
    explainedFrom === null ? '' : `, ${exactDuration(countedBeforeMs)} of it before what is shown`;
  return goal.durationMs === null
    ? `${counted} counted, no goal${before}`
    : `${counted} counted of ${exactDuration(goal.durationMs)}${before}`;
}
