import { useId, useState } from 'react';
import { DateChoice } from './date-choice';
import { holidaysFromIcal, type CalendarFile, type HolidayLine } from './holidays-from-ical';

interface Props {
  readonly present: readonly HolidayLine[];
  readonly onTake: (lines: readonly HolidayLine[]) => void;
  readonly onClose: () => void;
}

const MOST_BYTES = 2_000_000;

/** Holidays from an iCalendar file; nothing is taken before it is confirmed. */
export function IcalImport({ present, onTake, onClose }: Props) {
  const [file, setFile] = useState<CalendarFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const read = async (chosen: File | undefined): Promise<void> => {
    setFile(null);
    setProblem(null);
    if (!chosen) return;
    if (chosen.size > MOST_BYTES)
      return setProblem('The file is larger than 2 MB. Export a calendar of holidays only.');
    try {
      // The reader of calendar files is loaded when it is needed.
      const [{ default: ical }, text] = await Promise.all([import('ical.js'), chosen.text()]);
      const today = new Date().toISOString().slice(0, 10);
      setFile(holidaysFromIcal(text, ical, today));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="panel">
      <div className="edit-field">
        <label className="field-label" htmlFor={id}>
          Calendar file
        </label>
        <input
          id={id}
          className="file"
          type="file"
          accept=".ics,text/calendar"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => void read(target.files?.[0])}
        />
        <div id={`${id}-hint`} className="edit-hint">
          An iCalendar file (.ics). Whole-day events are offered as holidays; it does not leave your browser.
        </div>
      </div>
      <div role="status">
        {problem !== null && <p className="tone-danger problem-text">{problem}</p>}
        {file !== null && file.found.length === 0 && <p>There are no whole-day events in this file.</p>}
      </div>
      {file !== null && (
        <DateChoice
          found={file.found}
          skipped={file.skipped}
          present={present}
          onTake={onTake}
          onClose={onClose}
        />
      )}
    </div>
  );
}
