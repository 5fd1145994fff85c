import { useState } from 'react';
import type { AgreementView } from '../../src/contract/agreement';
import { AgreementBadge } from '../ui/agreement-badge';
import { AgreementReading } from '../ui/agreement-reading';
import { kindOfAgreement } from '../ui/agreement-words';
import { Button } from '../ui/button';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { Refused, type RefusalWords } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { AgreementChips } from './agreement-chips';
import { AgreementDialogs } from './agreement-dialogs';
import { AgreementMenu, type AgreementDialog } from './agreement-menu';
import { DraftReading } from './draft-reading';
import { exportPage } from './export-agreement';
import { MeasureAttainment } from './measure-attainment';
import { Link, useGo } from './navigation';
import { Page } from './page';
import { ProposalPanel } from './proposal-panel';
import { ProposeDialog } from './propose-dialog';
import { useScreen } from './screen';
import { VersionList } from './version-list';

const refusal: RefusalWords = {
  notFound: { title: 'Agreement not found', text: 'It was deleted, or you may not see it.' },
  forbidden: { title: 'You can’t see this agreement', text: 'Ask a project admin for access.' },
  failed: 'The agreement could not be loaded',
};

interface Props {
  readonly agreementId: string;
  readonly version?: number;
}

/** One agreement: its text, its signatures, its versions, and what can be done with it. */
export function AgreementPage({ agreementId, version }: Props) {
  const { answer, again } = useAnswer('readAgreement', {
    agreementId,
    ...(version === undefined ? {} : { version }),
  });
  const agreement = answer.kind === 'shown' ? answer.value : null;
  return (
    <Page
      title={agreement?.name ?? 'Agreement'}
      above={[{ text: 'Service level agreements', to: { page: 'agreements' } }]}
      beside={agreement && <AgreementBadge state={agreement.state} />}
      actions={agreement && <Actions agreement={agreement} version={version} onChanged={again} />}
    >
      {answer.kind === 'loading' && <Loading label="Loading the agreement" pieces={3} />}
      {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
      {agreement && <Agreement agreement={agreement} version={version} onChanged={again} />}
    </Page>
  );
}

interface Shown {
  readonly agreement: AgreementView;
  readonly version: number | undefined;
  readonly onChanged: () => void;
}

function Actions({ agreement, version, onChanged }: Shown) {
  const go = useGo();
  const { kind } = useScreen();
  const [asked, setAsked] = useState<AgreementDialog | 'propose' | null>(null);
  const { agreementId, draft, proposal, shown } = agreement;
  const admin = kind === 'settings';
  const mayPropose = admin && draft !== null && proposal === null;
  return (
    <>
      {mayPropose && (
        <Button look="primary" onClick={() => setAsked('propose')}>
          Propose…
        </Button>
      )}
      {admin && (
        <Button
          look={mayPropose || proposal ? 'default' : 'primary'}
          onClick={() => go({ page: 'edit', agreementId })}
        >
          Edit
        </Button>
      )}
      {admin && draft && <Button onClick={() => go({ page: 'what-if', agreementId })}>What-if</Button>}
      {shown && <Button onClick={() => window.print()}>Print</Button>}
      <AgreementMenu
        agreement={agreement}
        onPage
        onDialog={setAsked}
        more={
          shown ? [{ text: 'Download as HTML', onClick: () => void exportPage(agreementId, version) }] : []
        }
      />
      {asked === 'propose' && (
        <ProposeDialog agreement={agreement} onClose={() => setAsked(null)} onDone={onChanged} />
      )}
      {asked !== null && asked !== 'propose' && (
        <AgreementDialogs
          dialog={asked}
          agreement={agreement}
          onClose={() => setAsked(null)}
          onDone={() => {
            // The draft was all there was of it.
            if (asked === 'discard' && agreement.state === 'draft') go({ page: 'agreements' });
            else onChanged();
          }}
        />
      )}
    </>
  );
}

function Agreement({ agreement, version, onChanged }: Shown) {
  const { agreementId, kind, provider, customer, shown, versions, measures, proposal } = agreement;
  const current = version === undefined || version === agreement.version;
  return (
    <>
      <p className="chips under-title">
        <span className="subtle">
          {kindOfAgreement(kind)} · <span dir="auto">{provider}</span> for <span dir="auto">{customer}</span>
        </span>
        <AgreementChips agreement={agreement} />
      </p>
      <div className="agreement-columns">
        <div className="agreement-text">
          {!current && (
            <Notice tone="information">
              You are reading version {version}.{' '}
              <Link to={{ page: 'agreement', agreementId }}>Read what is current</Link>
            </Notice>
          )}
          {shown?.what === 'proposal' && (
            <Notice tone="information">
              This is what is proposed. It is not in force yet.
              {agreement.version !== null && (
                <>
                  {' '}
                  <Link to={{ page: 'agreement', agreementId, version: agreement.version }}>
                    Read version {agreement.version}, which is in force
                  </Link>
                </>
              )}
            </Notice>
          )}
          {shown ? <AgreementReading text={shown.text} /> : <DraftReading agreementId={agreementId} />}
        </div>
        <aside className="agreement-aside" aria-label="Signatures, attainment and versions">
          {proposal && <ProposalPanel agreement={agreement} proposal={proposal} onChanged={onChanged} />}
          {measures.length > 0 && <MeasureAttainment measures={measures} />}
          {versions.length > 0 && <VersionList agreement={agreement} onChanged={onChanged} />}
        </aside>
      </div>
    </>
  );
}
