import ShowMoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import type { AgreementSummary } from '../../src/contract/agreement';
import { Button } from '../ui/button';
import { exportDraft, exportVersion } from './export-agreement';
import { useGo } from './navigation';
import { useScreen } from './screen';

/** What of an agreement is asked about before it is done. */
export type AgreementDialog = 'copy' | 'retire' | 'discard';

interface Props {
  readonly agreement: AgreementSummary;
  /** On the page of the agreement: what stands there as a button is left out. */
  readonly onPage?: boolean;
  readonly onDialog: (dialog: AgreementDialog) => void;
  readonly more?: readonly { readonly text: string; readonly onClick: () => void }[];
}

/** Can this agreement still be ended? */
export const mayRetire = ({ state, proposal, upcoming }: AgreementSummary): boolean =>
  (state === 'active' || state === 'signed') && proposal === null && !upcoming?.ends;

/** Everything that can be done with an agreement. */
export function AgreementMenu({ agreement, onPage = false, onDialog, more = [] }: Props) {
  const go = useGo();
  const { kind } = useScreen();
  const { agreementId, name, version, draft } = agreement;
  const admin = kind === 'settings';
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      shouldRenderToParent
      trigger={({ triggerRef, isSelected: _selected, testId: _testId, ...props }) => (
        <Button
          {...props}
          ref={triggerRef}
          look="subtle"
          className="icon-button"
          aria-label={`Actions for ${name}`}
        >
          <ShowMoreIcon label="" />
        </Button>
      )}
    >
      {!onPage && (
        <DropdownItemGroup>
          <DropdownItem onClick={() => go({ page: 'agreement', agreementId })}>Open</DropdownItem>
          {admin && <DropdownItem onClick={() => go({ page: 'edit', agreementId })}>Edit</DropdownItem>}
          {admin && draft && (
            <DropdownItem onClick={() => go({ page: 'what-if', agreementId })}>What-if</DropdownItem>
          )}
        </DropdownItemGroup>
      )}
      <DropdownItemGroup>
        {version !== null && (
          <DropdownItem onClick={() => void exportVersion(agreementId, version)}>
            Export version {version}
          </DropdownItem>
        )}
        {admin && draft && (
          <DropdownItem onClick={() => void exportDraft(agreementId)}>Export draft</DropdownItem>
        )}
        {more.map(({ text, onClick }) => (
          <DropdownItem key={text} onClick={onClick}>
            {text}
          </DropdownItem>
        ))}
        {admin && <DropdownItem onClick={() => onDialog('copy')}>Copy</DropdownItem>}
      </DropdownItemGroup>
      {admin && (draft || mayRetire(agreement)) && (
        <DropdownItemGroup>
          {draft && (
            <DropdownItem onClick={() => onDialog('discard')}>
              {agreement.state === 'draft' ? 'Delete draft' : 'Discard draft changes'}
            </DropdownItem>
          )}
          {mayRetire(agreement) && <DropdownItem onClick={() => onDialog('retire')}>Retire</DropdownItem>}
        </DropdownItemGroup>
      )}
    </DropdownMenu>
  );
}
