import type { TimerView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { CycleCard } from '../ui/cycle-card';
import { CycleExplanation } from './cycle-explanation';

interface Props {
  readonly timer: TimerView;
  readonly level: 2 | 3;
  readonly asOf: Instant;
  readonly now: Instant;
  readonly openAtFirst?: boolean;
}

/** A measure on this ticket: its current cycle, and the earlier ones folded away. */
export function Timer({ timer, level, asOf, now, openAtFirst }: Props) {
  const { earlier, earlierOmitted } = timer;
  const count = earlier.length + earlierOmitted;
  return (
    <div className="timer">
      <CycleCard
        timer={timer}
        cycle={timer.current}
        title={timer.measureName}
        level={level}
        asOf={asOf}
        now={now}
        openAtFirst={openAtFirst}
        explanation={(id) => (
          <CycleExplanation id={id} name={timer.measureName} cycle={timer.current} asOf={asOf} now={now} />
        )}
      />
      {earlier.length > 0 && (
        <details className="fold">
          <summary>{count === 1 ? 'One earlier cycle' : `${count} earlier cycles`}</summary>
          {earlier.map((cycle) => (
            <CycleCard
              key={cycle.number}
              timer={timer}
              cycle={cycle}
              title={`Cycle ${cycle.number}`}
              level={level === 2 ? 3 : 4}
              earlier
              asOf={asOf}
              now={now}
              explanation={(id) => (
                <CycleExplanation
                  id={id}
                  name={`Cycle ${cycle.number}`}
                  cycle={cycle}
                  asOf={asOf}
                  now={now}
                />
              )}
            />
          ))}
        </details>
      )}
    </div>
  );
}
