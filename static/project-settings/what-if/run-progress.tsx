import ProgressBar from '@atlaskit/progress-bar';
import type { WhatIfView } from '../../../src/contract/what-if';
import { Button } from '../../ui/button';

interface Props {
  readonly run: WhatIfView;
  /** It tries another agreement than the one whose page this is. */
  readonly elsewhere: boolean;
  readonly acting: boolean;
  readonly onCancel: () => void;
}

/** How far a run is, and the way to end it. */
export function RunProgress({ run, elsewhere, acting, onCancel }: Props) {
  const { done, total, startedBy, agreementName } = run;
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <section className="what-if-progress" aria-label="Progress">
      <p>
        Trying the draft of <strong>{agreementName}</strong>, started by {startedBy}.
        {elsewhere && ' One can run at a time in a project: wait for it, or cancel it.'}
      </p>
      <ProgressBar
        ariaLabel="Tickets replayed"
        value={share}
        isIndeterminate={done === 0}
        appearance="default"
      />
      <div className="what-if-progress-foot">
        <p role="status">
          {done === 0
            ? 'Beginning'
            : `${done.toLocaleString('en')} of about ${total.toLocaleString('en')} tickets`}
        </p>
        <Button onClick={onCancel} aria-disabled={acting}>
          Cancel
        </Button>
      </div>
      <p className="subtle">It goes on when you leave this page.</p>
    </section>
  );
}
