import type { WhatIfView } from '../../../src/contract/what-if';
import { Blank } from '../../ui/blank';
import { Notice } from '../../ui/notice';
import { usePlace } from '../../ui/place-context';
import { sayMoment } from '../../ui/say-date';
import { ChangesTable } from './changes-table';
import { MeasureResult } from './measure-result';

const count = (n: number, one: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : `${one}s`}`;

/** How a run ended, in a sentence or two. */
function Ending({ run }: { readonly run: WhatIfView }) {
  const { state, done, total, problem } = run;
  const only = `The numbers below are of ${count(done, 'ticket')} only.`;
  switch (state) {
    case 'running':
    case 'done':
      return null;
    case 'cancelled':
      return (
        <Notice tone="warning">
          Cancelled after {done.toLocaleString('en')} of about {count(total, 'ticket')}. {done > 0 && only}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="danger">
          It failed after {done.toLocaleString('en')} of about {count(total, 'ticket')}. {problem}{' '}
          {done > 0 && only}
        </Notice>
      );
  }
}

/** What the last run found: how it ended, attainment and credits before and after, and every change. */
export function RunResult({ run }: { readonly run: WhatIfView }) {
  const place = usePlace();
  const { done, changedTickets, unreadableTickets, measures, credits, since, startedAt, startedBy } = run;
  return (
    <>
      <Ending run={run} />
      {done === 0 && run.state === 'done' && (
        <Blank title="No tickets in that time">
          No ticket of this project was updated or resolved since {sayMoment(since, place)}. Look further
          back.
        </Blank>
      )}
      {done > 0 && (
        <>
          <section aria-labelledby="what-if-result">
            <h2 id="what-if-result">
              {changedTickets === 0
                ? `No verdict changes on ${count(done, 'ticket')}`
                : `${count(changedTickets, 'ticket')} of ${done.toLocaleString('en')} would have another verdict`}
            </h2>
            <p className="subtle">
              Tickets updated or resolved since {sayMoment(since, place)}, as they stood on{' '}
              {sayMoment(startedAt, place)}. Started by {startedBy}.
            </p>
            {unreadableTickets > 0 && (
              <Notice tone="warning">
                The history of {count(unreadableTickets, 'ticket')} could not be read. It is in none of the
                numbers.
              </Notice>
            )}
            <div className="what-if-measures">
              {measures.map((measure) => (
                <MeasureResult key={measure.measureId} measure={measure} />
              ))}
            </div>
            {credits && <Credits credits={credits} />}
          </section>
          {changedTickets > 0 && <ChangesTable key={run.runId} run={run} />}
        </>
      )}
    </>
  );
}

function Credits({ credits }: { readonly credits: NonNullable<WhatIfView['credits']> }) {
  const { locale } = usePlace();
  const { currency, before, after } = credits;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const change = after - before;
  return (
    <dl className="what-if-credits">
      <div>
        <dt>Service credits before</dt>
        <dd>{money.format(before)}</dd>
      </div>
      <div>
        <dt>Service credits after</dt>
        <dd>
          {money.format(after)}{' '}
          <span className="subtle">
            {change === 0 ? 'unchanged' : `${money.format(Math.abs(change))} ${change > 0 ? 'more' : 'less'}`}
          </span>
        </dd>
      </div>
    </dl>
  );
}
