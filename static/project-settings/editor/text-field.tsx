import { memo, type ReactNode } from 'react';
import { useEditor, useValue } from './editor-context';
import { Field } from './field';

interface Props {
  readonly path: string;
  readonly label: string;
  /** Said after the label, where several fields have the same one: ", goal Urgent". */
  readonly of?: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  /** An empty field takes the key out of the document. */
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date';
  readonly lines?: number;
  readonly width?: 'short' | 'medium' | 'full';
  readonly mono?: boolean;
  /** Found by `useRowFocus`. */
  readonly mark?: string;
}

/** A text of the document. */
export const TextField = memo(function TextField({
  path,
  label,
  of,
  labelHidden,
  hint,
  optional = false,
  placeholder,
  type = 'text',
  lines,
  width = 'full',
  mono = false,
  mark,
}: Props) {
  const { session } = useEditor();
  const value = useValue<string>(path) ?? '';
  const onChange = (text: string): void => session.edit(path, text === '' && optional ? undefined : text);
  const className = `input input-${width}${mono ? ' input-mono' : ''}`;
  return (
    <Field path={path} label={label} of={of} labelHidden={labelHidden} hint={hint} optional={optional}>
      {(control) =>
        lines === undefined ? (
          <input
            {...control}
            className={className}
            data-mark={mark}
            type={type}
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={!mono}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <textarea
            {...control}
            className={className}
            rows={lines}
            value={value}
            placeholder={placeholder}
            spellCheck={!mono}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
});
