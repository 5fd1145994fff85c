import { CreatableSelect } from '@atlaskit/select';
import { useMemo } from 'react';
import type { ControlProps } from './field';

interface Option {
  readonly label: string;
  readonly value: string;
}

interface Props {
  readonly control: Pick<ControlProps, 'id' | 'aria-describedby' | 'aria-invalid'> & {
    readonly 'data-path'?: string;
  };
  readonly label: string;
  readonly values: readonly string[];
  readonly choices: readonly string[];
  readonly placeholder?: string;
  readonly onChange: (values: readonly string[]) => void;
}

/** Several of many names, found by typing; a name that is not on the list can be written as well. */
export function ValuesSelect({ control, label, values, choices, placeholder = 'Choose', onChange }: Props) {
  const options = useMemo(
    () => [...new Set(choices)].map((choice): Option => ({ label: choice, value: choice })),
    [choices],
  );
  return (
    <div data-path={control['data-path']} className="values-select">
      <CreatableSelect<Option, true>
        inputId={control.id}
        aria-label={label}
        descriptionId={control['aria-describedby']}
        isInvalid={control['aria-invalid'] ?? false}
        isMulti
        spacing="compact"
        placeholder={placeholder}
        options={options}
        value={values.map((value) => ({ label: value, value }))}
        formatCreateLabel={(text: string) => `Use "${text}"`}
        noOptionsMessage={() => 'Nothing found'}
        onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
      />
    </div>
  );
}
