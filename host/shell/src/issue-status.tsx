import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import type { IssueView } from '../api';
import { useIssueChanges, type IssueChanges } from './change-issue';
import { StatusLozenge } from './status-lozenge';

interface Props {
  readonly issue: IssueView;
  readonly onChanged: (issue: IssueView) => void;
}

/** Where the ticket stands and, for those who work on it, where it can go from there. */
export function IssueStatus({ issue, onChanged }: Props) {
  const changes = useIssueChanges(issue, onChanged);
  return (
    <div className="status-line">
      {issue.transitions.length > 0 ? (
        <StatusMenu issue={issue} changes={changes} />
      ) : (
        <StatusLozenge status={issue.status} />
      )}
      {issue.resolution && <span className="quiet">Resolution: {issue.resolution}</span>}
    </div>
  );
}

function StatusMenu({ issue, changes }: { issue: IssueView; changes: IssueChanges }) {
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      trigger={({ triggerRef, ...props }) => (
        <Button
          {...props}
          ref={triggerRef}
          appearance="primary"
          iconAfter={ChevronDownIcon}
          isDisabled={changes.busy}
        >
          <span className="only-read">Status: </span>
          {issue.status.name}
        </Button>
      )}
    >
      <DropdownItemGroup title="Move to">
        {issue.transitions.map(({ id, name, to }) => (
          <DropdownItem
            key={id}
            onClick={() => void changes.transition(id)}
            elemAfter={<StatusLozenge status={to} />}
          >
            {name}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
