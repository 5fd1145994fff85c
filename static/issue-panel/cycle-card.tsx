import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronUpIcon from '@atlaskit/icon/core/chevron-up';
import { useId, useState } from 'react';
import type { CycleView, TimerView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { Button } from '../ui/button';
import { sayDuration } from '../ui/duration';
import { GoalBar } from '../ui/goal-bar';
import { usePlace } from '../ui/place-context';
import { StateBadge } from '../ui/state-badge';
import { stateWord } from '../ui/state-word';
import { CycleExplanation } from './cycle-explanation';
import { cycleNotes, goalWords } from './cycle-notes';
import { deadlineWords, standstillWords } from './deadline-words';
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
  readonly openAtFirst?: boolean;
}

/** One cycle of a timer: its figure, state, goal and deadline, with the explanation folded under it. */
export function CycleCard({ timer, cycle, title, level, asOf, now, openAtFirst = false }: Props) {
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
  const Chevron = explained ? ChevronUpIcon : ChevronDownIcon;
  return (
    <article className={`cycle cycle-level-${level}`} aria-labelledby={`${id}-title`}>
      <div className="cycle-head">
        <div>
          <Heading id={`${id}-title`}>{title}</Heading>
          {level < 4 && <p className="subtle">{timer.agreementName}</p>}
        </div>
        <p className={`figure tone-${tone}`}>{headline(cycle, live)}</p>
      </div>
      {goalMs !== null && (
        <GoalBar elapsedMs={live.elapsedMs} goalMs={goalMs} tone={tone} label={`Goal used, ${title}`} />
      )}
      <p className="states">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
        {standstill && <span className="standstill">{standstill}</span>}
      </p>
      <p className="facts">
        {deadline && <span className="deadline">{deadline}</span>}
        <span className="subtle">
          {live.phase === null && goalMs !== null ? `${sayDuration(live.elapsedMs)} counted · ` : ''}
          {goalWords(cycle)}
        </span>
      </p>
      {cycleNotes(cycle, live, now, place).map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      <div className="actions">
        <Button
          look="subtle"
          aria-expanded={explained}
          aria-controls={`${id}-why`}
          aria-label={`Explain ${title}`}
          onClick={() => setExplained(!explained)}
        >
          Explain <Chevron label="" size="small" />
        </Button>
        {zonedAt !== null && (
          <Button
            look="subtle"
            aria-expanded={zoned}
            aria-controls={`${id}-zones`}
            aria-label={`Time zones, ${title}`}
            onClick={() => setZoned(!zoned)}
          >
            Time zones
          </Button>
        )}
      </div>
      {zoned && zonedAt !== null && <DeadlineZones id={`${id}-zones`} timer={timer} at={zonedAt} />}
      {explained && <CycleExplanation id={`${id}-why`} name={title} cycle={cycle} asOf={asOf} now={now} />}
    </article>
  );
}
