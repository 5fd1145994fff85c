import { useId, useState } from 'react';
import type { CycleView, TimerView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { sayDuration } from '../ui/duration';
import { GoalBar } from '../ui/goal-bar';
import { usePlace } from '../ui/place-context';
import { StateBadge } from '../ui/state-badge';
import { stateWord } from '../ui/state-word';
import { Unfold } from '../ui/unfold';
import { CycleExplanation } from './cycle-explanation';
import { cycleNotes, goalWords } from '../ui/cycle-notes';
import { deadlineWords, isWorkingTime, standstillWords } from '../ui/deadline-words';
import { DeadlineZones } from '../ui/deadline-zones';
import { liveSegments } from '../ui/live-segments';
import { tick } from '../ui/tick';
import { headline, stateWords } from '../ui/timer-state';

interface Props {
  readonly timer: TimerView;
  readonly cycle: CycleView;
  readonly title: string;
  readonly level: 2 | 3 | 4;
  readonly asOf: Instant;
  readonly now: Instant;
  /** An earlier cycle stands under its timer, which names the agreement. */
  readonly earlier?: boolean;
  readonly openAtFirst?: boolean;
}

/** One cycle of a timer: its figure, state, goal and deadline, with the explanation folded under it. */
export function CycleCard({
  timer,
  cycle,
  title,
  level,
  asOf,
  now,
  earlier = false,
  openAtFirst = false,
}: Props) {
  const place = usePlace();
  const id = useId();
  const [explained, setExplained] = useState(openAtFirst);
  const [zoned, setZoned] = useState(false);
  const live = tick(cycle, asOf, now);
  const states = stateWords(cycle, live);
  const { tone } = stateWord(states[0] ?? 'running');
  const goalMs = cycle.goal.durationMs;
  const deadline = deadlineWords(cycle, live, now, place);
  const zonedAt = live.phase === null ? cycle.stopTime : cycle.net.breachTime;
  const standstill = standstillWords(live, liveSegments(cycle, asOf, now), now, place);
  const Heading = `h${level}` as const;
  return (
    <article className={`cycle ${level === 2 ? '' : 'cycle-minor'}`} aria-labelledby={`${id}-title`}>
      <div className="cycle-head">
        <div>
          <Heading id={`${id}-title`}>{title}</Heading>
          {!earlier && <p className="subtle">{timer.agreementName}</p>}
        </div>
        <div>
          <p className={`figure tone-${tone}`}>{headline(cycle, live)}</p>
          {isWorkingTime(cycle, live, now) && <p className="figure-unit subtle">working time</p>}
        </div>
      </div>
      {goalMs !== null && (
        <GoalBar elapsedMs={live.elapsedMs} goalMs={goalMs} tone={tone} label={`Goal used, ${title}`} />
      )}
      <div className="facts">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
        {deadline && <span className="deadline">{deadline}</span>}
        {zonedAt !== null && (
          <Unfold open={zoned} controls={`${id}-zones`} name={title} onToggle={() => setZoned(!zoned)}>
            Time zones
          </Unfold>
        )}
        <span className="facts-end">
          <span className="subtle">
            {live.phase === null && goalMs !== null ? `${sayDuration(live.elapsedMs)} counted · ` : ''}
            {goalWords(cycle)}
          </span>
          <Unfold
            open={explained}
            controls={`${id}-why`}
            name={title}
            onToggle={() => setExplained(!explained)}
          >
            Explain
          </Unfold>
        </span>
      </div>
      {standstill && <p>{standstill}</p>}
      {cycleNotes(cycle, live, now, place).map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      {zoned && zonedAt !== null && <DeadlineZones id={`${id}-zones`} timer={timer} at={zonedAt} />}
      {explained && <CycleExplanation id={`${id}-why`} name={title} cycle={cycle} asOf={asOf} now={now} />}
    </article>
  );
}
