import { useState } from 'react';
import type { AgreementList, AgreementSummary } from '../../src/contract/agreement';
import { AgreementBadge } from '../ui/agreement-badge';
import { kindOfAgreement } from '../ui/agreement-words';
import { AttainmentBar } from '../ui/attainment-bar';
import { Button } from '../ui/button';
import { Loading } from '../ui/loading';
import { placeIn } from '../ui/place';
import { usePlace } from '../ui/place-context';
import { Refused, type RefusalWords } from '../ui/refused';
import { sayDate } from '../ui/say-date';
import { useAnswer } from '../ui/use-answer';
import { AgreementChips } from './agreement-chips';
import { AgreementDialogs } from './agreement-dialogs';
import { AgreementMenu, type AgreementDialog } from './agreement-menu';
import { FirstAgreement } from './first-agreement';
import { Link, useGo } from './navigation';
import { Page } from './page';
import { useScreen } from './screen';

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
  const go = useGo();
  const { kind } = useScreen();
  const some = answer.kind === 'shown' && answer.value.agreements.length > 0;
  return (
    <Page
      title="Service level agreements"
      actions={
        kind === 'settings' &&
        some && (
          <Button look="primary" onClick={() => go({ page: 'new' })}>
            Create agreement
          </Button>
        )
      }
    >
      {answer.kind === 'loading' && <Loading label="Loading agreements" />}
      {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
      {answer.kind === 'shown' && some && <AgreementTable list={answer.value} onChanged={again} />}
      {answer.kind === 'shown' && !some && <FirstAgreement />}
    </Page>
  );
}

const columns = ['Agreement', 'Kind', 'Parties', 'State', 'In force', 'Attainment so far'];

function AgreementTable({
  list,
  onChanged,
}: {
  readonly list: AgreementList;
  readonly onChanged: () => void;
}) {
  const [asked, setAsked] = useState<{ dialog: AgreementDialog; agreement: AgreementSummary } | null>(null);
  return (
    <>
      {/* The roles are said, because narrow screens lay the table out as cards. */}
      <table className="plain-table cards" role="table">
        <caption className="visually-hidden">Agreements of {list.projectName}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {column}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {list.agreements.map((agreement) => (
            <AgreementRow
              key={agreement.agreementId}
              agreement={agreement}
              onDialog={(dialog) => setAsked({ dialog, agreement })}
            />
          ))}
        </tbody>
      </table>
      {asked && <AgreementDialogs {...asked} onClose={() => setAsked(null)} onDone={onChanged} />}
    </>
  );
}

function AgreementRow({
  agreement,
  onDialog,
}: {
  readonly agreement: AgreementSummary;
  readonly onDialog: (dialog: AgreementDialog) => void;
}) {
  const place = usePlace();
  const { agreementId, name, kind, provider, customer, state, version, effectiveFrom, attainment, hasGoal } =
    agreement;
  return (
    <tr role="row">
      <td role="cell" className="card-head">
        <Link to={{ page: 'agreement', agreementId }} className="strong" dir="auto">
          {name}
        </Link>
        <span className="chips">
          <AgreementChips agreement={agreement} />
        </span>
      </td>
      <td role="cell" data-label="Kind">
        {kindOfAgreement(kind)}
      </td>
      <td role="cell" data-label="Parties">
        <span className="two-lines">
          <span dir="auto">{provider}</span>
          <span className="subtle" dir="auto">
            for {customer}
          </span>
        </span>
      </td>
      <td role="cell" data-label="State">
        <AgreementBadge state={state} />
      </td>
      <td role="cell" data-label="In force">
        {version === null || effectiveFrom === null ? (
          <span className="subtle">Not yet</span>
        ) : (
          <span className="two-lines">
            <span>Version {version}</span>
            <span className="subtle">since {sayDate(effectiveFrom, placeIn(place, agreement.timeZone))}</span>
          </span>
        )}
      </td>
      <td role="cell" data-label="Attainment so far">
        <AttainmentBar of={attainment} hasGoal={hasGoal} name={`Attainment of ${name}`} />
      </td>
      <td role="cell" className="card-menu">
        <AgreementMenu agreement={agreement} onDialog={onDialog} />
      </td>
    </tr>
  );
}
