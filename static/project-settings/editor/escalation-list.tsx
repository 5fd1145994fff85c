import { useId } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import { useEditor, useList, useSentence, useValue } from './editor-context';
import { EscalationAction, type ActionDraft } from './escalation-action';
import { Field, ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { newId } from './new-id';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';
import { useMeasureOptions } from './use-measure-options';
import { ValuesSelect } from './values-select';

export type EscalationDraft = NonNullable<NonNullable<AgreementDraft['consequences']>['escalations']>[number];

const PATH = 'consequences.escalations';

/** What is done by itself when time runs out. */
export function EscalationList() {
  const list = useList<EscalationDraft>(PATH);
  const edit = useListEdit(PATH);
  const add = (): void => {
    const id = newId('escalation', list.map((each) => each.id)); // prettier-ignore
    const first: EscalationDraft = { id, name: '', when: '30m before breach', do: [{ comment: '' }] };
    edit.add(first, 'an escalation');
  };
  return (
    <fieldset className="group" data-path={PATH}>
      <legend>Escalations</legend>
      <p className="subtle">
        Done by itself on each ticket, once for each cycle, in the time that counts. At night it waits for the
        hours of the first calendar.
      </p>
      <ProblemsAt path={PATH} />
      {list.map((each, index) => (
        <EscalationFields
          key={index}
          path={`${PATH}[${index}]`}
          index={index}
          count={list.length}
          onMove={(to) => edit.move(index, to, each.name || 'the escalation')}
          onRemove={() => edit.remove(index, each.name || 'the escalation')}
        />
      ))}
      <Button onClick={add}>Add an escalation</Button>
    </fieldset>
  );
}

interface Props {
  readonly path: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function EscalationFields({ path, index, count, onMove, onRemove }: Props) {
  const { session } = useEditor();
  const escalation = useValue<EscalationDraft>(path);
  const actions = useList<ActionDraft>(`${path}.do`);
  const edit = useListEdit(`${path}.do`, false);
  const measures = useMeasureOptions();
  const sentence = useSentence(path);
  const headingId = useId();
  const anyHourId = useId();
  const of = `, escalation ${index + 1}`;
  const label = (id: string): string => measures.find(({ value }) => value === id)?.label ?? id;
  return (
    <div className="row-card" role="group" aria-labelledby={headingId} data-path={path}>
      <div className="row-head">
        <strong id={headingId}>Escalation {index + 1}</strong>
        <ListMoves
          name={`escalation ${index + 1}`}
          index={index}
          count={count}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <ProblemsAt path={path} />
      <ProblemsAt path={`${path}.id`} />
      <div className="side-by-side">
        <TextField path={`${path}.name`} label="Name" of={of} placeholder="Half an hour left" />
        <TextField
          path={`${path}.when`}
          label="When"
          of={of}
          hint="30m before breach, at breach, 2h after breach or at 75%."
        />
      </div>
      <Field
        path={`${path}.measures`}
        label="Measures"
        of={of}
        hint="None named: all that have a goal."
        within
      >
        {(control) => (
          <ValuesSelect
            control={control}
            label={`Measures${of}`}
            values={(escalation?.measures ?? []).map(label)}
            choices={measures.map((each) => each.label)}
            placeholder="All measures"
            onChange={(names) => {
              const ids = names.map((name) => measures.find((each) => each.label === name)?.value ?? name);
              session.edit(`${path}.measures`, ids.length === 0 ? undefined : ids);
            }}
          />
        )}
      </Field>
      <div className="row">
        <input
          id={anyHourId}
          type="checkbox"
          data-path={`${path}.anyHour`}
          checked={escalation?.anyHour === true}
          onChange={({ target }) => session.edit(`${path}.anyHour`, target.checked ? true : undefined)}
        />
        <label htmlFor={anyHourId}>
          Also at night<span className="visually-hidden">{of}</span>
        </label>
      </div>
      <ProblemsAt path={`${path}.do`} />
      {actions.map((_, place) => (
        <EscalationAction
          key={place}
          path={`${path}.do[${place}]`}
          of={`, action ${place + 1}${of}`}
          place={place}
          count={actions.length}
          onMove={(to) => edit.move(place, to, `action ${place + 1}`)}
          onRemove={() => edit.remove(place, `action ${place + 1}`)}
        />
      ))}
      <Button look="subtle" onClick={() => edit.add({ comment: '' }, 'an action')}>
        Add what is done<span className="visually-hidden">{of}</span>
      </Button>
      {sentence !== undefined && <p className="sentence">{sentence}</p>}
    </div>
  );
}
