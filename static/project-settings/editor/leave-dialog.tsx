import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { Button } from '../../ui/button';
import { useEditor, useStore } from './editor-context';

interface Props {
  readonly onAnswer: (leave: boolean) => void;
}

/** Asked before unsaved work is left behind. */
export function LeaveDialog({ onAnswer }: Props) {
  const { session } = useEditor();
  const problem = useStore(session.draft, (state) => state.problem);
  return (
    <ModalDialog onClose={() => onAnswer(false)} width="small">
      <ModalHeader>
        <ModalTitle>Leave with unsaved changes?</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <p>
          {problem === null
            ? 'Somebody else saved this draft meanwhile, so yours could not be saved.'
            : `Your changes could not be saved: ${problem}`}{' '}
          Whoever leaves now loses them.
        </p>
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => onAnswer(true)}>Leave without saving</Button>
        <Button look="primary" autoFocus onClick={() => onAnswer(false)}>
          Stay
        </Button>
      </ModalFooter>
    </ModalDialog>
  );
}
