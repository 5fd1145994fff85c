import Select from '@atlaskit/select';
import { memo } from 'react';
import { useEditor, useValue } from './editor-context';
import { Field } from './field';

interface Option {
  readonly label: string;
  readonly value: string;
}

const option = (zone: string): Option => ({ label: zone.replaceAll('_', ' '), value: zone });

let known: readonly Option[] | undefined;
/** Asked for once: the browser makes the list anew each time. */
const zones = (): readonly Option[] => (known ??= ['UTC', ...Intl.supportedValuesOf('timeZone')].map(option));

/** A time zone, found by typing a city. */
export const ZoneField = memo(function ZoneField({
  path,
  label,
}: {
  readonly path: string;
  readonly label: string;
}) {
  const { session } = useEditor();
  const value = useValue<string>(path);
  return (
    <Field path={path} label={label}>
      {(control) => (
        <div data-path={path} className="input-medium">
          <Select<Option>
            inputId={control.id}
            aria-label={label}
            descriptionId={control['aria-describedby']}
            isInvalid={control['aria-invalid'] ?? false}
            spacing="compact"
            placeholder="Type a city"
            options={zones()}
            value={value === undefined ? null : option(value)}
            noOptionsMessage={() => 'No such zone'}
            onChange={(chosen) => chosen && session.edit(path, chosen.value)}
          />
        </div>
      )}
    </Field>
  );
});
