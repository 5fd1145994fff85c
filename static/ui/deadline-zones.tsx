import type { TimerView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { usePlace } from './place-context';
import { exactInstant, sayZone } from './say-instant';

interface Props {
  readonly id: string;
  readonly timer: TimerView;
  readonly at: Instant;
}

/** One instant on three clocks: the viewer's, the customer's and the provider's. */
export function DeadlineZones({ id, timer, at }: Props) {
  const place = usePlace();
  const clocks = [
    { who: 'You', timeZone: place.timeZone },
    { who: timer.customer.name, timeZone: timer.customer.timeZone },
    { who: timer.provider.name, timeZone: timer.provider.timeZone },
  ];
  return (
    <dl className="zones" id={id}>
      {clocks.map(({ who, timeZone }, i) => (
        <div key={i}>
          <dt>
            {who} <span className="subtle">{sayZone(timeZone, at)}</span>
          </dt>
          <dd>{exactInstant(at, { ...place, timeZone })}</dd>
        </div>
      ))}
    </dl>
  );
}
