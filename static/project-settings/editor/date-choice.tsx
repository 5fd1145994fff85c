import { useState } from 'react';
import { Button } from '../../ui/button';
import type { HolidayLine } from './holidays-from-ical';

interface Props {
  readonly found: readonly HolidayLine[];
  /** What the calendar has already. */
  readonly present: readonly HolidayLine[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  readonly onTake: (lines: readonly HolidayLine[]) => void;
  readonly onClose: () => void;
}

const key = ({ date, yearly }: HolidayLine): string => `${date}${yearly ? ' yearly' : ''}`;

/** The dates found, to be confirmed one by one; what is there already is not offered again. */
export function DateChoice({ found, present, skipped, onTake, onClose }: Props) {
  const there = new Set(present.map(({ date }) => date));
  const fresh = found.filter(({ date }) => !there.has(date));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = fresh.filter((line) => !left.has(key(line)));
  const toggle = (line: HolidayLine): void => {
    const next = new Set(left);
    if (!next.delete(key(line))) next.add(key(line));
    setLeft(next);
  };
  const known = found.length - fresh.length;
  return (
    <div className="stack">
      <p>
        <strong>{found.length === 1 ? '1 date found' : `${found.length} dates found`}</strong>
        {known > 0 && `, ${known} of them in the calendar already`}.
      </p>
      {fresh.length > 0 && (
        <>
          <div className="side-by-side">
            <Button look="subtle" onClick={() => setLeft(new Set())}>
              Choose all
            </Button>
            <Button look="subtle" onClick={() => setLeft(new Set(fresh.map(key)))}>
              Choose none
            </Button>
          </div>
          <ul className="date-choices" tabIndex={0} aria-label="Dates found">
            {fresh.map((line) => (
              <li key={key(line)}>
                <label className="check">
                  <input type="checkbox" checked={!left.has(key(line))} onChange={() => toggle(line)} />
                  <span className="date">{line.date}</span> {line.name}
                  {line.yearly && <span className="subtle"> (every year)</span>}
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      {skipped.length > 0 && (
        <details className="fold">
          <summary>
            {skipped.length === 1 ? '1 event is skipped' : `${skipped.length} events are skipped`}
          </summary>
          <ul className="stack" tabIndex={0} aria-label="Events skipped">
            {skipped.slice(0, 200).map(({ name, reason }, index) => (
              <li key={index}>
                <strong>{name}</strong>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="side-by-side">
        <Button
          look="primary"
          aria-disabled={chosen.length === 0 || undefined}
          onClick={() => chosen.length > 0 && onTake(chosen)}
        >
          {chosen.length === 1 ? 'Add 1 holiday' : `Add ${chosen.length} holidays`}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </div>
  );
}
