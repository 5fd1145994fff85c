import { useId } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import { ChoiceField } from './choice-field';
import { useEditor, useValue } from './editor-context';
import type { EscalationDraft } from './escalation-list';
import { Field, ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { TextField } from './text-field';
import { ValuesSelect } from './values-select';

export type ActionDraft = EscalationDraft['do'][number];
type Kind = keyof ActionDraft;

const KINDS: Readonly<Record<Kind, { readonly label: string; readonly fresh: ActionDraft }>> = {
  comment: { label: 'Comment internally', fresh: { comment: '' } },
  notify: { label: 'Send a mail', fresh: { notify: { roles: ['assignee'] } } },
  assign: { label: 'Assign', fresh: { assign: 'lead' } },
  raisePriority: { label: 'Raise the priority', fresh: { raisePriority: 'next' } },
  label: { label: 'Add a label', fresh: { label: 'sla-late' } },
  transition: { label: 'Do a transition', fresh: { transition: '' } },
  set: { label: 'Set a field', fresh: { set: { field: '', value: '' } } },
};

interface Props {
  readonly path: string;
  /** Said after labels, where several actions have the same one. */
  readonly of: string;
  readonly place: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One thing that an escalation does. */
export function EscalationAction({ path, of, place, count, onMove, onRemove }: Props) {
  const { session } = useEditor();
  const action = useValue<ActionDraft>(path) ?? {};
  const kind = (Object.keys(KINDS) as Kind[]).find((key) => action[key] !== undefined);
  const id = useId();
  return (
    <div className="stack" data-path={path}>
      <div className="row-head">
        <div className="edit-field">
          <label htmlFor={id} className="field-label">
            What is done<span className="visually-hidden">{of}</span>
          </label>
          <select
            id={id}
            className="input input-medium"
            value={kind ?? ''}
            onChange={({ target }) => session.edit(path, KINDS[target.value as Kind].fresh)}
          >
            {kind === undefined && <option value="">Choose</option>}
            {Object.entries(KINDS).map(([key, { label }]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <ListMoves
          name={of.replace(/^, /, '')}
          index={place}
          count={count}
          onMove={onMove}
          keptBecause={count === 1 ? 'An escalation does at least one thing.' : undefined}
          onRemove={onRemove}
        />
      </div>
      <ProblemsAt path={path} />
      {kind !== undefined && <ActionFields kind={kind} path={`${path}.${kind}`} of={of} />}
    </div>
  );
}

function ActionFields({
  kind,
  path,
  of,
}: {
  readonly kind: Kind;
  readonly path: string;
  readonly of: string;
}) {
  const { facts } = useEditor();
  const people = usePeople();
  const fields = facts.fields.map(({ name }) => ({ value: name, label: name }));
  switch (kind) {
    case 'comment':
      return <TextField path={path} label="Comment" of={of} hint="Customers do not see it." lines={2} />;
    case 'notify':
      return <NotifyFields path={path} of={of} />;
    case 'assign':
      return (
        <ChoiceField
          path={path}
          label="Assign to"
          of={of}
          choices={[{ value: 'lead', label: 'The lead of the project' }, ...people]}
          hint="The lead, or a representative who has an account."
        />
      );
    case 'raisePriority':
      return (
        <ChoiceField
          path={path}
          label="Raise to"
          of={of}
          choices={[
            { value: 'next', label: 'The next higher one' },
            ...facts.priorities.map(({ name }) => ({ value: name, label: name })),
          ]}
          hint="It is never lowered."
        />
      );
    case 'label':
      return <TextField path={path} label="Label" of={of} width="medium" />;
    case 'transition':
      return (
        <TextField path={path} label="Transition" of={of} hint="As the workflow calls it." width="medium" />
      );
    case 'set':
      return (
        <div className="side-by-side">
          <ChoiceField path={`${path}.field`} label="Field" of={of} choices={fields} />
          <TextField path={`${path}.value`} label="Value" of={of} width="medium" />
        </div>
      );
  }
}

const ROLES = ['assignee', 'reporter', 'Administrators', 'Service Desk Team'];
const SIDES = [
  { value: 'provider', label: 'Representatives of the provider' },
  { value: 'customer', label: 'Representatives of the customer' },
];

function NotifyFields({ path, of }: { readonly path: string; readonly of: string }) {
  const people = usePeople();
  return (
    <>
      <ProblemsAt path={path} />
      <NamesField
        path={`${path}.roles`}
        label="Roles"
        of={of}
        choices={ROLES.map((value) => ({ value, label: value }))}
        hint="assignee, reporter, or a role of the project in Jira."
      />{' '}
      {/* prettier-ignore */}
      <NamesField path={`${path}.representatives`} label="Parties" of={of} choices={SIDES} />
      <NamesField
        path={`${path}.people`}
        label="People"
        of={of}
        choices={people}
        hint="Representatives who have an account, or account ids."
      />{' '}
      {/* prettier-ignore */}
      <TextField path={`${path}.subject`} label="Subject" of={of} optional />
      <TextField
        path={`${path}.text`}
        label="Text"
        of={of}
        hint="How the clock stands is added."
        lines={2}
        optional
      />
    </>
  );
}

interface NamesProps {
  readonly path: string;
  readonly label: string;
  readonly of: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
}

/** Several values, shown by their names. */
function NamesField({ path, label, of, choices, hint }: NamesProps) {
  const { session } = useEditor();
  const values = useValue<readonly string[]>(path) ?? [];
  return (
    <Field path={path} label={label} of={of} hint={hint} optional within>
      {(control) => (
        <ValuesSelect
          control={control}
          label={`${label}${of}`}
          values={values.map((value) => choices.find((each) => each.value === value)?.label ?? value)}
          choices={choices.map((each) => each.label)}
          onChange={(names) => {
            const next = names.map((name) => choices.find((each) => each.label === name)?.value ?? name);
            session.edit(path, next.length === 0 ? undefined : next);
          }}
        />
      )}
    </Field>
  );
}

/** Representatives of both parties who can be reached. */
function usePeople(): readonly { readonly value: string; readonly label: string }[] {
  const parties = useValue<AgreementDraft['parties']>('parties');
  const all = [parties?.provider, parties?.customer].flatMap((party) => party?.representatives ?? []);
  return all.flatMap(({ name, accountId }) =>
    accountId === undefined ? [] : [{ value: accountId, label: name }],
  );
}
