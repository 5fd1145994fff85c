import type { CreditPeriod, CreditsView } from '../../../src/contract/money';
import type { Place } from '../../ui/place';
import { sayExactShare, sayMoney } from '../../ui/say-money';
import { localTimeValue } from '../../ui/local-time';
import { DrillNumber } from '../drill';
import { Section } from '../section';
import { periodWords } from './period-words';

interface Props {
  readonly view: CreditsView;
  readonly period: CreditPeriod;
  readonly place: Place;
}

/** The arithmetic of a period: each line adds up to what is owed. */
export function Statement({ view: { agreementId, currency, decimals }, period, place }: Props) {
  const { lines, feeMinor, current } = period;
  const money = (amountMinor: number): string =>
    currency === null ? '' : sayMoney(amountMinor, { currency, decimals }, place.locale);
  const words = periodWords(period, place);
  return (
    <Section title={`Statement, ${words}`} level={3}>
      <p className="subtle">
        {current ? 'The period goes on: what is counted so far. ' : ''}
        {feeMinor === null
          ? 'Shares are of a fee that is agreed elsewhere.'
          : `Shares are of the fee of ${money(feeMinor)}. Amounts are rounded for each line; what is owed is rounded once.`}
      </p>
      <div className="wide" role="region" aria-label={`Lines of the statement, ${words}`} tabIndex={0}>
        <table className="statement">
          <caption className="visually-hidden">Credit statement, {words}</caption>
          <thead>
            <tr>
              <th scope="col">Reckoning</th>
              <th scope="col">Share of the fee</th>
              {currency !== null && <th scope="col">Amount</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ text, share, amountMinor, kind }, index) => (
              <tr key={index} className={`line-${kind}`}>
                <th scope="row" dir="auto">
                  {text}
                </th>
                <td>{share === null ? '' : sayExactShare(share)}</td>
                {currency !== null && <td>{amountMinor === null ? '' : money(amountMinor)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="behind no-print" aria-label={`Tickets behind the statement, ${words}`}>
        {period.measures.map(({ measureId, name, counts: { met, breached } }) => {
          const query = { agreementId, measureId, ...daysOf(period, place) };
          return (
            <li key={measureId}>
              <span dir="auto">{name}</span>:{' '}
              <DrillNumber
                count={breached}
                title={`${name}: breached`}
                query={query}
                drill={{ verdict: 'breached' }}
              />{' '}
              breached,{' '}
              <DrillNumber count={met} title={`${name}: met`} query={query} drill={{ verdict: 'met' }} /> met
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The first and the last day of a period. */
function daysOf({ start, end }: CreditPeriod, { timeZone }: Place): { from: string; to: string } {
  const [from = '', to = ''] = [start, end - 1].map((at) => localTimeValue(at, timeZone).slice(0, 10));
  return { from, to };
}
