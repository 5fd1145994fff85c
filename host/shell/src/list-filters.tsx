import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState } from 'react';

interface Choice {
  readonly label: string;
  readonly value: string;
}

const categories: readonly Choice[] = [
  { label: 'All statuses', value: '' },
  { label: 'Open', value: 'open' },
  { label: 'To do', value: 'new' },
  { label: 'In progress', value: 'indeterminate' },
  { label: 'Done', value: 'done' },
];

const assignees: readonly Choice[] = [
  { label: 'Anyone', value: '' },
  { label: 'Me', value: 'me' },
  { label: 'Nobody yet', value: 'nobody' },
];

const slaStates: readonly Choice[] = [
  { label: 'Any state', value: '' },
  { label: 'Breached', value: 'breached' },
  { label: 'At risk', value: 'at-risk' },
  { label: 'Running', value: 'running' },
  { label: 'Paused', value: 'paused' },
  { label: 'Met', value: 'met' },
  { label: 'No goal', value: 'no-goal' },
  { label: 'Not counted', value: 'not-counted' },
  { label: 'No timer', value: 'none' },
];

const sorts: readonly Choice[] = [
  { label: 'Newest first', value: '' },
  { label: 'Last updated', value: 'updated' },
  { label: 'Highest priority', value: 'priority' },
  { label: 'Breaching next', value: 'breach' },
];

/** How long typing may pause before the list follows, in real ms. */
const typing = 250;

/** What the list shows; the address keeps it. */
export function ListFilters(props: {
  search: URLSearchParams;
  onChange: (changes: Readonly<Record<string, string>>) => void;
  isCustomer: boolean;
}) {
  const { search, onChange, isCustomer } = props;
  const given = search.get('text') ?? '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    if (text === given) return undefined;
    const timer = setTimeout(() => onChange({ text }), typing);
    return () => clearTimeout(timer);
  }, [text, given, onChange]);
  return (
    <search className="filters">
      <div className="filter wide">
        <label htmlFor="filter-text">Search</label>
        <Textfield
          id="filter-text"
          type="search"
          isCompact
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
      </div>
      <Filter
        id="filter-category"
        label="Status"
        choices={categories}
        value={search.get('category') ?? ''}
        onChange={(category) => onChange({ category })}
      />
      {!isCustomer && (
        <>
          <Filter
            id="filter-assignee"
            label="Assigned to"
            choices={assignees}
            value={search.get('assignee') ?? ''}
            onChange={(assignee) => onChange({ assignee })}
          />
          <Filter
            id="filter-sla"
            label="SLA"
            choices={slaStates}
            value={search.get('sla') ?? ''}
            onChange={(sla) => onChange({ sla })}
          />
        </>
      )}
      <Filter
        id="filter-sort"
        label="Order"
        choices={isCustomer ? sorts.filter(({ value }) => value !== 'breach') : sorts}
        value={search.get('sort') ?? ''}
        onChange={(sort) => onChange({ sort })}
      />
    </search>
  );
}

function Filter(props: {
  id: string;
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { id, label, choices, value, onChange } = props;
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Select<Choice>
        inputId={id}
        spacing="compact"
        isSearchable={false}
        options={choices}
        value={choices.find((choice) => choice.value === value) ?? choices[0] ?? null}
        onChange={(choice) => onChange(choice?.value ?? '')}
      />
    </div>
  );
}
