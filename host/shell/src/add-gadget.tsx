import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { DashboardView, ModuleView } from '../api';

interface AddGadgetProps {
  readonly modules: readonly ModuleView[];
  readonly holds: DashboardView['holds'];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onAdd: (moduleKey: string) => void;
}

/** The list of what the app offers for a dashboard. */
export function AddGadget({ modules, holds, isOpen, onClose, onAdd }: AddGadgetProps) {
  const what = holds === 'dashboards:widget' ? 'widget' : 'gadget';
  return (
    <ModalTransition>
      {isOpen && (
        <ModalDialog onClose={onClose} width="medium">
          <ModalHeader hasCloseButton>
            <ModalTitle>Add a {what}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            {modules.length === 0 && <p>The app offers no {what}.</p>}
            <ul className="plain-list offered">
              {modules.map(({ moduleKey, title, description, icon }) => (
                <li key={moduleKey}>
                  {icon && <img src={icon} alt="" width={32} height={32} />}
                  <div className="offered-text">
                    <strong>{title}</strong>
                    <p className="quiet">{description}</p>
                  </div>
                  <Button onClick={() => onAdd(moduleKey)}>
                    Add<span className="only-read"> {title}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </ModalBody>
        </ModalDialog>
      )}
    </ModalTransition>
  );
}
