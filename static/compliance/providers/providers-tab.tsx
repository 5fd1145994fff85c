import type { ProviderComparison } from '../../../src/contract/money';
import { Blank } from '../../ui/blank';
import { Button } from '../../ui/button';
import { IntervalChart } from '../../ui/chart/interval-chart';
import { download } from '../../ui/download';
import { Loading } from '../../ui/loading';
import { usePlace } from '../../ui/place-context';
import { Refused } from '../../ui/refused';
import { useAnswer } from '../../ui/use-answer';
import { figureRefusal } from '../refusal-words';
import { TabBar } from '../tab-bar';
import type { TabProps } from '../tab-props';
import { ProviderTable } from './provider-table';
import { providersCsv } from './providers-csv';
import { TryOffer } from './try-offer';

/** Agreements of all projects one may see, side by side on one measure: reached, adjusted, times and cost. */
export function ProvidersTab({ query, choices }: TabProps) {
  const { from, to, measureId } = query;
  const payload = measureId === undefined ? { from, to } : { from, to, measureId };
  const { answer, again } = useAnswer('compareProviders', payload);
  const view = answer.kind === 'shown' ? answer.value : null;
  return (
    <>
      <TabBar period={{ choices, query }} asOf={view?.asOf ?? null} onRefresh={again}>
        <Button
          aria-disabled={view === null}
          onClick={() =>
            view && download(`providers-${view.measureId}-${from}-${to}.csv`, providersCsv(view), 'text/csv')
          }
        >
          Export CSV
        </Button>
      </TabBar>
      {answer.kind === 'loading' && <Loading label="Comparing providers" pieces={3} />}
      {answer.kind === 'refused' && (
        <Refused failure={answer.failure} words={figureRefusal} onAgain={again} />
      )}
      {view && <Comparison view={view} choices={choices} query={query} />}
    </>
  );
}

interface ComparisonProps extends Pick<TabProps, 'choices' | 'query'> {
  readonly view: ProviderComparison;
}

function Comparison({ view, choices, query }: ComparisonProps) {
  const { locale } = usePlace();
  const { providers, measureName } = view;
  if (providers.every(({ cases }) => cases === 0))
    return (
      <Blank title="Nothing to compare in this period">
        No verdict fell in these days under an agreement that you may see. Choose a longer period.
      </Blank>
    );
  return (
    <div className="measure-report">
      <section className="report-section" aria-labelledby="compared">
        <h2 id="compared">{measureName}, side by side</h2>
        <p className="subtle">
          Of all agreements you may see, in any project; of the filters above, the period and the measure
          count. A range says where the share lies with 95 % confidence.
        </p>
        <IntervalChart
          name={measureName}
          rows={providers.map(
            ({ projectId, agreementId, provider, projectKey, counts, range, adjusted, target }) => ({
              key: `${projectId} ${agreementId}`,
              name: `${provider} · ${projectKey}`,
              raw: range === null || counts.share === null ? null : { share: counts.share, ...range },
              adjusted,
              target,
            }),
          )}
        />
        <p>{view.adjustment}</p>
      </section>
      <section className="report-section" aria-labelledby="figures-of-each">
        <h2 id="figures-of-each">Figures of each</h2>
        <ProviderTable
          providers={providers}
          projectKey={choices.projectKey}
          query={{ from: query.from, to: query.to, measureId: view.measureId }}
          locale={locale}
        />
        {providers.map(
          ({ projectId, agreementId, agreementName, onlyFirst }) =>
            onlyFirst !== null && (
              <p key={`${projectId} ${agreementId}`}>
                Too many clocks of <span dir="auto">{agreementName}</span> are late and run on to reckon with
                all of them: its credits cover only the first {onlyFirst.toLocaleString(locale)}. More may be
                owed, and its cost be less.
              </p>
            ),
        )}
        <p className="subtle">
          Cost per resolved ticket: the fee of the days compared, less credits, by the tickets that were
          resolved in them.
        </p>
      </section>
      <TryOffer choices={choices} measureId={view.measureId} />
    </div>
  );
}
