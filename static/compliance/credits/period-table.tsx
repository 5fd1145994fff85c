import type { ComplianceQuery, Drill } from '../../../src/contract/compliance';
import type { CreditPeriod, CreditsView } from '../../../src/contract/money';
import type { Place } from '../../ui/place';
import { dateValue } from '../../ui/say-date';
import { sayExactShare, sayMoney } from '../../ui/say-money';
import { sayShare } from '../../ui/say-share';
import { DrillNumber } from '../drill';
import { Section } from '../section';
import { periodWords } from './period-words';

interface Props {
  readonly view: CreditsView;
  readonly shown: CreditPeriod;
  readonly place: Place;
  readonly onPeriod: (start: number) => void;
}

/** Every period with what it cost and how its measures were kept; each leads to its statement. */
export function PeriodTable({ view, shown, place, onPeriod }: Props) {
  const { periods, currency, decimals } = view;
  const names = [
    ...new Map(periods.flatMap(({ measures }) => measures.map((one) => [one.measureId, one.name]))),
  ];
  const owed = ({ owedMinor, owedShare }: CreditPeriod): string =>
    owedMinor === null || currency === null
      ? `${sayExactShare(owedShare)} of the fee`
      : sayMoney(owedMinor, { currency, decimals }, place.locale);
  return (
    <Section title="Periods" level={3}>
      <div className="wide" role="region" aria-label="Owed, period by period" tabIndex={0}>
        <table className="numbers">
          <caption className="visually-hidden">What was owed, period by period</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col">Owed</th>
              {names.map(([measureId, name]) => (
                <th key={measureId} scope="col" dir="auto">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.start}>
                <th scope="row">
                  <button
                    type="button"
                    className="figure-link"
                    aria-current={period.start === shown.start ? 'true' : undefined}
                    onClick={() => onPeriod(period.start)}
                  >
                    {periodWords(period, place)}
                  </button>
                  {period.current && <span className="subtle"> so far</span>}
                </th>
                <td>
                  {owed(period)}
                  {period.capped && <span className="subtle"> capped</span>}
                </td>
                {names.map(([measureId]) => (
                  <td key={measureId}>
                    <Kept
                      measure={period.measures.find((one) => one.measureId === measureId)}
                      query={{ ...daysOf(period, place), agreementId: view.agreementId }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** First and last day of a period on the provider's clocks. */
const daysOf = ({ start, end }: CreditPeriod, { timeZone }: Place) => ({
  from: dateValue(start, timeZone),
  to: dateValue(end - 1, timeZone),
});

interface KeptProps {
  readonly measure: CreditPeriod['measures'][number] | undefined;
  readonly query: ComplianceQuery;
}

function Kept({ measure, query }: KeptProps) {
  if (!measure || measure.counts.share === null) return <span className="subtle">nothing counted</span>;
  const { met, breached, share } = measure.counts;
  const { measureId, name } = measure;
  const number = (count: number, what: string, drill: Drill) => (
    <DrillNumber count={count} title={`${name}: ${what}`} query={{ ...query, measureId }} drill={drill} />
  );
  return (
    <>
      {sayShare(share)}{' '}
      <span className="subtle together">
        {number(met, 'met', { verdict: 'met' })} of{' '}
        {number(met + breached, 'met and breached', { verdict: 'counted' })}
      </span>
      {measure.waived !== null && <span className="subtle"> · {measure.waived}</span>}
    </>
  );
}
