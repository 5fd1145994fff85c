import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import type { IssueView } from '../api';
import { useIssueChanges, type IssueChanges } from './change-issue';
import { Link } from './route';
import { StatusLozenge } from './status-lozenge';

interface Choice {
  readonly label: string;
  readonly value: string;
}

interface IssueLinksProps {
  readonly issue: IssueView;
  readonly onChanged: (issue: IssueView) => void;
}

/** What the ticket is linked to and, for those who work on it, a form to link it. */
export function IssueLinks({ issue, onChanged }: IssueLinksProps) {
  const changes = useIssueChanges(issue, onChanged);
  return (
    <>
      {issue.links.length === 0 && <p className="quiet">Linked to no other ticket.</p>}
      <ul className="plain-list" aria-label="Linked tickets">
        {issue.links.map(({ id, words, issueKey, summary, status }) => (
          <li key={id} className="linked">
            <span className="quiet">{words}</span>
            <Link href={`/browse/${issueKey}`}>{issueKey}</Link>
            <span className="linked-summary">{summary}</span>
            <StatusLozenge status={status} />
            {issue.linkKinds.length > 0 && (
              <IconButton
                icon={CrossIcon}
                label={`Remove the link to ${issueKey}`}
                appearance="subtle"
                spacing="compact"
                isDisabled={changes.busy}
                onClick={() => void changes.unlink(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {issue.linkKinds.length > 0 && <LinkForm issue={issue} changes={changes} />}
    </>
  );
}

function LinkForm({ issue, changes }: { issue: IssueView; changes: IssueChanges }) {
  const choices = issue.linkKinds.map(({ id, words }): Choice => ({ label: words, value: id }));
  const [kind, setKind] = useState(
    () => choices.find(({ label }) => label === 'is caused by') ?? choices[0] ?? null,
  );
  const [to, setTo] = useState('');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (kind && to.trim() !== '' && (await changes.link({ kind: kind.value, to: to.trim() }))) setTo('');
  };
  return (
    <form className="link-form" onSubmit={(event) => void send(event)}>
      <div className="filter">
        <label htmlFor="link-kind">This ticket</label>
        <Select<Choice>
          inputId="link-kind"
          spacing="compact"
          isSearchable={false}
          options={choices}
          value={kind}
          onChange={setKind}
        />
      </div>
      <div className="filter">
        <label htmlFor="link-to">Key of the other ticket</label>
        <Textfield
          id="link-to"
          isCompact
          isRequired
          autoComplete="off"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" isDisabled={changes.busy}>
        Link ticket
      </Button>
    </form>
  );
}
