import type { ComplianceQuery, HolderTime, MeasureReport } from '../../src/contract/compliance';
import { Blank } from '../ui/blank';
import { cellName, HeatMap } from '../ui/chart/heat-map';
import { HolderBar } from '../ui/chart/holder-bar';
import { holderWord } from '../ui/chart/holder-words';
import { sayTimeSpan } from '../ui/chart/time-span-words';
import { TimesChart } from '../ui/chart/times-chart';
import { sayDuration } from '../ui/duration';
import { Loading } from '../ui/loading';
import { isOnlyTold, NO_PROMISE } from '../ui/no-promise';
import { usePlace } from '../ui/place-context';
import { Refused } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { ClauseTable } from './clause-table';
import { useDrill } from './drill';
import { ExportButton } from './export-button';
import { GrainChoice } from './grain-choice';
import { MeasureFigures } from './measure-figures';
import { MeasureTrend } from './measure-trend';
import { Link } from './navigation';
import { figureRefusal } from './refusal-words';
import { Section } from './section';
import { standingOf } from './share-words';
import { StandingBadge } from './standing-badge';
import { TabBar } from './tab-bar';
import type { TabProps } from './tab-props';
import { ticketsOf } from './ticket-list';
import { ticketsCsv } from './tickets-csv';

/** Everything about one measure of one agreement. */
export function MeasurePage(props: TabProps) {
  const { choices, query } = props;
  const having = choices.agreements.filter(
    ({ agreementId, measures }) =>
      (query.agreementId === undefined || agreementId === query.agreementId) &&
      measures.some(({ id }) => id === query.measureId),
  );
  const [only] = having;
  if (only && having.length === 1)
    return <Report {...props} query={{ ...query, agreementId: only.agreementId }} />;
  return (
    <Blank
      title={having.length === 0 ? 'Choose a measure' : 'Of which agreement?'}
      action={having.length === 0 && <Link to={{ page: 'overview', below: [] }}>To the overview</Link>}
    >
      {having.length === 0 ? (
        'The address names no measure of this project.'
      ) : (
        <ul>
          {having.map(({ agreementId, name }) => (
            <li key={agreementId}>
              <Link to={{ filters: { agreementId } }}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </Blank>
  );
}

function Report({ choices, query, grain, navigate }: TabProps) {
  const { answer, again } = useAnswer('readMeasureReport', { query, grain });
  return (
    <>
      <TabBar
        period={{ choices, query }}
        asOf={answer.kind === 'shown' ? answer.value.asOf : null}
        onRefresh={again}
      >
        <ExportButton
          key={JSON.stringify(query)}
          fileName={`${query.measureId}-${choices.projectKey.toLowerCase()}-${query.from}-${query.to}.csv`}
          ask={ticketsOf(query, {})}
          toCsv={ticketsCsv}
        />
      </TabBar>
      {answer.kind === 'loading' && <Loading label="Loading the measure" pieces={3} />}
      {answer.kind === 'refused' && (
        <Refused failure={answer.failure} words={figureRefusal} onAgain={again} />
      )}
      {answer.kind === 'shown' && (
        <div className="measure-report">
          <Section title="Attainment" beside={<StandingBadge standing={standingOf(answer.value.measure)} />}>
            {isOnlyTold(answer.value.measure) ? (
              <p>{NO_PROMISE}</p>
            ) : (
              <div className="attainment-and-trend">
                <MeasureFigures measure={answer.value.measure} query={query} />
                <div>
                  <GrainChoice grain={grain} navigate={navigate} />
                  <MeasureTrend measure={answer.value.measure} query={query} grain={grain} height={220} />
                </div>
              </div>
            )}
          </Section>
          <Times report={answer.value} query={query} />
          {!isOnlyTold(answer.value.measure) && <Heat report={answer.value} query={query} />}
          <Holders report={answer.value} query={query} />
          <Section title="What exclusions took out">
            <ClauseTable
              measure={answer.value.measure}
              clauses={answer.value.exclusions.clauses}
              query={query}
            />
          </Section>
        </div>
      )}
    </>
  );
}

interface PartProps {
  readonly report: MeasureReport;
  readonly query: ComplianceQuery;
}

function Times({ report: { measure, times }, query }: PartProps) {
  const open = useDrill();
  const said = (ms: number | null): string => (ms === null ? '–' : sayDuration(ms));
  return (
    <Section title="How long it took">
      {times.cases === 0 ? (
        <p className="subtle">Nothing stopped in this period.</p>
      ) : (
        <>
          <p>
            Of {times.cases.toLocaleString('en')} {times.cases === 1 ? 'cycle' : 'cycles'} that stopped in
            this period, whatever was promised of them, half took no more than {said(times.p50)} of working
            time, nine in ten no more than {said(times.p90)}, 95 in a hundred no more than {said(times.p95)}.
            The mean is {said(times.mean)}.
          </p>
          <TimesChart
            name={measure.name}
            times={times}
            onOpen={(bin) =>
              open({
                title: `${measure.name}: ${sayTimeSpan(bin)}`,
                query,
                drill: { times: { from: bin.from, to: bin.to } },
              })
            }
          />
        </>
      )}
    </Section>
  );
}

function Heat({ report: { measure, heat }, query }: PartProps) {
  const { locale } = usePlace();
  const open = useDrill();
  return (
    <Section title="When it breached">
      {heat.every((hours) => hours.every((count) => count === 0)) ? (
        <p className="subtle">No breach in this period.</p>
      ) : (
        <>
          <p className="subtle">Breaches by weekday and hour, on the provider’s clocks.</p>
          <HeatMap
            label={`Breaches of ${measure.name} by weekday and hour`}
            heat={heat}
            locale={locale}
            onOpen={(cell) =>
              open({
                title: `${measure.name}: breached in the hour of ${cellName(cell, locale)}`,
                query,
                drill: { verdict: 'breached', cell },
              })
            }
          />
        </>
      )}
    </Section>
  );
}

function Holders({ report: { measure, holders }, query }: PartProps) {
  const open = useDrill();
  return (
    <Section title="Who had the tickets">
      {holders.length === 0 ? (
        <p className="subtle">Nothing was held in this period.</p>
      ) : (
        <>
          <p className="subtle">
            Working time of the calendar, paused or not, of the cycles decided in this period. While a ticket
            waits for somebody, it is theirs.
          </p>
          <HolderBar
            name={measure.name}
            holders={holders}
            onOpen={(holder) =>
              open({
                title: `${measure.name}: ${withWhom(holder)}`,
                query,
                drill: { holder: { kind: holder.kind, id: holder.id } },
              })
            }
          />
        </>
      )}
    </Section>
  );
}

function withWhom({ kind, name }: HolderTime): string {
  return kind === 'unassigned' ? 'without an assignee' : `with ${name || holderWord(kind)}`;
}
