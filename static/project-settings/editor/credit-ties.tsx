import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import type { Credit } from './credit-fields';
import { useEditor, useList, useValue } from './editor-context';
import { Field, ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { NumberField } from './number-field';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';
import { useMeasureOptions } from './use-measure-options';
import { ValuesSelect } from './values-select';

type EarnBack = NonNullable<NonNullable<AgreementDraft['consequences']>['earnBack']>;

/** How credits go together: what is counted once, and what can be earned back. */
export function CreditTies({ credits }: { readonly credits: readonly Credit[] }) {
  const groups = useList<readonly string[]>('consequences.together');
  const edit = useListEdit('consequences.together');
  const ids = credits.map(({ measure }) => measure);
  return (
    <>
      {groups.map((group, index) => (
        <Group
          key={index}
          index={index}
          count={groups.length}
          group={group}
          ids={ids}
          onRemove={() => edit.remove(index, `group ${index + 1}`)}
        />
      ))}
      {(credits.length > 1 || groups.length > 0) && (
        <Button look="subtle" onClick={() => edit.add(ids.slice(0, 2), 'a group of measures')}>
          Count measures that fail together once
        </Button>
      )}
      <EarnBackFields />
    </>
  );
}

interface GroupProps {
  readonly index: number;
  readonly count: number;
  readonly group: readonly string[];
  readonly ids: readonly string[];
  readonly onRemove: () => void;
}

function Group({ index, count, group, ids, onRemove }: GroupProps) {
  const { session } = useEditor();
  const measures = useMeasureOptions();
  const path = `consequences.together[${index}]`;
  const nameOf = (id: string): string => measures.find(({ value }) => value === id)?.label ?? id;
  const idOf = (name: string): string => measures.find(({ label }) => label === name)?.value ?? name;
  const label = `Measures that fail together, group ${index + 1}`;
  return (
    <div className="row-head" data-path={path}>
      <Field path={path} label={label} hint="Of these only the highest credit of a period counts." within>
        {(control) => (
          <ValuesSelect
            control={control}
            label={label}
            values={group.map(nameOf)}
            choices={ids.map(nameOf)}
            onChange={(names) => session.edit(path, names.map(idOf))}
          />
        )}
      </Field>
      <ListMoves name={`group ${index + 1}`} index={index} count={count} onRemove={onRemove} />
    </div>
  );
}

function EarnBackFields() {
  const { session } = useEditor();
  const earnBack = useValue<EarnBack>('consequences.earnBack');
  if (earnBack === undefined)
    return (
      <Button look="subtle" onClick={() => session.edit('consequences.earnBack', { periods: 3 })}>
        Let the provider earn credits back
      </Button>
    );
  return (
    <fieldset className="group" data-path="consequences.earnBack">
      <legend>Earning credits back</legend>
      <p className="subtle">
        A measure that does well in the periods after a credit earns it back. A period in which nothing was
        counted earns nothing.
      </p>
      <ProblemsAt path="consequences.earnBack" />
      <div className="side-by-side">
        <NumberField
          path="consequences.earnBack.periods"
          label="Periods that must be kept"
          min={1}
          step={1}
        />
        <TextField
          path="consequences.earnBack.reach"
          label="Attainment in each of them"
          hint="Empty: the target of the measure."
          placeholder="97%"
          width="short"
          optional
        />
        <TextField
          path="consequences.earnBack.back"
          label="Share that is given back"
          hint="Empty: all of it."
          placeholder="100%"
          width="short"
          optional
        />
      </div>
      <Button look="subtle" onClick={() => session.edit('consequences.earnBack', undefined)}>
        Credits are not earned back
      </Button>
    </fieldset>
  );
}
