import { Blank } from '../ui/blank';
import { Loading } from '../ui/loading';
import { Refused, type RefusalWords } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { Link } from './navigation';
import { Page } from './page';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: {
    title: 'You can’t see the agreements of this project',
    text: 'Ask a project admin for access.',
  },
  failed: 'The agreements could not be loaded',
};

/** The agreements of the project. */
export function Agreements() {
  const { answer, again } = useAnswer('listAgreements', undefined);
  return (
    <Page title="Service level agreements">
      {answer.kind === 'loading' && <Loading label="Loading agreements" />}
      {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
      {answer.kind === 'shown' && answer.value.agreements.length === 0 && (
        <Blank title="No agreement in this project yet" />
      )}
      {answer.kind === 'shown' && (
        <ul>
          {answer.value.agreements.map(({ agreementId, name }) => (
            <li key={agreementId}>
              <Link to={{ page: 'agreement', agreementId }}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
