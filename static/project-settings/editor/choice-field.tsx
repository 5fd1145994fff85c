import { memo, type ReactNode } from 'react';
import { useEditor, useValue } from './editor-context';
import { Field } from './field';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly path: string;
  readonly label: string;
  /** Said after the label, where several fields have the same one: ", goal Urgent". */
  readonly of?: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly choices: readonly Choice[];
  /** What it means that nothing is chosen; choosing it takes the key out. Absent: something must be. */
  readonly none?: string;
  /** The choice that holds where nothing is written, and is shown as chosen then. */
  readonly usual?: string;
  readonly width?: 'short' | 'medium' | 'full';
}

/** One of a few words of the document. A value that is none of them stays and is shown. */
export const ChoiceField = memo(function ChoiceField({
  path,
  label,
  of,
  labelHidden,
  hint,
  choices,
  none,
  usual,
  width = 'medium',
}: Props) {
  const { session } = useEditor();
  const value = useValue<string>(path);
  const known = value === undefined || choices.some((choice) => choice.value === value);
  return (
    <Field path={path} label={label} of={of} labelHidden={labelHidden} hint={hint}>
      {(control) => (
        <select
          {...control}
          className={`input input-${width}`}
          value={value ?? usual ?? ''}
          onChange={({ target }) => session.edit(path, target.value === '' ? undefined : target.value)}
        >
          {(none !== undefined || (value ?? usual) === undefined) && (
            <option value="">{none ?? 'Choose'}</option>
          )}
          {!known && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
});
