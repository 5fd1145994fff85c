import { useId, useState, type ReactNode } from 'react';
import type { CycleView, TimerView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { sayDuration } from './duration';
import { GoalBar } from './goal-bar';
import { usePlace } from './place-context';
import { StateBadge } from './state-badge';
import { stateWord } from './state-word';
import { Unfold } from './unfold';
import { cycleNotes, goalWords } from './cycle-notes';
import { deadlineWords, isWorkingTime, standstillWords } from './deadline-words';
import { DeadlineZones } from './deadline-zones';
import { liveSegments } from './live-segments';
import { tick } from './tick';
import { headline, stateWords } from './timer-state';

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
  /** What is folded under it; absent where the viewer is not told how the number comes about. */
  readonly explanation?: (id: string) => ReactNode;
}

/** One cycle of a timer: its figure, state, goal and deadline. */
export function CycleCard({
  timer,
  cycle,
  title,
  level,
  asOf,
  now,
  earlier = false,
  openAtFirst = false,
  explanation,
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
          {explanation && (
            <Unfold
              open={explained}
              controls={`${id}-why`}
              name={title}
              onToggle={() => setExplained(!explained)}
            >
              Explain
            </Unfold>
          )}
        </span>
      </div>
      {standstill && <p>{standstill}</p>}
      {cycleNotes(cycle, live, now, place).map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      {zoned && zonedAt !== null && <DeadlineZones id={`${id}-zones`} timer={timer} at={zonedAt} />}
      {explained && explanation?.(`${id}-why`)}
    </article>
  );
}
