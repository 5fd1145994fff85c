import { useEffect, useRef } from 'react';
import '../../ui/strip.css';
import type { WhatIfView } from '../../../src/contract/what-if';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { Refused, type RefusalWords } from '../../ui/refused';
import { Page } from '../page';
import { RunProgress } from './run-progress';
import { RunResult } from './run-result';
import { StartForm } from './start-form';
import { useWhatIf, type WhatIfControl } from './use-what-if';
import './what-if.css';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: { title: 'You can’t try drafts in this project', text: 'Ask a project admin for access.' },
  failed: 'The what-if could not be loaded',
};

const DAY_MS = 86_400_000;

/** What a draft would change on past tickets: starts the replay, follows it and shows what it found. */
export function WhatIf({ agreementId }: { readonly agreementId: string }) {
  const control = useWhatIf();
  const { answer, again } = control;
  const run = answer.kind === 'shown' ? answer.value : null;
  const name = run?.agreementId === agreementId ? run.agreementName : 'Agreement';
  return (
    <Page
      title="What-if"
      above={[
        { text: 'Agreements', to: { page: 'agreements' } },
        { text: name, to: { page: 'agreement', agreementId } },
      ]}
    >
      <div className="what-if">
        <p>
          Replays past tickets twice: under the published versions, each from its effective date, and under
          the saved draft as if it had been in force all along. Nothing on the tickets changes.
        </p>
        {answer.kind === 'loading' && <Loading label="Loading the what-if" />}
        {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
        {answer.kind === 'shown' && <Stand agreementId={agreementId} run={answer.value} control={control} />}
      </div>
    </Page>
  );
}

interface StandProps {
  readonly agreementId: string;
  readonly run: WhatIfView | null;
  readonly control: WhatIfControl;
}

/** Where things stand: to be started, under way, or with a result. */
function Stand({ agreementId, run, control }: StandProps) {
  const { start, cancel, acting, refused } = control;
  const place = useFocusOnChange(run?.state === 'running');
  const own = run?.agreementId === agreementId ? run : null;
  const running = run?.state === 'running' ? run : null;
  return (
    <div ref={place} tabIndex={-1} className="what-if-stand">
      {running ? (
        <RunProgress
          run={running}
          elsewhere={own === null}
          acting={acting}
          onCancel={() => cancel(running.runId)}
        />
      ) : (
        <StartForm
          blocked={acting}
          label={own ? 'Try again' : 'Try the draft'}
          shownDays={own && Math.round((own.startedAt - own.since) / DAY_MS)}
          onStart={(days) => start(agreementId, days)}
        />
      )}
      {refused && (
        <div role="alert">
          <Notice tone="danger">{refused.message}</Notice>
          <ul className="what-if-faults">
            {refused.faults?.map(({ path, message, remedy }) => (
              <li key={`${path} ${message}`}>
                {path && <code>{path}</code>} {message} {remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
      {own && !running && <RunResult run={own} />}
    </div>
  );
}

/** The button that was pressed is gone once a run begins or ends: the focus goes to what came in its place. */
function useFocusOnChange(running: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(running);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (before.current !== running && lost) place.current?.focus();
    before.current = running;
  }, [running]);
  return place;
}
