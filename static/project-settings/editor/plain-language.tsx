import ModalDialog, { CloseButton, ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { AgreementReading } from '../../ui/agreement-reading';
import { Button } from '../../ui/button';
import { useEditor, useStore } from './editor-context';

/** The draft as both parties will read and sign it. */
export function PlainLanguage({ onClose }: { readonly onClose: () => void }) {
  const { session } = useEditor();
  const text = useStore(session.check, (state) => state.text);
  const checking = useStore(session.check, (state) => state.checking);
  return (
    <ModalDialog onClose={onClose} width="large" shouldScrollInViewport>
      <ModalHeader>
        <ModalTitle>In plain language</ModalTitle>
        <CloseButton label="Close" onClick={onClose} />
      </ModalHeader>
      <ModalBody>
        {text === null ? (
          <p>
            {checking
              ? 'The draft is being read…'
              : 'The agreement can be read once its errors are mended: see Problems.'}
          </p>
        ) : (
          <AgreementReading text={text} />
        )}
        <p className="editor-reading-end">
          <Button onClick={onClose}>Close</Button>
        </p>
      </ModalBody>
    </ModalDialog>
  );
}
