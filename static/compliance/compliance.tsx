import { Blank } from '../ui/blank';
import { Loading } from '../ui/loading';
import { Refused, type RefusalWords } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { DrillProvider } from './drill';
import { FilterBar } from './filter-bar';
import { useNavigation } from './navigation';
import { PageHead } from './page-head';
import { PageOf } from './page-of';
import { TabNav } from './tab-nav';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: {
    title: 'You can’t see the figures of this project',
    text: 'Ask a project admin for access to the project.',
  },
  failed: 'Compliance could not be loaded',
};

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
        {answer.kind === 'shown' && answer.value.agreements.length === 0 && (
          <Blank title="No agreement is in force yet" level={1}>
            Figures appear here once a service level agreement of this project is in force. Project admins
            write agreements in the project settings, under Service level agreements.
          </Blank>
        )}
        {answer.kind === 'shown' && answer.value.agreements.length > 0 && (
          <DrillProvider choices={answer.value}>
            <PageHead choices={answer.value} />
            <FilterBar choices={answer.value} />
            <PageOf key={address.page} choices={answer.value} />
          </DrillProvider>
        )}
      </main>
    </>
  );
}
