import { memo } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import { ChoiceField } from './choice-field';
import { ConditionField } from './condition-field';
import { useEditor, useValue } from './editor-context';
import { FoldCard } from './fold-card';
import { ProblemsAt } from './field';
import { GoalList } from './goal-list';
import { MomentList } from './moment-list';
import { PauseFields } from './pause-fields';
import { isPreset, measureName, PRESET_WORDS } from './preset-list';
import { TextField } from './text-field';
import { useCalendarOptions } from './use-calendar-options';

export type MeasureDraft = AgreementDraft['measures'][number];

interface Props {
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onMove: (to: number) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

/** One measure: a line, and all of its fields once it is unfolded. */
export function MeasureCard({ index, count, open, onToggle, onMove, onCopy, onRemove }: Props) {
  const path = `measures[${index}]`;
  const measure = useValue<MeasureDraft>(path);
  if (!measure) return null;
  const name = measureName(measure);
  const goals = measure.goals?.length ?? 0;
  return (
    <FoldCard
      path={path}
      about={
        <>
          {goals === 1 ? '1 goal' : `${goals} goals`}
          {measure.target ? `, ${measure.target} must be met` : ''}
        </>
      }
      open={open}
      onToggle={onToggle}
      name={name}
      index={index}
      count={count}
      onMove={onMove}
      onCopy={onCopy}
      onRemove={onRemove}
    >
      <MeasureFields path={path} />
    </FoldCard>
  );
}

const REOPEN = [
  { value: 'new-cycle', label: 'Begins a new cycle' },
  { value: 'continue', label: 'Goes on counting' },
  { value: 'ignore', label: 'Changes nothing' },
];

const MeasureFields = memo(function MeasureFields({ path }: { readonly path: string }) {
  const { session } = useEditor();
  const measure = useValue<MeasureDraft>(path);
  const calendars = useCalendarOptions();
  const preset = isPreset(measure?.preset) ? PRESET_WORDS[measure.preset] : null;
  const advanced = (['resetOn', 'cancelWhile', 'startFrom', 'reopen', 'calendar', 'atRisk'] as const).some(
    (key) => measure?.[key] !== undefined,
  );
  return (
    <div className="card-body">
      <ProblemsAt path={path} />
      <ProblemsAt path={`${path}.preset`} />
      <ProblemsAt path={`${path}.id`} />
      {preset && <p className="sentence">{preset.about}</p>}
      <TextField
        path={`${path}.name`}
        label="Name of the measure"
        optional={preset !== null}
        placeholder={preset?.name}
      />
      <MomentList
        path={`${path}.start`}
        title="The clock starts when"
        one="start"
        fromPreset={preset !== null}
      />
      <MomentList path={`${path}.stop`} title="It stops when" one="stop" fromPreset={preset !== null} />
      <PauseFields path={path} />
      <GoalList path={path} />
      <TextField
        path={`${path}.target`}
        label="Service level target"
        hint="The share that must be met, such as 95%. Consequences build on it."
        placeholder="95%"
        width="short"
        optional
      />
      <details className="fold" open={advanced || undefined}>
        <summary>More about the clock</summary>
        <div className="stack">
          <MomentList path={`${path}.resetOn`} title="It starts anew, uncounted, when" one="reset" />
          <ConditionField
            path={`${path}.cancelWhile`}
            label="No clock at all while the ticket matches"
            none="Never cancelled"
          />
          <ChoiceField
            path={`${path}.reopen`}
            label="A start after a stop (a ticket is reopened)"
            choices={REOPEN}
            none={preset ? 'As the preset says' : 'Begins a new cycle (the usual)'}
          />
          <label className="check">
            <input
              type="checkbox"
              data-path={`${path}.startFrom`}
              checked={measure?.startFrom === 'created'}
              onChange={({ target }) =>
                session.edit(`${path}.startFrom`, target.checked ? 'created' : undefined)
              }
            />
            A clock that starts later still counts from the creation of the ticket
          </label>
          <ChoiceField
            path={`${path}.calendar`}
            label="Calendar of the measure"
            choices={calendars}
            none={`The first one${calendars[0] ? `: ${calendars[0].label}` : ''}`}
          />
          <TextField
            path={`${path}.atRisk`}
            label="At risk once this share of the goal or less is left"
            placeholder="25%"
            width="short"
            optional
          />
        </div>
      </details>
    </div>
  );
});
