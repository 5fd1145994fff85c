import { useEditor, useValue } from './editor-context';
import { Field } from './field';

interface Props {
  readonly path: string;
  readonly label: string;
  /** Said after the label, where several fields have the same one. */
  readonly of?: string;
  readonly hint?: string;
  readonly min?: number;
  readonly step?: number | 'any';
}

/** A number of the document. An emptied field is the least there can be. */
export function NumberField({ path, label, of, hint, min = 0, step = 'any' }: Props) {
  const { session } = useEditor();
  const value = useValue<number>(path);
  return (
    <Field path={path} label={label} of={of} hint={hint}>
      {(control) => (
        <input
          {...control}
          className="input input-short"
          type="number"
          min={min}
          step={step}
          value={value ?? ''}
          onChange={({ target }) => session.edit(path, target.value === '' ? min : target.valueAsNumber)}
        />
      )}
    </Field>
  );
}
