import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';
import type { PortalAgreement } from '../../src/contract/portal';
import type { ServiceReportSummary } from '../../src/contract/service-report';
import { viewerPlace } from '../ui/place';
import { PlaceContext } from '../ui/place-context';
import { ReportPage } from '../ui/service-report/report-page';
import { AgreementPage } from './agreement-page';
import { MyAgreements } from './my-agreements';
import { MyReports } from './my-reports';

/** The agreements that bind a customer: all of them, or the one that was opened. */
export function App() {
  const [place, setPlace] = useState(() => viewerPlace(undefined, undefined));
  const [opened, setOpened] = useState<PortalAgreement | null>(null);
  const [report, setReport] = useState<ServiceReportSummary | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    view.getContext().then(
      (context) => setPlace(viewerPlace(context.locale, context.timezone)),
      () => undefined,
    );
  }, []);
  return (
    <PlaceContext.Provider value={place}>
      <main tabIndex={-1}>
        {report ? (
          <ReportPage
            report={{
              projectId: report.projectId,
              agreementId: report.agreementId,
              periodStart: report.start,
            }}
            level={1}
            onBack={() => setReport(null)}
          />
        ) : opened ? (
          <AgreementPage
            projectId={opened.projectId}
            agreementId={opened.agreementId}
            name={opened.name}
            onBack={() => {
              setLeft(`${opened.projectId} ${opened.agreementId}`);
              setOpened(null);
            }}
          />
        ) : (
          <>
            <MyAgreements left={left} onOpen={setOpened} />
            <MyReports onOpen={setReport} />
          </>
        )}
      </main>
    </PlaceContext.Provider>
  );
}
