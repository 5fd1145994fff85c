import type { CreditPeriod, CreditsView } from '../../../src/contract/money';
import type { Place } from '../../ui/place';
import { sayExactShare, sayMoney } from '../../ui/say-money';
import { sayShare } from '../../ui/say-share';
import { Section } from '../section';
import { periodWords } from './period-words';

interface Props {
  readonly view: CreditsView;
  readonly shown: CreditPeriod;
  readonly place: Place;
  readonly onPeriod: (start: number) => void;
}

/** Every period with what it cost and how its measures were kept; each leads to its statement. */
export function PeriodTable({ view: { periods, currency, decimals }, shown, place, onPeriod }: Props) {
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
                    <Kept measure={period.measures.find((one) => one.measureId === measureId)} />
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

function Kept({ measure }: { readonly measure: CreditPeriod['measures'][number] | undefined }) {
  if (!measure || measure.counts.share === null) return <span className="subtle">nothing counted</span>;
  const { met, breached, share } = measure.counts;
  return (
    <>
      {sayShare(share)}{' '}
      <span className="subtle">
        {met} of {met + breached}
      </span>
      {measure.waived !== null && <span className="subtle"> · {measure.waived}</span>}
    </>
  );
}
