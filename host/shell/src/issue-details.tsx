import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import Select from '@atlaskit/select';
import type { ReactNode } from 'react';
import type { IssueView, NamedView } from '../api';
import { useIssueChanges, type IssueChanges } from './change-issue';
import { LabelEditor } from './label-editor';
import { Priority } from './priority';
import { useSession } from './session';
import { instantText } from './when';

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** People and fields beside the ticket; editable for those who work on it. */
export function IssueDetails({
  issue,
  onChanged,
}: {
  issue: IssueView;
  onChanged: (issue: IssueView) => void;
}) {
  const { user } = useSession();
  const changes = useIssueChanges(issue, onChanged);
  const { edit } = issue.may;
  return (
    <aside className="issue-details" aria-labelledby="details">
      <div className="details-box">
        <Heading size="xsmall" as="h2" id="details">
          Details
        </Heading>
        <dl>
          <Detail label="Assignee" inputId="assignee" editable={edit}>
            {edit ? <Assignee issue={issue} changes={changes} /> : (issue.assignee ?? 'Unassigned')}
          </Detail>
          <Detail label="Reporter">{issue.reporter ?? 'Anonymous'}</Detail>
          <Detail label="Request type">{issue.requestType ?? <span className="quiet">None</span>}</Detail>
          <Detail label="Type">{issue.issueType}</Detail>
          <Detail label="Priority" inputId="priority" editable={edit}>
            {edit ? (
              <PrioritySelect issue={issue} changes={changes} />
            ) : issue.priority ? (
              <Priority name={issue.priority.name} />
            ) : (
              'None'
            )}
          </Detail>
          <Detail label="Labels" inputId="labels" editable={edit}>
            {edit ? (
              <LabelEditor
                labels={issue.labels}
                isDisabled={changes.busy}
                onChange={(labels) => void changes.edit({ labels })}
              />
            ) : (
              <Words words={issue.labels} />
            )}
          </Detail>
          {issue.organizations.length > 0 && (
            <Detail label="Organizations">{issue.organizations.join(', ')}</Detail>
          )}
          {issue.components.length > 0 && <Detail label="Components">{issue.components.join(', ')}</Detail>}
          {issue.dueDate && <Detail label="Due date">{issue.dueDate}</Detail>}
          {issue.fields.map(({ name, value }) => (
            <Detail key={name} label={name}>
              {value}
            </Detail>
          ))}
        </dl>
        <p className="quiet dates">
          Created {instantText(issue.created, user.timeZone)}
          <br />
          Updated {instantText(issue.updated, user.timeZone)}
        </p>
      </div>
    </aside>
  );
}

function Assignee({ issue, changes }: { issue: IssueView; changes: IssueChanges }) {
  const choices = [{ label: 'Unassigned', value: '' }, ...issue.assignable.map(choiceOf)];
  const current = choices.find(({ value }) => value === (issue.assigneeId ?? ''));
  return (
    <Select<Choice>
      inputId="assignee"
      spacing="compact"
      isDisabled={changes.busy}
      options={choices}
      value={current ?? { label: issue.assignee ?? 'Unassigned', value: issue.assigneeId ?? '' }}
      onChange={(choice) => void changes.edit({ assignee: choice?.value || null })}
    />
  );
}

function PrioritySelect({ issue, changes }: { issue: IssueView; changes: IssueChanges }) {
  return (
    <Select<Choice>
      inputId="priority"
      spacing="compact"
      isDisabled={changes.busy}
      options={issue.priorities.map(choiceOf)}
      value={issue.priority ? choiceOf(issue.priority) : null}
      formatOptionLabel={({ label }) => <Priority name={label} />}
      onChange={(choice) => void (choice && changes.edit({ priority: choice.value }))}
    />
  );
}

function Words({ words }: { words: readonly string[] }) {
  if (words.length === 0) return <span className="quiet">None</span>;
  return (
    <span className="words">
      {words.map((word) => (
        <Lozenge key={word}>{word}</Lozenge>
      ))}
    </span>
  );
}

function Detail(props: { label: string; inputId?: string; editable?: boolean; children: ReactNode }) {
  return (
    <div className="detail">
      <dt>{props.editable ? <label htmlFor={props.inputId}>{props.label}</label> : props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function choiceOf({ id, name }: NamedView): Choice {
  return { label: name, value: id };
}
