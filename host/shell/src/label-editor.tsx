import Button from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';

/** Labels with a way to take each away, and a line to add one. Labels have no spaces, as in Jira. */
export function LabelEditor(props: {
  labels: readonly string[];
  isDisabled: boolean;
  onChange: (labels: readonly string[]) => void;
}) {
  const { labels, isDisabled, onChange } = props;
  const [text, setText] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const label = text.trim().replace(/\s+/g, '-');
    if (label !== '' && !labels.includes(label)) onChange([...labels, label]);
    setText('');
  };
  return (
    <div className="labels">
      {labels.length > 0 && (
        <ul>
          {labels.map((label) => (
            <li key={label}>
              <Button
                spacing="compact"
                iconAfter={CrossIcon}
                isDisabled={isDisabled}
                aria-label={`Remove label ${label}`}
                onClick={() => onChange(labels.filter((one) => one !== label))}
              >
                {label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add}>
        <Textfield
          id="labels"
          isCompact
          maxLength={255}
          isDisabled={isDisabled}
          placeholder="Add a label"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </div>
  );
}
