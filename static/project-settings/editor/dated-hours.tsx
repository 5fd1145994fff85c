import { memo, useId, useState } from 'react';
import { Button } from '../../ui/button';
import { pathBelow } from './draft-path';
import { say, useEditor, useValue } from './editor-context';
import { ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { TextField } from './text-field';

interface Props {
  readonly path: string;
  readonly title: string;
  readonly about: string;
  /** Hours a new date begins with. */
  readonly start: string;
}

/** Hours by date: one line for each date. */
export const DatedHours = memo(function DatedHours({ path, title, about, start }: Props) {
  const { session, view } = useEditor();
  const lines = useValue<Readonly<Record<string, string>>>(path) ?? {};
  const [date, setDate] = useState('');
  const dateId = useId();
  const dates = Object.keys(lines).sort();
  const add = (): void => {
    if (date === '') return;
    if (Object.hasOwn(lines, date)) return say(view, `There is a line for ${date} already.`);
    session.edit(path, { ...lines, [date]: start });
    say(view, `Added ${date}.`);
    setDate('');
  };
  const remove = (day: string): void => {
    const rest = Object.entries(lines).filter(([each]) => each !== day);
    session.edit(path, rest.length === 0 ? undefined : Object.fromEntries(rest));
    say(view, `Removed ${day}.`);
  };
  return (
    <fieldset className="group" data-path={path}>
      <legend>{title}</legend>
      <p className="subtle">{about}</p>
      <ProblemsAt path={path} />
      {dates.map((day, index) => (
        <div key={day} className="row-head">
          <strong className="date">{day}</strong>
          <TextField path={pathBelow(path, day)} label={`Hours on ${day}, ${title}`} labelHidden mono />
          <ListMoves name={day} index={index} count={dates.length} onRemove={() => remove(day)} />
        </div>
      ))}
      <div className="side-by-side end">
        <div className="edit-field">
          <label className="field-label" htmlFor={dateId}>
            Date, {title.toLowerCase()}
          </label>
          <input
            id={dateId}
            className="input input-short"
            type="date"
            value={date}
            onChange={({ target }) => setDate(target.value)}
          />
        </div>
        <Button onClick={add} aria-disabled={date === '' || undefined}>
          Add the date<span className="visually-hidden">: {title}</span>
        </Button>
      </div>
    </fieldset>
  );
});
