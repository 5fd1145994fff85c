import { useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { readAgreementFile } from './read-agreement-file';

interface Props {
  readonly busy: boolean;
  readonly onImport: (text: string) => void;
  /** The text is another one: what was said about the last one no longer holds. */
  readonly onChange: () => void;
}

/** Takes an agreement as a file or pasted; a file is imported byte for byte. */
export function ImportText({ busy, onImport, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const [fileName, setFileName] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const take = (next: string, from: string | null): void => {
    setText(next);
    setFileName(from);
    setProblem(undefined);
    onChange();
  };
  const read = async (picked: File | undefined): Promise<void> => {
    if (!picked) return;
    const reading = await readAgreementFile(picked);
    if (reading.ok) take(reading.text, picked.name);
    else setProblem(reading.problem);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') setProblem('Choose a file or paste a text first.');
        else if (!busy) onImport(text);
      }}
    >
      <div className="row">
        {/* The input itself cannot be styled; it stays reachable by its label. */}
        <input
          ref={file}
          id={id}
          type="file"
          className="visually-hidden"
          accept=".yaml,.yml,.json,application/yaml,application/json"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button onClick={() => file.current?.click()}>Choose a file…</Button>
        <span role="status" className="subtle">
          {fileName ? `${fileName} is read, unchanged.` : ''}
        </span>
      </div>
      <Field
        label="Or paste it here"
        hint="An agreement exported from Accord or written by hand. At most 240 KB."
        problem={problem}
      >
        {(props) => (
          <textarea
            {...props}
            className="field-input code-input"
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => take(event.target.value, null)}
          />
        )}
      </Field>
      <div className="row">
        <Button type="submit" aria-disabled={busy}>
          {busy ? 'Importing…' : 'Import'}
        </Button>
      </div>
    </form>
  );
}
