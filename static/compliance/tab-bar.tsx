import type { ReactNode } from 'react';
import type { ComplianceChoices, ComplianceQuery } from '../../src/contract/compliance';
import type { Instant } from '../../src/engine/instant';
import { Button } from '../ui/button';
import { usePlace } from '../ui/place-context';
import { sayMoment } from '../ui/say-date';
import { QueryLine } from './query-line';

interface Props {
  /** When what is shown was true; null = not known yet. */
  readonly asOf: Instant | null;
  /** The days the figures are of, where they are of some. */
  readonly period?: { readonly choices: ComplianceChoices; readonly query: ComplianceQuery };
  readonly onRefresh?: () => void;
  /** Buttons beside printing. */
  readonly children?: ReactNode;
}

/** Above what a tab shows: of which days, as of when, and what can be done with it. */
export function TabBar({ asOf, period, onRefresh, children }: Props) {
  const place = usePlace();
  return (
    <div className="tab-bar">
      <div className="tab-span subtle">
        {period && <QueryLine {...period} />}
        {period && <p>Of tickets whose security level you may see</p>}
        {asOf !== null && <p>As of {sayMoment(asOf, place)}</p>}
      </div>
      <div className="row no-print">
        {onRefresh && <Button onClick={onRefresh}>Refresh</Button>}
        {children}
        <Button onClick={() => window.print()}>Print</Button>
      </div>
    </div>
  );
}
