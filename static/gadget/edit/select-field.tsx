import { Field } from '../../ui/field';

interface Props<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly (readonly [value: Value, text: string])[];
  /** What '' says; null = something must be chosen. */
  readonly none: string | null;
  readonly value: Value | '';
  readonly required?: boolean;
  readonly problem?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** One choice of a list. */
export function SelectField<Value extends string>(props: Props<Value>) {
  const { label, hint, options, none, value, required = false, problem, onChange } = props;
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} required={required} problem={problem}>
      {(tied) => (
        <select
          {...tied}
          className="field-input"
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {none !== null && <option value="">{none}</option>}
          {options.map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
