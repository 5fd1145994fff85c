import { useState } from 'react';
import type { AgreementSummary } from '../../src/contract/agreement';
import { call } from '../ui/call';
import { Field } from '../ui/field';
import { flag } from '../ui/flag';
import { usePlace } from '../ui/place-context';
import { dateValue } from '../ui/say-date';
import { waitsFor } from './agreement-chips';
import type { AgreementDialog } from './agreement-menu';
import { Dialog } from './dialog';
import { useGo } from './navigation';
import { restoreDraft } from './restore-draft';
import { withdraw } from './withdraw';

interface Props {
  readonly dialog: AgreementDialog;
  readonly agreement: AgreementSummary;
  readonly onClose: () => void;
  /** Something has changed: read anew. */
  readonly onDone: () => void;
}

/** The dialogs that the menu of an agreement opens. */
export function AgreementDialogs({ dialog, ...props }: Props) {
  switch (dialog) {
    case 'copy':
      return <CopyDialog {...props} />;
    case 'retire':
      return <RetireDialog {...props} />;
    case 'discard':
      return <DiscardDialog {...props} />;
  }
}

type DialogProps = Omit<Props, 'dialog'>;

function CopyDialog({ agreement, onClose, onDone }: DialogProps) {
  const go = useGo();
  const { agreementId, name } = agreement;
  return (
    <Dialog
      title={`Copy “${name}”?`}
      action="Copy"
      doing="Copying…"
      onClose={onClose}
      onAct={async () => {
        const result = await call('createAgreement', { source: { from: 'copy', agreementId } });
        if (!result.ok) return result;
        const copy = result.value;
        flag('Copy created as a draft', {
          undo: () =>
            void call('deleteDraft', { agreementId: copy.agreementId, revision: copy.revision }).then(onDone),
        });
        onDone();
        go({ page: 'edit', agreementId: copy.agreementId });
        return null;
      }}
    >
      <p>A new draft with everything in it opens in the editor. The original stays as it is.</p>
    </Dialog>
  );
}

function RetireDialog({ agreement, onClose, onDone }: DialogProps) {
  const { timeZone } = usePlace();
  const { agreementId, name, provider, customer } = agreement;
  const [from, setFrom] = useState(() => dateValue(Date.now(), timeZone));
  return (
    <Dialog
      title={`Retire “${name}”?`}
      action="Propose its end"
      doing="Proposing…"
      danger
      blocked={from === '' ? 'Pick a date.' : null}
      onClose={onClose}
      onAct={async () => {
        const result = await call('retireAgreement', { agreementId, from });
        if (!result.ok) return result;
        const proposal = result.value;
        const waiting = waitsFor({ ...agreement, proposal });
        flag(proposal.state === 'published' ? `“${name}” will end` : `The end of “${name}” is proposed`, {
          description: waiting === '' ? undefined : `It waits for ${waiting}.`,
          undo:
            proposal.state === 'proposed'
              ? () => void withdraw(agreementId, proposal.hash).then(onDone)
              : undefined,
        });
        onDone();
        return null;
      }}
    >
      <p>
        From that day on no clock of this agreement runs. What was measured until then, and the signed
        versions, stay in the record. Ending takes the same signatures as a new version, from {provider}
        {agreement.approval === 'provider' ? '' : ` and ${customer}`}.
      </p>
      <Field label="Ends on" required hint="At midnight, when this date begins in the provider’s time zone">
        {(props) => (
          <input
            {...props}
            type="date"
            className="field-input"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

function DiscardDialog({ agreement, onClose, onDone }: DialogProps) {
  const { agreementId, name, draft, state } = agreement;
  return (
    <Dialog
      title={state === 'draft' ? `Delete the draft “${name}”?` : `Discard the draft changes of “${name}”?`}
      action={state === 'draft' ? 'Delete' : 'Discard'}
      doing={state === 'draft' ? 'Deleting…' : 'Discarding…'}
      danger
      onClose={onClose}
      onAct={async () => {
        const kept = await call('exportDraft', { agreementId });
        if (!kept.ok) return kept;
        const result = await call('deleteDraft', { agreementId, revision: draft?.revision ?? 0 });
        if (!result.ok) return result;
        flag(state === 'draft' ? 'Draft deleted' : 'Draft changes discarded', {
          undo: () => void restoreDraft(agreementId, kept.value.text, state !== 'draft').then(onDone),
        });
        onDone();
        return null;
      }}
    >
      <p>
        {state === 'draft'
          ? 'It was never proposed, so nothing else is kept of it. Export it first if you may need it again.'
          : 'What was signed stays in force. Editing starts again from the newest signed version.'}
      </p>
    </Dialog>
  );
}
