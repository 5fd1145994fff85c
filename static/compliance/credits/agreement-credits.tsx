import { useId } from 'react';
import type { ComplianceChoices } from '../../../src/contract/compliance';
import type { CreditsView } from '../../../src/contract/money';
import { Blank } from '../../ui/blank';
import { Button } from '../../ui/button';
import { download } from '../../ui/download';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { placeIn } from '../../ui/place';
import { usePlace } from '../../ui/place-context';
import { Refused } from '../../ui/refused';
import { sayMoment } from '../../ui/say-date';
import { sayZone } from '../../ui/say-instant';
import { useAnswer } from '../../ui/use-answer';
import { figureRefusal } from '../refusal-words';
import { creditsCsv } from './credits-csv';
import { Exposure } from './exposure';
import { PeriodTable } from './period-table';
import { sayOnlyFirst } from './say-only-first';
import { Statement } from './statement';

interface Props {
  readonly agreement: ComplianceChoices['agreements'][number];
  /** Start of the period whose statement is read; null = the current one. */
  readonly period: number | null;
  readonly onPeriod: (start: number) => void;
}

/** The credits of one agreement, on the provider's clocks. */
export function AgreementCredits({ agreement, period, onPeriod }: Props) {
  const { agreementId, name, timeZone, provider, customer } = agreement;
  const place = placeIn(usePlace(), timeZone);
  const { answer, again } = useAnswer('readCredits', { agreementId });
  const id = useId();
  const view = answer.kind === 'shown' ? answer.value : null;
  const asOf = view?.exposure?.asOf;
  return (
    <section className="report-section" aria-labelledby={id}>
      <div className="row">
        <h2 id={id} dir="auto">
          {name}
        </h2>
        <div className="row no-print">
          <Button onClick={again}>
            Refresh<span className="visually-hidden">, {name}</span>
          </Button>
          {view !== null && view.periods.length > 0 && (
            <Button
              onClick={() => download(`credits-${agreementId}.csv`, creditsCsv(view, place), 'text/csv')}
            >
              Export CSV<span className="visually-hidden">, {name}</span>
            </Button>
          )}
        </div>
      </div>
      <p className="subtle" dir="auto">
        Owed by {provider} to {customer}. Days in {sayZone(timeZone, asOf ?? Date.now())}.
        {asOf !== undefined && ` As of ${sayMoment(asOf, place)}.`} Tickets of a security level that you may
        not see are in none of the figures.
      </p>
      {answer.kind === 'loading' && <Loading label={`Loading credits of ${name}`} />}
      {answer.kind === 'refused' && (
        <Refused failure={answer.failure} words={figureRefusal} onAgain={again} />
      )}
      {view !== null && <Credits view={view} place={place} period={period} onPeriod={onPeriod} />}
    </section>
  );
}

interface CreditsProps extends Pick<Props, 'period' | 'onPeriod'> {
  readonly view: CreditsView;
  readonly place: ReturnType<typeof usePlace>;
}

function Credits({ view, place, period, onPeriod }: CreditsProps) {
  const { periods, exposure, onlyFirst } = view;
  const shown = periods.find(({ start }) => start === period) ?? periods[0];
  if (!shown) return <Blank title="No period has been reckoned yet" level={3} />;
  return (
    <>
      {onlyFirst !== null && <Notice tone="warning">{sayOnlyFirst(onlyFirst, place.locale)}</Notice>}
      {exposure && view.currency !== null && (
        <Exposure
          exposure={exposure}
          money={{ currency: view.currency, decimals: view.decimals }}
          place={place}
        />
      )}
      <Statement view={view} period={shown} place={place} />
      <PeriodTable view={view} shown={shown} place={place} onPeriod={onPeriod} />
    </>
  );
}
