import type { ComplianceView } from '../../src/contract/compliance';
import { Blank } from '../ui/blank';
import { Button } from '../ui/button';
import { download } from '../ui/download';
import { Loading } from '../ui/loading';
import { isOnlyTold } from '../ui/no-promise';
import { Refused } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { complianceCsv } from './compliance-csv';
import { DrillNumber } from './drill';
import { FigureCheck } from './figure-check';
import { GrainChoice } from './grain-choice';
import { MeasureCard } from './measure-card';
import { Link } from './navigation';
import { figureRefusal } from './refusal-words';
import { standingOf } from './share-words';
import { TabBar } from './tab-bar';
import type { TabProps } from './tab-props';
import { Watermelon } from './watermelon';

/** How each promise is kept, now and over time. */
export function OverviewTab({ choices, query, grain, navigate }: TabProps) {
  const { answer, again } = useAnswer('readCompliance', { query, grain });
  const view = answer.kind === 'shown' ? answer.value : null;
  return (
    <>
      <TabBar period={{ choices, query }} asOf={view?.asOf ?? null} onRefresh={again}>
        <Button
          aria-disabled={view === null}
          onClick={() =>
            view &&
            download(
              `compliance-${choices.projectKey.toLowerCase()}-${query.from}-${query.to}.csv`,
              complianceCsv(view),
              'text/csv',
            )
          }
        >
          Export CSV
        </Button>
      </TabBar>
      {answer.kind === 'loading' && <Loading label="Loading figures" pieces={3} />}
      {answer.kind === 'refused' && (
        <Refused failure={answer.failure} words={figureRefusal} onAgain={again} />
      )}
      {view && <Figures view={view} grain={grain} navigate={navigate} choices={choices} />}
      {view && choices.mayAdminister && <FigureCheck />}
    </>
  );
}

interface FiguresProps extends Pick<TabProps, 'choices' | 'grain' | 'navigate'> {
  readonly view: ComplianceView;
}

function Figures({ view, grain, navigate, choices }: FiguresProps) {
  const agreements = choices.agreements
    .map((agreement) => ({
      ...agreement,
      measured: view.measures.filter(({ agreementId }) => agreementId === agreement.agreementId),
    }))
    .filter(({ measured }) => measured.length > 0);
  if (agreements.length === 0)
    return (
      <Blank title="No measure matches the filters">
        The agreements that are in force have no measure of that name. Clear the filters to see all.
      </Blank>
    );
  const counted = view.measures.some(
    (measure) => isOnlyTold(measure) || measure.net.share !== null || measure.gross.share !== null,
  );
  return (
    <>
      <Sums view={view} />
      <Watermelon signs={view.watermelon} query={view.query} />
      {!counted && (
        <Blank title="Nothing was decided in this period">
          A cycle counts on the day its verdict falls: when it stops, or when it breaches. Choose a longer
          period, or fewer filters.
        </Blank>
      )}
      {counted && (
        <>
          <GrainChoice grain={grain} navigate={navigate} />
          {agreements.map(({ agreementId, name, provider, customer, measured }) => (
            <section key={agreementId} className="agreement-figures" aria-labelledby={`of-${agreementId}`}>
              <div className="two-lines">
                <h2 id={`of-${agreementId}`} dir="auto">
                  {name}
                </h2>
                <p className="subtle" dir="auto">
                  {provider} for {customer}
                </p>
              </div>
              <div className="measure-cards">
                {measured.map((measure) => (
                  <MeasureCard key={measure.measureId} measure={measure} query={view.query} grain={grain} />
                ))}
              </div>
            </section>
          ))}
        </>
      )}
    </>
  );
}

/** The page in four numbers. */
function Sums({ view }: { readonly view: ComplianceView }) {
  const judged = view.measures
    .map(standingOf)
    .filter((standing) => standing === 'on-target' || standing === 'below-target');
  const kept = judged.filter((standing) => standing === 'on-target').length;
  const breached = view.measures.reduce((sum, { net }) => sum + net.breached, 0);
  return (
    <dl className="sums">
      <div>
        <dt>Measures on target</dt>
        <dd>{judged.length === 0 ? '–' : `${kept} of ${judged.length}`}</dd>
      </div>
      <div>
        <dt>Breaches in the period</dt>
        <dd>
          <DrillNumber
            count={breached}
            title="Breaches in the period"
            query={view.query}
            drill={{ verdict: 'breached' }}
          />
        </dd>
      </div>
      <div>
        <dt>Late and still open</dt>
        <dd>
          <Count count={view.ongoingBreached} />
        </dd>
      </div>
      <div>
        <dt>At risk now</dt>
        <dd>
          <Count count={view.atRisk} />
        </dd>
      </div>
    </dl>
  );
}

/** A number that leads to the list of what is open. */
function Count({ count }: { readonly count: number }) {
  const said = count.toLocaleString('en');
  return count === 0 ? (
    <>{said}</>
  ) : (
    <Link to={{ page: 'at-risk', below: [] }}>
      {said}
      <span className="visually-hidden"> tickets, see the list</span>
    </Link>
  );
}
