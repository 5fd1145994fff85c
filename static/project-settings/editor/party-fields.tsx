import { useId } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import { useEditor, useList, useValue } from './editor-context';
import { Field, ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { PersonPicker } from './person-picker';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';
import { useRowFocus } from './use-row-focus';
import { ValuesSelect } from './values-select';
import { ZoneField } from './zone-field';

type Party = NonNullable<AgreementDraft['parties']>['provider'];
type Organizations = NonNullable<Party['organizations']>;
type Representative = NonNullable<Party['representatives']>[number];

interface Props {
  readonly side: 'provider' | 'customer';
  readonly title: string;
  readonly about: string;
}

/** One side of the agreement. */
export function PartyFields({ side, title, about }: Props) {
  const path = `parties.${side}`;
  return (
    <fieldset className="group">
      <legend>{title}</legend>
      <p className="subtle">{about}</p>
      <ProblemsAt path={path} />
      <TextField path={`${path}.name`} label={`Name of the ${side}`} />
      <ZoneField path={`${path}.timeZone`} label={`Time zone of the ${side}`} />
      <OrganizationsField path={`${path}.organizations`} side={side} />
      <Representatives path={`${path}.representatives`} side={side} />
    </fieldset>
  );
}

function OrganizationsField({ path, side }: { readonly path: string; readonly side: string }) {
  const { session, facts } = useEditor();
  const organizations = useValue<Organizations>(path);
  const label = `Organizations of the ${side}`;
  const change = (names: readonly string[]): void => {
    const next = names.map((name) => {
      const kept = organizations?.find((each) => each.name === name);
      const known = facts.organizations.find((each) => each.name === name);
      return kept ?? (known ? { name, id: known.id } : { name });
    });
    session.edit(path, next.length === 0 ? undefined : next);
  };
  return (
    <Field
      path={path}
      label={label}
      optional
      within
      hint="Organizations of the service desk; their members see the agreement in the portal."
    >
      {(control) => (
        <ValuesSelect
          control={control}
          label={label}
          values={organizations?.map(({ name }) => name) ?? []}
          choices={facts.organizations.map(({ name }) => name)}
          onChange={change}
        />
      )}
    </Field>
  );
}

function Representatives({ path, side }: { readonly path: string; readonly side: string }) {
  const people = useList<Representative>(path);
  const edit = useListEdit(path);
  const [frame, focus] = useRowFocus<HTMLDivElement>();
  const noteId = useId();
  const last = people.length === 1;
  const why = 'The last representative cannot be removed: somebody must sign. Add another one first.';
  return (
    <div ref={frame} data-path={path} className="stack">
      <h3 id={noteId}>Representatives of the {side}</h3>
      <ProblemsAt path={path} />
      {people.length === 0 && <p className="subtle">Nobody yet. Find the first one below.</p>}
      <ul className="rows" aria-labelledby={noteId}>
        {people.map((person, index) => (
          <li key={index} className="row-card">
            <div className="row-head">
              <strong>{person.name}</strong>
              <span className="subtle">
                {person.accountId ? 'can sign' : 'has no account here and cannot sign'}
              </span>
              <ListMoves
                name={person.name || 'this representative'}
                index={index}
                count={people.length}
                keptBecause={last ? why : undefined}
                onRemove={() => {
                  edit.remove(index, person.name);
                  focus(`remove-${Math.max(0, index - 1)}`);
                }}
              />
            </div>
            <TextField
              path={`${path}[${index}].role`}
              label={`Role of ${person.name || 'this person'}`}
              optional
              placeholder="Service manager"
            />
            <ProblemsAt path={`${path}[${index}]`} />
            <ProblemsAt path={`${path}[${index}].name`} />
            <ProblemsAt path={`${path}[${index}].accountId`} />
          </li>
        ))}
      </ul>
      {last && <p className="edit-hint">{why}</p>}
      <PersonPicker
        label={`Add a representative of the ${side}`}
        taken={people.flatMap(({ accountId }) => (accountId ? [accountId] : []))}
        onPick={(person) => edit.add(person, person.name)}
      />
    </div>
  );
}
