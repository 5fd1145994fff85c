import { Button } from './button';
import type { EntryProblems, ExclusionEntry } from './exclusion-entry';
import { Field } from './field';
import { readLocalTime } from './local-time';
import { usePlace } from './place-context';
import { sayZone } from './say-instant';

interface Props {
  readonly windows: ExclusionEntry['windows'];
  readonly problems: EntryProblems;
  readonly onChange: (windows: ExclusionEntry['windows']) => void;
}

/** The windows of time an exclusion is for, as local times with their zone named. */
export function WindowFields({ windows, problems, onChange }: Props) {
  const { timeZone } = usePlace();
  const change = (i: number, part: Partial<ExclusionEntry['windows'][number]>): void =>
    onChange(windows.map((window, j) => (j === i ? { ...window, ...part } : window)));
  const at = readLocalTime(windows[0]?.from ?? '', timeZone);
  return (
    <fieldset className="field">
      <legend>When</legend>
      {windows.map(({ from, to }, i) => (
        <div key={i} className="pair">
          <Field label={windows.length > 1 ? `From (${i + 1})` : 'From'} problem={problems[`from.${i}`]}>
            {(props) => (
              <input
                {...props}
                type="datetime-local"
                className="field-input"
                value={from}
                onChange={(event) => change(i, { from: event.target.value })}
              />
            )}
          </Field>
          <Field label={windows.length > 1 ? `To (${i + 1})` : 'To'} problem={problems[`to.${i}`]}>
            {(props) => (
              <input
                {...props}
                type="datetime-local"
                className="field-input"
                value={to}
                onChange={(event) => change(i, { to: event.target.value })}
              />
            )}
          </Field>
          {windows.length > 1 && (
            <Button look="subtle" onClick={() => onChange(windows.filter((_, j) => j !== i))}>
              Remove<span className="visually-hidden"> window {i + 1}</span>
            </Button>
          )}
        </div>
      ))}
      <span className="field-hint">
        Your time zone: {timeZone}
        {at !== null && ` (${sayZone(timeZone, at)})`}
      </span>
      <Button look="subtle" onClick={() => onChange([...windows, { from: '', to: '' }])}>
        Add a window
      </Button>
    </fieldset>
  );
}
