import { AsyncCreatableSelect } from '@atlaskit/select';
import { useId, useRef, useState } from 'react';
import { call } from '../../ui/call';

interface Option {
  readonly label: string;
  readonly value: string;
  readonly person: { readonly name: string; readonly accountId?: string };
}

interface Props {
  readonly label: string;
  /** Accounts that are on the list already. */
  readonly taken: readonly string[];
  readonly onPick: (person: Option['person']) => void;
}

/** Finds people of Jira and of the portal; somebody without an account can be named too, but cannot sign. */
export function PersonPicker({ label, taken, onPick }: Props) {
  const id = useId();
  const [failure, setFailure] = useState<string | null>(null);
  const asked = useRef(0);
  const find = async (query: string): Promise<Option[]> => {
    const mine = ++asked.current;
    // While somebody types, only the last word is worth a question.
    await new Promise((ready) => setTimeout(ready, 250));
    if (mine !== asked.current || query.trim() === '') return [];
    const answer = await call('findPeople', { query: query.trim() });
    setFailure(answer.ok ? null : answer.message);
    if (!answer.ok) return [];
    return answer.value
      .filter(({ accountId }) => !taken.includes(accountId))
      .map(({ accountId, name, kind }) => ({
        label: `${name} (${kind === 'customer' ? 'portal customer' : 'Jira user'})`,
        value: accountId,
        person: { name, accountId },
      }));
  };
  return (
    <div className="edit-field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <AsyncCreatableSelect<Option>
        inputId={id}
        aria-label={label}
        descriptionId={`${id}-hint`}
        spacing="compact"
        placeholder="Type a name"
        value={null}
        loadOptions={find}
        getNewOptionData={(text: string, shown: React.ReactNode) =>
          ({ label: String(shown), value: text, person: { name: text.trim() } }) as Option
        }
        formatCreateLabel={(text: string) => `Name "${text}", who has no account and cannot sign`}
        noOptionsMessage={({ inputValue }: { inputValue: string }) =>
          inputValue === '' ? 'Type a name' : 'Nobody found'
        }
        onChange={(chosen) => chosen && onPick((chosen as Option).person)}
      />
      <div id={`${id}-hint`} className="edit-hint">
        Jira users and portal customers.
      </div>
      {failure !== null && <p className="problem-lines tone-danger">Nobody could be looked up: {failure}</p>}
    </div>
  );
}
