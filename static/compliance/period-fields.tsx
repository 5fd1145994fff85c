import { useState } from 'react';
import { Field } from '../ui/field';
import { daysOf, isDay, presetName, PRESETS, type Period, type Preset } from './period';

interface Props {
  readonly period: Period;
  readonly today: string;
  /** Whose days they are: "London, GMT". */
  readonly zone: string;
  readonly onChange: (period: Period) => void;
}

/** A period by its name, or from one day to another. */
export function PeriodFields({ period, today, zone, onChange }: Props) {
  const days = daysOf(period, today);
  return (
    <>
      <Field label="Period">
        {(props) => (
          <select
            {...props}
            className="field-input"
            value={period.preset ?? ''}
            onChange={({ target: { value } }) =>
              onChange(value === '' ? { preset: null, ...days } : { preset: value as Preset })
            }
          >
            {PRESETS.map((preset) => (
              <option key={preset} value={preset}>
                {presetName(preset)}
              </option>
            ))}
            <option value="">From day to day…</option>
          </select>
        )}
      </Field>
      {period.preset === null && (
        <DayFields key={`${days.from} ${days.to}`} {...days} zone={zone} onChange={onChange} />
      )}
    </>
  );
}

interface DayProps {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly onChange: (period: Period) => void;
}

/** Both days; taken over once they make a period. */
function DayFields({ from, to, zone, onChange }: DayProps) {
  const [edited, setEdited] = useState({ from, to });
  const problem =
    !isDay(edited.from) || !isDay(edited.to)
      ? 'Both days are needed.'
      : edited.from > edited.to
        ? 'The first day comes before the last.'
        : undefined;
  const take = (): void => {
    if (problem === undefined && (edited.from !== from || edited.to !== to))
      onChange({ preset: null, ...edited });
  };
  const input = (name: 'from' | 'to', label: string) => (
    <Field label={label} problem={name === 'to' ? problem : undefined}>
      {(props) => (
        <input
          {...props}
          type="date"
          className="field-input"
          title={`Days in ${zone}`}
          value={edited[name]}
          onChange={(event) => setEdited({ ...edited, [name]: event.target.value })}
          onBlur={take}
          onKeyDown={(event) => event.key === 'Enter' && take()}
        />
      )}
    </Field>
  );
  return (
    <>
      {input('from', 'First day')}
      {input('to', 'Last day')}
    </>
  );
}
