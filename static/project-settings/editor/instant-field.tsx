import { memo } from 'react';
import { useEditor, useValue } from './editor-context';
import { Field } from './field';
import { readLocalInstant, writeLocalInstant } from './local-instant';

interface Props {
  readonly path: string;
  readonly label: string;
  /** Zone in which it is shown and typed; absent or unknown: UTC. */
  readonly zone: string | undefined;
}

const known = (zone: string | undefined): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

/** Date and time on the provider's clocks; the document gets the instant with its offset. */
export const InstantField = memo(function InstantField({ path, label, zone }: Props) {
  const { session } = useEditor();
  const value = useValue<string>(path) ?? '';
  const timeZone = known(zone);
  return (
    <Field path={path} label={label} hint={`Time in ${timeZone.replaceAll('_', ' ')}`}>
      {(control) => (
        <input
          {...control}
          className="input input-medium"
          type="datetime-local"
          value={readLocalInstant(value, timeZone)}
          onChange={({ target }) =>
            session.edit(path, target.value === '' ? '' : writeLocalInstant(target.value, timeZone))
          }
        />
      )}
    </Field>
  );
});
