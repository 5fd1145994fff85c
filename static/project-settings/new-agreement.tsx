import { useState } from 'react';
import type { Failure } from '../../src/contract';
import type { AgreementSource } from '../../src/contract/draft';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { flag } from '../ui/flag';
import { Loading } from '../ui/loading';
import { ProblemList } from '../ui/problem-list';
import { Refused, type RefusalWords } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { CopyChoice } from './copy-choice';
import { ImportText } from './import-text';
import { useGo } from './navigation';
import { Page } from './page';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: { title: 'Only project admins create agreements', text: 'Ask one of them.' },
  failed: 'The presets could not be loaded',
};

/** The page on which an agreement begins. */
export function NewAgreementPage() {
  return (
    <Page title="Create agreement" above={[{ text: 'Service level agreements', to: { page: 'agreements' } }]}>
      <NewAgreement />
    </Page>
  );
}

type From = AgreementSource['from'];

/** The three ways to begin: a preset, a copy, a text. */
export function NewAgreement() {
  const { answer, again } = useAnswer('readCreationChoices', undefined);
  const go = useGo();
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ from: From; failure: Failure } | null>(null);

  const create = async (source: AgreementSource, what: string): Promise<void> => {
    if (busy !== null) return;
    setBusy(what);
    setRefused(null);
    const result = await call('createAgreement', { source });
    setBusy(null);
    if (!result.ok) return setRefused({ from: source.from, failure: result });
    flag('Draft created');
    go({ page: 'edit', agreementId: result.value.agreementId });
  };
  const problem = (from: From) =>
    refused?.from === from && (
      <ProblemList failure={refused.failure} lead="The agreement could not be created." />
    );

  if (answer.kind === 'loading') return <Loading label="Loading presets" />;
  if (answer.kind === 'refused') return <Refused failure={answer.failure} words={refusal} onAgain={again} />;
  const { presets, copyable } = answer.value;
  return (
    <div className="ways">
      <section aria-labelledby="from-preset">
        <h2 id="from-preset">Start from a preset</h2>
        <ul className="presets">
          {presets.map(({ id, name, about }) => (
            <li key={id} className="preset">
              <h3>{name}</h3>
              <p>{about}</p>
              <Button
                aria-disabled={busy !== null}
                onClick={() => void create({ from: 'preset', preset: id }, id)}
              >
                {busy === id ? 'Creating…' : 'Use this'}
                <span className="visually-hidden">: {name}</span>
              </Button>
            </li>
          ))}
        </ul>
        {problem('preset')}
      </section>
      <section aria-labelledby="from-copy">
        <h2 id="from-copy">Copy an agreement</h2>
        <CopyChoice
          copyable={copyable}
          busy={busy === 'copy'}
          onCopy={(source) => void create(source, 'copy')}
        />
        {problem('copy')}
      </section>
      <section aria-labelledby="from-text">
        <h2 id="from-text">Import YAML or JSON</h2>
        <ImportText
          busy={busy === 'text'}
          onImport={(text) => void create({ from: 'text', text }, 'text')}
          onChange={() => setRefused((now) => (now?.from === 'text' ? null : now))}
        />
        {problem('text')}
      </section>
    </div>
  );
}
