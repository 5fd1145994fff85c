import type { ReactNode } from 'react';
import type { Instant } from '../../src/engine/instant';
import { Button } from '../ui/button';
import { usePlace } from '../ui/place-context';
import { sayMoment } from '../ui/say-date';

interface Props {
  /** When what is shown was true; null = not known yet. */
  readonly asOf: Instant | null;
  readonly onRefresh?: () => void;
  /** Buttons beside printing. */
  readonly children?: ReactNode;
}

/** Above what a tab shows: as of when, and what can be done with it. */
export function TabBar({ asOf, onRefresh, children }: Props) {
  const place = usePlace();
  return (
    <div className="tab-bar">
      <p className="subtle">{asOf !== null && `As of ${sayMoment(asOf, place)}`}</p>
      <div className="row no-print">
        {onRefresh && <Button onClick={onRefresh}>Refresh</Button>}
        {children}
        <Button onClick={() => window.print()}>Print</Button>
      </div>
    </div>
  );
}
