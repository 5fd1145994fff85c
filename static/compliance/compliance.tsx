import type { ComplianceChoices } from '../../src/contract/compliance';
import { Blank } from '../ui/blank';
import { Loading } from '../ui/loading';
import { Refused, type RefusalWords } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { DrillProvider } from './drill';
import { FilterBar } from './filter-bar';
import { useNavigation } from './navigation';
import { PageHead } from './page-head';
import { PageOf } from './page-of';
import { SettingsLink } from './settings-link';
import { TabNav } from './tab-nav';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: {
    title: 'You can’t see the figures of this project',
    text: 'Ask a project admin for access to the project.',
  },
  failed: 'Compliance could not be loaded',
};

function NoAgreement({ choices: { projectKey, mayAdminister } }: { readonly choices: ComplianceChoices }) {
  return (
    <Blank
      title="No agreement is in force yet"
      action={
        mayAdminister && (
          <SettingsLink projectKey={projectKey} path="/">
            Write an agreement
          </SettingsLink>
        )
      }
    >
      Figures appear here once a service level agreement of this project is in force. Project admins write
      agreements in the project settings, under Service level agreements.
    </Blank>
  );
}

/** The page around its tabs: navigation, title, filters. */
export function Compliance() {
  const { address } = useNavigation();
  const { answer, again } = useAnswer('readComplianceChoices', undefined);
  return (
    <>
      <TabNav />
      <main>
        {answer.kind !== 'shown' && <h1 className="visually-hidden">Compliance</h1>}
        {answer.kind === 'loading' && <Loading label="Loading compliance" />}
        {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
        {answer.kind === 'shown' && (
          <DrillProvider choices={answer.value}>
            <PageHead choices={answer.value} />
            {/* Providers are compared over all projects. */}
            {answer.value.agreements.length === 0 && address.page !== 'providers' ? (
              <NoAgreement choices={answer.value} />
            ) : (
              <>
                <FilterBar choices={answer.value} />
                <PageOf key={address.page} choices={answer.value} />
              </>
            )}
          </DrillProvider>
        )}
      </main>
    </>
  );
}
