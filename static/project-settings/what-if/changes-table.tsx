import { Fragment, useId, useState } from 'react';
import type { WhatIfDirection, WhatIfVerdict, WhatIfView } from '../../../src/contract/what-if';
import { Button } from '../../ui/button';
import { download } from '../../ui/download';
import { Notice } from '../../ui/notice';
import { SegmentPatterns } from '../../ui/segment-fill';
import { Unfold } from '../../ui/unfold';
import { changesCsv } from './changes-csv';
import { TicketComparison } from './ticket-comparison';
import { TicketLink } from '../../ui/ticket-link';
import { readAllChanges, useChanges, type Change } from './use-changes';
import { DIRECTIONS, sayCounted, sayDirection, sayOutcome } from './verdict-words';

/** Verdicts that change in each direction, over all measures. */
function countsOf({ measures }: WhatIfView): Record<WhatIfDirection, number> {
  const sum = (of: (measure: WhatIfView['measures'][number]) => number): number =>
    measures.reduce((all, measure) => all + of(measure), 0);
  return {
    'to-met': sum(({ toMet }) => toMet),
    'to-breached': sum(({ toBreached }) => toBreached),
    'now-counted': sum(({ nowCounted }) => nowCounted),
    'no-longer-counted': sum(({ noLongerCounted }) => noLongerCounted),
  };
}

/** Every verdict that changes, with both derivations under each row. */
export function ChangesTable({ run }: { readonly run: WhatIfView }) {
  const id = useId();
  const [direction, setDirection] = useState<WhatIfDirection | null>(null);
  const { changes, state, failure, readMore } = useChanges(run.runId, direction);
  const counts = countsOf(run);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const total = direction === null ? all : counts[direction];
  return (
    <section aria-labelledby={id}>
      <SegmentPatterns />
      <div className="what-if-head">
        <h2 id={id}>Verdicts that change</h2>
        <ExportButton run={run} direction={direction} total={total} />
      </div>
      <div className="what-if-filters" role="group" aria-label="Show">
        {[null, ...DIRECTIONS].map((one) => (
          <Button
            key={one ?? 'all'}
            aria-pressed={one === direction}
            disabled={one !== null && counts[one] === 0}
            onClick={() => setDirection(one)}
          >
            {one === null ? 'All' : sayDirection(one)}{' '}
            {(one === null ? all : counts[one]).toLocaleString('en')}
          </Button>
        ))}
      </div>
      {changes.length > 0 && (
        <div className="what-if-scroll" role="region" aria-label="Table of the changes" tabIndex={0}>
          {/* The roles are said, because narrow screens lay the table out as cards. */}
          <table className="what-if-table" role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  Ticket
                </th>
                <th role="columnheader" scope="col">
                  Measure
                </th>
                <th role="columnheader" scope="col">
                  Before
                </th>
                <th role="columnheader" scope="col">
                  After
                </th>
                <th role="columnheader" scope="col">
                  <span className="visually-hidden">Derivations</span>
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {changes.map((change) => (
                <ChangeRow
                  key={`${change.issueId} ${change.measureId} ${change.cycleNumber}`}
                  change={change}
                  run={run}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div role="status">
        {state === 'loading' && <p className="subtle">Loading changes</p>}
        {state === 'all' && changes.length === 0 && (
          <p>None of these changes is on a ticket that you may see.</p>
        )}
        {state === 'all' && changes.length > 0 && changes.length < total && (
          <p className="subtle">The others are on tickets that you may not see.</p>
        )}
      </div>
      {failure && (
        <Notice tone="danger" action={<Button onClick={readMore}>Try again</Button>}>
          {failure.message}
        </Notice>
      )}
      {state === 'more' && (
        <div>
          <Button onClick={readMore}>Show more</Button>
        </div>
      )}
    </section>
  );
}

function ChangeRow({ change, run }: { readonly change: Change; readonly run: WhatIfView }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { issueKey, issueId, measureId, measureName, cycleNumber, direction, before, after } = change;
  return (
    <Fragment>
      <tr role="row">
        <th role="rowheader" scope="row">
          <TicketLink issueKey={issueKey} />
        </th>
        <td role="cell">
          {measureName}
          {cycleNumber > 1 && <span className="subtle">, cycle {cycleNumber}</span>}
        </td>
        <VerdictCell label="Before" verdict={before} />
        <VerdictCell label="After" verdict={after} changed={direction} />
        <td role="cell" className="what-if-action">
          <Unfold
            open={open}
            controls={id}
            name={`${issueKey}, ${measureName}`}
            onToggle={() => setOpen(!open)}
          >
            Compare
          </Unfold>
        </td>
      </tr>
      {open && (
        <tr role="row" id={id} className="what-if-opened">
          <td role="cell" colSpan={5}>
            <TicketComparison
              runId={run.runId}
              issueId={issueId}
              measureId={measureId}
              cycleNumber={cycleNumber}
              name={`${issueKey}, ${measureName}`}
              asOf={run.startedAt}
            />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function VerdictCell({
  label,
  verdict,
  changed,
}: {
  readonly label: string;
  readonly verdict: WhatIfVerdict | null;
  readonly changed?: WhatIfDirection;
}) {
  const counted = sayCounted(verdict);
  return (
    <td role="cell" data-label={label}>
      <strong>{sayOutcome(verdict)}</strong>
      {counted !== null && (
        <>
          <br />
          <span className="subtle">{counted}</span>
        </>
      )}
      {changed !== undefined && <span className="visually-hidden">: {sayDirection(changed)}</span>}
    </td>
  );
}

/** Collects every page, then hands over the file. */
function ExportButton({
  run,
  direction,
  total,
}: {
  readonly run: WhatIfView;
  readonly direction: WhatIfDirection | null;
  /** Changes there are, on tickets one may see or not. */
  readonly total: number;
}) {
  const [doing, setDoing] = useState<string | null>(null);
  const onExport = async (): Promise<void> => {
    if (doing !== null) return;
    setDoing('Collecting');
    const found = await readAllChanges(run.runId, direction, (count) =>
      setDoing(`Collecting, ${count.toLocaleString('en')} so far`),
    );
    if ('ok' in found) return setDoing(`Not exported: ${found.message}`);
    download(`what-if-${run.agreementId}.csv`, changesCsv(found, total - found.length), 'text/csv');
    setDoing(null);
  };
  return (
    <span className="what-if-export">
      <span role="status" className="subtle">
        {doing}
      </span>
      <Button onClick={() => void onExport()} aria-disabled={doing?.startsWith('Collecting') ?? false}>
        Export as CSV
      </Button>
    </span>
  );
}
