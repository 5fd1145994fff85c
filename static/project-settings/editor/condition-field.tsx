import { memo, useId, useState, type ReactNode } from 'react';
import { Button } from '../../ui/button';
import { useEditor, useSentence, useValue } from './editor-context';
import { Field } from './field';
import { JqlBuilder } from './jql-builder';
import { readSimpleJql } from './simple-jql';

interface Props {
  readonly path: string;
  readonly label: string;
  /** Said after the label, where several fields have the same one: ", goal Urgent". */
  readonly of?: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  /** What it means to leave it empty; absent: it must be filled. */
  readonly none?: string;
  readonly lines?: number;
}

/** A condition on tickets: JQL, or picked from lists by those who do not write it. */
export const ConditionField = memo(function ConditionField({
  path,
  label,
  of,
  labelHidden,
  hint,
  none,
  lines,
}: Props) {
  const { session } = useEditor();
  const value = useValue<string>(path) ?? '';
  const sentence = useSentence(path);
  const [picking, setPicking] = useState(false);
  const builderId = useId();
  const choices = readSimpleJql(value);
  const edit = (jql: string): void => session.edit(path, jql === '' && none !== undefined ? undefined : jql);
  const text = {
    className: 'input input-full input-mono',
    value,
    placeholder: none ?? 'priority = High',
    spellCheck: false,
    autoComplete: 'off',
  };
  return (
    <div className="condition">
      <Field path={path} label={label} of={of} labelHidden={labelHidden} hint={hint}>
        {(control) => (
          <div className="with-button">
            {lines === undefined ? (
              <input {...control} {...text} onChange={(event) => edit(event.target.value)} />
            ) : (
              <textarea {...control} {...text} rows={lines} onChange={(event) => edit(event.target.value)} />
            )}
            <Button
              aria-expanded={picking}
              aria-controls={builderId}
              aria-label={`Pick from lists: ${label}${of ?? ''}`}
              onClick={() => setPicking(!picking)}
            >
              Pick
            </Button>
          </div>
        )}
      </Field>
      {sentence !== undefined && <p className="sentence">{sentence}</p>}
      <div id={builderId}>
        {picking &&
          (choices === null ? (
            <p className="subtle">
              This JQL says more than the lists can. Change it as text, or empty it to pick from lists.
            </p>
          ) : (
            <JqlBuilder choices={choices} label={`${label}${of ?? ''}`} onChange={edit} />
          ))}
      </div>
    </div>
  );
});
