import { memo, useCallback, useId, useState } from 'react';
import { Button } from '../../ui/button';
import { documentOf, say, useEditor, useList, useValue } from './editor-context';
import { parsePath, valueAt } from './draft-path';
import { ProblemsAt } from './field';
import type { HolidayLine } from './holidays-from-ical';
import { IcalImport } from './ical-import';
import { ListMoves } from './list-moves';
import { PublicHolidayImport } from './public-holiday-import';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';
import { useRowFocus } from './use-row-focus';

/** Dates that are closed, each with its name. */
export const HolidayTable = memo(function HolidayTable({ path }: { readonly path: string }) {
  const { session, view } = useEditor();
  const count = useList<HolidayLine>(path).length;
  const edit = useListEdit(path);
  const [frame, focus] = useRowFocus<HTMLFieldSetElement>();
  const [source, setSource] = useState<'file' | 'country' | null>(null);
  const holidays = useCallback((): readonly HolidayLine[] => {
    const list = valueAt(documentOf(session), parsePath(path));
    return Array.isArray(list) ? (list as readonly HolidayLine[]) : [];
  }, [session, path]);
  const onRemove = useCallback(
    (index: number) => {
      edit.remove(index, holidays()[index]?.name || 'the holiday');
      focus(`remove-${Math.max(0, index - 1)}`);
    },
    [edit, focus, holidays],
  );
  const add = (lines: readonly HolidayLine[]): void => {
    const all = [...holidays(), ...lines].sort((a, b) => a.date.localeCompare(b.date));
    session.edit(path, all);
    say(view, lines.length === 1 ? `Added ${lines[0]?.name}.` : `Added ${lines.length} holidays.`);
    setSource(null);
  };
  return (
    <fieldset ref={frame} className="group" data-path={path}>
      <legend>Holidays</legend>
      <ProblemsAt path={path} />
      {count === 0 ? (
        <p className="subtle">None yet.</p>
      ) : (
        <ul className={`holidays${count > 50 ? ' many' : ''}`}>
          {Array.from({ length: count }, (_, index) => (
            <HolidayRow
              key={index}
              path={`${path}[${index}]`}
              index={index}
              count={count}
              onRemove={onRemove}
            />
          ))}
        </ul>
      )}
      <AddHoliday onAdd={(line) => add([line])} />
      <div className="side-by-side">
        <Button
          aria-expanded={source === 'country'}
          onClick={() => setSource(source === 'country' ? null : 'country')}
        >
          Add public holidays of a country
        </Button>
        <Button
          aria-expanded={source === 'file'}
          onClick={() => setSource(source === 'file' ? null : 'file')}
        >
          Import a calendar file
        </Button>
      </div>
      {source === 'country' && (
        <PublicHolidayImport present={holidays()} onTake={add} onClose={() => setSource(null)} />
      )}
      {source === 'file' && <IcalImport present={holidays()} onTake={add} onClose={() => setSource(null)} />}
    </fieldset>
  );
});

interface RowProps {
  readonly path: string;
  readonly index: number;
  readonly count: number;
  readonly onRemove: (index: number) => void;
}

const HolidayRow = memo(function HolidayRow({ path, index, count, onRemove }: RowProps) {
  const { session } = useEditor();
  const holiday = useValue<HolidayLine>(path);
  const of = `, holiday ${index + 1}`;
  return (
    <li className="holiday-row" data-path={path}>
      <TextField path={`${path}.date`} label={`Date${of}`} labelHidden type="date" />
      <TextField path={`${path}.name`} label={`Name${of}`} labelHidden placeholder="Name" />
      <label className="check">
        <input
          type="checkbox"
          checked={holiday?.yearly ?? false}
          onChange={({ target }) => session.edit(`${path}.yearly`, target.checked ? true : undefined)}
        />
        Every year<span className="visually-hidden">{of}</span>
      </label>
      <ListMoves
        name={holiday?.name || `holiday ${index + 1}`}
        index={index}
        count={count}
        onRemove={() => onRemove(index)}
      />
      <ProblemsAt path={path} />
    </li>
  );
});

function AddHoliday({ onAdd }: { readonly onAdd: (line: HolidayLine) => void }) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const id = useId();
  const ready = date !== '' && name.trim() !== '';
  const add = (): void => {
    if (!ready) return;
    onAdd({ date, name: name.trim() });
    setDate('');
    setName('');
  };
  return (
    <div className="side-by-side end">
      <div className="edit-field">
        <label className="field-label" htmlFor={`${id}-date`}>
          Date of the holiday
        </label>
        <input
          id={`${id}-date`}
          className="input input-short"
          type="date"
          value={date}
          onChange={({ target }) => setDate(target.value)}
        />
      </div>
      <div className="edit-field grow">
        <label className="field-label" htmlFor={`${id}-name`}>
          Name of the holiday
        </label>
        <input
          id={`${id}-name`}
          className="input input-full"
          value={name}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
      </div>
      <Button data-mark="add" onClick={add} aria-disabled={!ready || undefined}>
        Add the holiday
      </Button>
    </div>
  );
}
