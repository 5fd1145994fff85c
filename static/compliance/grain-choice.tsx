import { Button } from '../ui/button';
import type { Navigate } from './navigation';

interface Props {
  readonly grain: 'week' | 'month';
  readonly navigate: Navigate;
}

/** By week or by month. */
export function GrainChoice({ grain, navigate }: Props) {
  return (
    <div className="row no-print" role="group" aria-label="Trend by">
      {(['week', 'month'] as const).map((one) => (
        <Button
          key={one}
          className="toggle"
          aria-pressed={one === grain}
          onClick={() => navigate({ filters: { grain: one } })}
        >
          By {one}
        </Button>
      ))}
    </div>
  );
}
