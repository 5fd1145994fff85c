import { useId, useState } from 'react';
import type { ExposureView } from '../../../src/contract/money';
import { Button } from '../../ui/button';
import { ExposureChart } from '../../ui/chart/exposure-chart';
import type { Place } from '../../ui/place';
import { sayMoment } from '../../ui/say-date';
import { sayMoney } from '../../ui/say-money';
import { TicketLink } from '../../ui/ticket-link';

interface Props {
  readonly exposure: ExposureView;
  readonly money: { readonly currency: string; readonly decimals: number };
  readonly place: Place;
}

/** So many steps are listed before the others are asked for. */
const FIRST = 8;

/** What the period will cost if nobody touches a ticket, and which tickets bring it about. */
export function Exposure({ exposure, money, place }: Props) {
  const { sentence, nowMinor, endOfWeekMinor, endOfWeek, endOfPeriodMinor, endOfPeriod, steps } = exposure;
  const say = (amountMinor: number): string => sayMoney(amountMinor, money, place.locale);
  const [all, setAll] = useState(false);
  const id = useId();
  const listed = all ? steps : steps.slice(0, FIRST);
  return (
    <div className="credit-part" role="group" aria-labelledby={id}>
      <h3 id={id}>{sentence}</h3>
      <dl className="sums">
        <div>
          <dt>Owed now</dt>
          <dd>{say(nowMinor)}</dd>
        </div>
        {endOfWeek < endOfPeriod && (
          <div>
            <dt>By the end of the week</dt>
            <dd>{say(endOfWeekMinor)}</dd>
          </div>
        )}
        <div>
          <dt>By the end of the period</dt>
          <dd>{say(endOfPeriodMinor)}</dd>
        </div>
      </dl>
      {steps.length > 0 && <ExposureChart exposure={exposure} money={money} place={place} />}
      {steps.length > 0 && (
        <div className="wide" role="region" aria-label="What makes it more" tabIndex={0}>
          <table className="credit-steps">
            <caption>What makes it more, if nothing moves</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Owed then</th>
                <th scope="col">Tickets that have broken by then</th>
              </tr>
            </thead>
            <tbody>
              {listed.map(({ at, owedMinor, tickets }) => (
                <tr key={at}>
                  <th scope="row">{sayMoment(at, place)}</th>
                  <td>{say(owedMinor)}</td>
                  <td>
                    <Tickets tickets={tickets} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {steps.length > FIRST && !all && (
        <Button className="no-print" onClick={() => setAll(true)}>
          Show all {steps.length} steps
        </Button>
      )}
    </div>
  );
}

function Tickets({ tickets }: { readonly tickets: ExposureView['steps'][number]['tickets'] }) {
  if (tickets.length === 0) return <span className="subtle">What is late already gets later</span>;
  const named = tickets.filter(({ issueKey }) => issueKey !== null);
  const hidden = tickets.length - named.length;
  return (
    <ul className="plain-list">
      {named.map(({ issueKey, measureName }) => (
        <li key={`${issueKey} ${measureName}`}>
          {issueKey !== null && <TicketLink issueKey={issueKey} />}{' '}
          <span className="subtle">{measureName}</span>
        </li>
      ))}
      {hidden > 0 && (
        <li className="subtle">
          {hidden === 1 ? 'One more ticket' : `${hidden} more tickets`}, not named to you here
        </li>
      )}
    </ul>
  );
}
