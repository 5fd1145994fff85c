import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../src/contract';
import { Button } from '../ui/button';
import { ProblemList } from '../ui/problem-list';

interface Props {
  readonly title: string;
  /** The button that does it: "Retire". */
  readonly action: string;
  /** What the button says meanwhile: "Retiring…". */
  readonly doing: string;
  readonly danger?: boolean;
  /** Why it cannot be done yet; null = it can. */
  readonly blocked?: string | null;
  /** Gives back why it was refused; null = done, and the dialog is closed. */
  readonly onAct: () => Promise<Failure | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done, and stays with the reason when it is refused. */
export function Dialog({
  title,
  action,
  doing,
  danger = false,
  blocked = null,
  onAct,
  onClose,
  children,
}: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = async (): Promise<void> => {
    if (busy || blocked !== null) return;
    setBusy(true);
    setFailure(null);
    const refusal = await onAct();
    setBusy(false);
    if (refusal) setFailure(refusal);
    else onClose();
  };
  return (
    <ModalDialog onClose={onClose} shouldScrollInViewport={false} width="medium">
      <form
        className="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void act();
        }}
      >
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="form">
            {children}
            {failure && <ProblemList failure={failure} lead="That did not work." />}
          </div>
        </ModalBody>
        <ModalFooter>
          <div className="row dialog-foot">
            {blocked !== null && (
              <span id="dialog-blocked" className="subtle">
                {blocked}
              </span>
            )}
            <Button look="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              look={danger ? 'danger' : 'primary'}
              aria-disabled={busy || blocked !== null}
              aria-describedby={blocked === null ? undefined : 'dialog-blocked'}
            >
              {busy ? doing : action}
            </Button>
          </div>
        </ModalFooter>
      </form>
    </ModalDialog>
  );
}
