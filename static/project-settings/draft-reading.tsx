import { useEffect, useState } from 'react';
import type { Result } from '../../src/contract';
import type { DraftCheck } from '../../src/contract/draft';
import { AgreementReading } from '../ui/agreement-reading';
import { Blank } from '../ui/blank';
import { call } from '../ui/call';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { Refused, type RefusalWords } from '../ui/refused';
import { Link } from './navigation';
import { useScreen } from './screen';

const refusal: RefusalWords = {
  notFound: { title: 'Draft not found', text: 'It was deleted meanwhile.' },
  forbidden: { title: 'Drafts are for project admins', text: 'Ask one of them to propose it.' },
  failed: 'The draft could not be loaded',
};

/** What a draft says that was never proposed, in plain language. */
export function DraftReading({ agreementId }: { readonly agreementId: string }) {
  const { kind } = useScreen();
  return kind === 'settings' ? (
    <AdminReading agreementId={agreementId} />
  ) : (
    <Blank title="Not proposed yet">There is nothing to read until a project admin proposes it.</Blank>
  );
}

function AdminReading({ agreementId }: { readonly agreementId: string }) {
  const [check, setCheck] = useState<Result<DraftCheck> | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let current = true;
    void (async () => {
      const draft = await call('readDraft', { agreementId });
      const result = draft.ok
        ? await call('checkDraft', { agreementId, content: { text: draft.value.text } })
        : draft;
      if (current) setCheck(result);
    })();
    return () => {
      current = false;
    };
  }, [agreementId, asked]);
  if (!check) return <Loading label="Loading the draft" />;
  if (!check.ok) return <Refused failure={check} words={refusal} onAgain={() => setAsked((n) => n + 1)} />;
  const { text, faults } = check.value;
  const toEditor = <Link to={{ page: 'edit', agreementId }}>Open the editor</Link>;
  return text ? (
    <>
      <Notice tone="information">
        This is a draft. Nothing is measured by it until it is proposed and signed.
      </Notice>
      <AgreementReading text={text} />
    </>
  ) : (
    <Blank title="This draft can’t be read as an agreement yet" action={toEditor}>
      <p>
        {faults.length === 1 ? 'One thing is' : `${faults.length} things are`} missing or wrong. The editor
        shows each with what to do.
      </p>
    </Blank>
  );
}
