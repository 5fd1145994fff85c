import type { ReportTimeliness, ServiceReportList } from '../../../src/contract/service-report';
import { Blank } from '../../ui/blank';
import { Loading } from '../../ui/loading';
import { Refused } from '../../ui/refused';
import { sayShare } from '../../ui/say-share';
import { ReportPage } from '../../ui/service-report/report-page';
import { ReportTable } from './report-table';
import { useAnswer } from '../../ui/use-answer';
import { figureRefusal } from '../refusal-words';
import { Section } from '../section';
import { TabBar } from '../tab-bar';
import type { TabProps } from '../tab-props';
import { OpenPeriods } from './open-periods';
import { ReportProof } from './report-proof';

/** The service reports of a project: what was promised and given account of, period by period. */
export function ReportsTab({ query, below, navigate }: TabProps) {
  const [agreementId, periodStart] = below;
  if (agreementId !== undefined && periodStart !== undefined) {
    const report = { agreementId, periodStart: Number(periodStart) };
    return (
      <ReportPage report={report} onBack={() => navigate({ below: [] })}>
        <div className="no-print">
          <ReportProof report={report} />
        </div>
      </ReportPage>
    );
  }
  return <Reports agreementId={query.agreementId ?? null} navigate={navigate} />;
}

interface Props extends Pick<TabProps, 'navigate'> {
  /** null = of all. */
  readonly agreementId: string | null;
}

function Reports({ agreementId, navigate }: Props) {
  const { answer, again } = useAnswer('listReports', undefined);
  const open = (id: string, start: number): void => navigate({ below: [id, String(start)] });
  if (answer.kind === 'loading') return <Loading label="Loading service reports" />;
  if (answer.kind === 'refused')
    return <Refused failure={answer.failure} words={figureRefusal} onAgain={again} />;
  const list = narrowed(answer.value, agreementId);
  return (
    <>
      <TabBar asOf={list.asOf} onRefresh={again} />
      {list.reports.length === 0 ? (
        <Blank title="No service report yet">
          {list.agreements.length === 0
            ? 'No agreement promises one. How often it is written, by whom and for whom is part of the agreement.'
            : 'The first one is drafted by itself when the current period has ended.'}
        </Blank>
      ) : (
        <Section title="Service reports">
          <p className="subtle">{timelinessWords(list.timeliness)}</p>
          <ReportTable reports={list.reports} onOpen={(one) => open(one.agreementId, one.start)} />
        </Section>
      )}
      {list.agreements.map((agreement) => (
        <OpenPeriods
          key={agreement.id}
          agreement={agreement}
          onDrafted={(start) => open(agreement.id, start)}
        />
      ))}
    </>
  );
}

function narrowed(list: ServiceReportList, agreementId: string | null): ServiceReportList {
  if (agreementId === null) return list;
  return {
    ...list,
    reports: list.reports.filter((one) => one.agreementId === agreementId),
    timeliness: list.timeliness.filter((one) => one.agreementId === agreementId),
    agreements: list.agreements.filter(({ id }) => id === agreementId),
  };
}

/** A late report is a broken promise, too. */
function timelinessWords(timeliness: readonly ReportTimeliness[]): string {
  const met = timeliness.reduce((sum, { counts }) => sum + counts.met, 0);
  const counted = timeliness.reduce((sum, { counts }) => sum + counts.met + counts.breached, 0);
  if (counted === 0) return 'None has been due yet.';
  return `${met} of ${counted} were delivered in time (${sayShare(met / counted)}).`;
}
