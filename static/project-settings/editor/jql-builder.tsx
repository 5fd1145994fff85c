import DeleteIcon from '@atlaskit/icon/core/delete';
import { useId, useState } from 'react';
import { Button } from '../../ui/button';
import { useEditor } from './editor-context';
import { IconButton } from './list-moves';
import { JQL_FIELDS, writeSimpleJql, type JqlChoice, type JqlField } from './simple-jql';
import { ValuesSelect } from './values-select';

interface Props {
  readonly choices: readonly JqlChoice[];
  readonly label: string;
  readonly onChange: (jql: string) => void;
}

/** "Field is one of ..." rows, all of which must be true. */
export function JqlBuilder({ choices, label, onChange }: Props) {
  // A row without a value says nothing in JQL, so it lives here until it has one.
  const [empty, setEmpty] = useState<JqlField | null>(choices.length === 0 ? 'priority' : null);
  const used = choices.map(({ field }) => field);
  const free = JQL_FIELDS.filter(({ field }) => !used.includes(field) && field !== empty);
  const rows = empty !== null && !used.includes(empty) ? [...choices, { field: empty, values: [] }] : choices;
  const change = (row: JqlChoice, next: JqlChoice | null): void => {
    const changed = rows.flatMap((each) => (each.field === row.field ? (next ? [next] : []) : [each]));
    setEmpty(changed.find(({ values }) => values.length === 0)?.field ?? null);
    onChange(writeSimpleJql(changed));
  };
  return (
    <fieldset className="group builder">
      <legend>Tickets that match all of these</legend>
      {rows.map((row) => (
        <BuilderRow
          key={row.field}
          row={row}
          used={used}
          label={label}
          onChange={(next) => change(row, next)}
        />
      ))}
      {free.length > 0 && (
        <Button look="subtle" onClick={() => setEmpty(free[0]?.field ?? null)}>
          Add a condition
        </Button>
      )}
    </fieldset>
  );
}

interface RowProps {
  readonly row: JqlChoice;
  readonly used: readonly JqlField[];
  readonly label: string;
  readonly onChange: (next: JqlChoice | null) => void;
}

function BuilderRow({ row, used, label, onChange }: RowProps) {
  const { facts } = useEditor();
  const id = useId();
  const known = JQL_FIELDS.find(({ field }) => field === row.field);
  const names = known ? facts[known.facts].map(({ name }) => name) : [];
  const fieldLabel = known?.label ?? row.field;
  return (
    <div className="builder-row">
      <select
        className="input"
        aria-label={`Field, ${label}`}
        value={row.field}
        onChange={({ target }) => onChange({ field: target.value as JqlField, values: [] })}
      >
        {JQL_FIELDS.filter(({ field }) => field === row.field || !used.includes(field)).map(
          ({ field, label: name }) => (
            <option key={field} value={field}>
              {name}
            </option>
          ),
        )}
      </select>
      <span>is one of</span>
      <div className="builder-values">
        <ValuesSelect
          control={{ id, 'aria-describedby': undefined, 'aria-invalid': undefined }}
          label={`${fieldLabel} is one of`}
          values={row.values}
          choices={names}
          onChange={(values) => onChange({ ...row, values })}
        />
      </div>
      <IconButton
        label={`Remove the condition on ${fieldLabel}`}
        Icon={DeleteIcon}
        onClick={() => onChange(null)}
      />
    </div>
  );
}
