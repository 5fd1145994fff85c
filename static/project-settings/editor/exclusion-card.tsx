import type { ExclusionKind } from '../../../src/contract/exclusion';
import { Button } from '../../ui/button';
import { ChoiceField } from './choice-field';
import { ConditionField } from './condition-field';
import { useEditor, useList, useSentence, useValue } from './editor-context';
import { FoldCard } from './fold-card';
import { Field, ProblemsAt } from './field';
import { InstantField } from './instant-field';
import { ListMoves } from './list-moves';
import type { ExclusionDraft } from './section-exclusions';
import { TextField } from './text-field';
import { useCalendarOptions } from './use-calendar-options';
import { useListEdit } from './use-list-edit';
import { useMeasureOptions } from './use-measure-options';
import { ValuesSelect } from './values-select';

const KIND_WORDS: Readonly<Record<ExclusionKind, string>> = {
  service: 'A service',
  geography: 'A place',
  day: 'Certain days',
  schedule: 'A schedule, such as planned maintenance',
  environment: 'Environmental conditions',
  'third-party': 'A third party',
  'customer-caused': 'Caused by the customer',
  ticket: 'One ticket',
};
const KINDS = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

const EFFECTS = [
  { value: 'time', label: 'These minutes do not count' },
  { value: 'cycle', label: 'The whole cycle does not count' },
];

interface Props {
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One standing clause: a line, and its fields once it is unfolded. */
export function ExclusionCard({ index, count, open, onToggle, onMove, onRemove }: Props) {
  const path = `exclusions[${index}]`;
  const clause = useValue<ExclusionDraft>(path);
  if (!clause) return null;
  const name = clause.clause || `Clause ${index + 1}`;
  return (
    <FoldCard
      path={path}
      about={<>{EFFECTS.find(({ value }) => value === clause.effect)?.label}</>}
      open={open}
      onToggle={onToggle}
      name={name}
      index={index}
      count={count}
      onMove={onMove}
      onRemove={onRemove}
    >
      <ExclusionFields path={path} clause={clause} />
    </FoldCard>
  );
}

function ExclusionFields({ path, clause }: { readonly path: string; readonly clause: ExclusionDraft }) {
  const { session } = useEditor();
  const measures = useMeasureOptions();
  const calendars = useCalendarOptions();
  const sentence = useSentence(path);
  const label = (id: string): string => measures.find(({ value }) => value === id)?.label ?? id;
  return (
    <div className="card-body">
      <ProblemsAt path={path} />
      <ProblemsAt path={`${path}.id`} />
      <TextField
        path={`${path}.clause`}
        label="Clause"
        hint="As people cite it, such as 4.2 Planned maintenance."
      />
      <ChoiceField path={`${path}.kind`} label="What it rests on" choices={KINDS} none="Not said" />
      <ChoiceField path={`${path}.effect`} label="Effect" choices={EFFECTS} />
      <Field path={`${path}.measures`} label="Measures it applies to" hint="None named: all of them." within>
        {(control) => (
          <ValuesSelect
            control={control}
            label="Measures it applies to"
            values={(clause.measures ?? []).map(label)}
            choices={measures.map((each) => each.label)}
            placeholder="All measures"
            onChange={(names) => {
              const ids = names.map((name) => measures.find((each) => each.label === name)?.value ?? name);
              session.edit(`${path}.measures`, ids.length === 0 ? undefined : ids);
            }}
          />
        )}
      </Field>
      <ConditionField path={`${path}.when`} label="Only while the ticket matches" none="Every ticket" />
      <Windows path={`${path}.windows`} />
      <ChoiceField
        path={`${path}.during`}
        label="Only within the hours of"
        choices={calendars}
        none="All hours"
      />
      <TextField
        path={`${path}.reason`}
        label="Reason"
        hint="Why, in the words of the contract."
        lines={2}
        optional
      />
      {clause.agreed !== undefined && (
        <p className="subtle">
          This clause was agreed apart from the agreement: it counts once both parties have signed it.
        </p>
      )}
      <ProblemsAt path={`${path}.agreed`} />
      {sentence !== undefined && <p className="sentence">{sentence}</p>}
    </div>
  );
}

function Windows({ path }: { readonly path: string }) {
  const windows = useList<{ readonly from: string; readonly to: string }>(path);
  const zone = useValue<string>('parties.provider.timeZone');
  const edit = useListEdit(path);
  return (
    <fieldset className="group" data-path={path}>
      <legend>Only within these times</legend>
      {windows.length === 0 && <p className="subtle">At any time.</p>}
      <ProblemsAt path={path} />
      {windows.map((_, index) => (
        <div key={index} className="side-by-side">
          <InstantField path={`${path}[${index}].from`} label={`From, time ${index + 1}`} zone={zone} />
          <InstantField path={`${path}[${index}].to`} label={`To, time ${index + 1}`} zone={zone} />
          <ListMoves
            name={`time ${index + 1}`}
            index={index}
            count={windows.length}
            onRemove={() => edit.remove(index, 'the time')}
          />
          <ProblemsAt path={`${path}[${index}]`} />
        </div>
      ))}
      <Button look="subtle" onClick={() => edit.add({ from: '', to: '' }, 'a time')}>
        Add a time
      </Button>
    </fieldset>
  );
}
