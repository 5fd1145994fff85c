import { useState } from 'react';
import type { AgreementSource, CreationChoices } from '../../src/contract/draft';
import { Button } from '../ui/button';
import { Field } from '../ui/field';

interface Props {
  readonly copyable: CreationChoices['copyable'];
  readonly busy: boolean;
  readonly onCopy: (source: AgreementSource) => void;
}

const keyOf = ({ projectId, agreementId }: CreationChoices['copyable'][number]): string =>
  `${projectId}/${agreementId}`;

/** Picks an agreement of this or another project to begin with. */
export function CopyChoice({ copyable, busy, onCopy }: Props) {
  const [picked, setPicked] = useState('');
  const choice = copyable.find((one) => keyOf(one) === picked) ?? copyable[0];
  if (!choice) return <p className="subtle">There is none yet in the projects you administer.</p>;
  return (
    <form
      className="row copy-choice"
      onSubmit={(event) => {
        event.preventDefault();
        onCopy({ from: 'copy', projectId: choice.projectId, agreementId: choice.agreementId });
      }}
    >
      <Field label="Agreement" hint="Of this and other projects you administer">
        {(props) => (
          <select
            {...props}
            className="field-input"
            value={keyOf(choice)}
            onChange={(event) => setPicked(event.target.value)}
          >
            {copyable.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {one.projectKey}: {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" aria-disabled={busy}>
        {busy ? 'Copying…' : 'Copy'}
      </Button>
    </form>
  );
}
