import { memo, useState } from 'react';
import { Button } from '../../ui/button';
import { say, useEditor, useProblems, useValue } from './editor-context';
import { ProblemLines } from './field';
import { WeekGrid } from './week-grid';
import { DAYS, DAY_NAMES, readWeek, writeWeek, type Week, type WrittenHours } from './week-hours';

/** The working hours of a week: painted on a grid, or written exactly for each day. */
export const WeekFields = memo(function WeekFields({ path }: { readonly path: string }) {
  const { session, view } = useEditor();
  const hours = useValue<WrittenHours>(path);
  const problems = useProblems(path, true);
  const week = readWeek(hours);
  const change = (next: Week): void => session.edit(path, writeWeek(next));
  const preset = (next: WrittenHours, words: string): void => {
    session.edit(path, next);
    say(view, words);
  };
  return (
    <fieldset className="group" data-path={path}>
      <legend>Working hours</legend>
      <div className="side-by-side">
        <Button onClick={() => preset({ 'mon-fri': '09:00-17:00' }, 'Monday to Friday, nine to five.')}>
          Mon–Fri 9–17
        </Button>
        <Button onClick={() => preset('always', 'Around the clock.')}>Around the clock</Button>
      </div>
      <ProblemLines problems={problems} />
      <div className="week">
        <WeekGrid week={week} onChange={change} onSay={(words) => say(view, words)} />
        <div className="week-days">
          {DAYS.map((day) => (
            <DayText
              key={day}
              label={DAY_NAMES[day]}
              value={week[day]}
              onChange={(text) => change({ ...week, [day]: text })}
            />
          ))}
        </div>
      </div>
    </fieldset>
  );
});

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function DayText({ label, value, onChange }: DayProps) {
  // While it is typed it stays as typed; the document gets it tidied.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="day-text">
      <span>{label}</span>
      <input
        className="input input-mono"
        value={typed ?? (value === 'closed' ? '' : value)}
        placeholder="closed"
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(target.value);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
