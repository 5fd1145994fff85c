import { memo, useId } from 'react';
import { Button } from '../../ui/button';
import { ConditionField } from './condition-field';
import { useEditor, useList, useSentence, useValue } from './editor-context';
import { Field, ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import {
  pausedStatus,
  runningStatuses,
  whileInStatuses,
  withPausedStatuses,
  type PauseState,
} from './pause-states';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';
import { ValuesSelect } from './values-select';

/** When the clock of a measure stands still: in some statuses, or in all but some. */
export const PauseFields = memo(function PauseFields({ path }: { readonly path: string }) {
  const { session } = useEditor();
  const runs = useValue<PauseState>(`${path}.runWhile`);
  const name = useId();
  const choose = (mode: 'pause' | 'run'): void => {
    if (mode === 'pause') session.edit(`${path}.runWhile`, undefined);
    else session.edit(`${path}.runWhile`, { name: 'Our turn', when: '' });
  };
  return (
    <fieldset className="group">
      <legend>When it stands still</legend>
      <label className="check">
        <input type="radio" name={name} checked={runs === undefined} onChange={() => choose('pause')} />
        It runs all the time, but pauses in these statuses
      </label>
      {runs === undefined && <PausedStatuses path={`${path}.pauseWhile`} />}
      <label className="check">
        <input type="radio" name={name} checked={runs !== undefined} onChange={() => choose('run')} />
        It runs only in these statuses
      </label>
      {runs !== undefined && <RunningStatuses path={`${path}.runWhile`} state={runs} />}
    </fieldset>
  );
});

function PausedStatuses({ path }: { readonly path: string }) {
  const { session, facts } = useEditor();
  const pauses = useList<PauseState>(path);
  const edit = useListEdit(path);
  const statuses = pauses.map(pausedStatus);
  const change = (next: readonly string[]): void => {
    const states = withPausedStatuses(pauses, next);
    session.edit(path, states.length === 0 ? undefined : states);
  };
  return (
    <div className="indent stack">
      <Field path={path} label="Pauses in these statuses" labelHidden>
        {(control) => (
          <ValuesSelect
            control={control}
            label="Pauses in these statuses"
            values={statuses.filter((status) => status !== null)}
            choices={facts.statuses.map(({ name }) => name)}
            placeholder="Such as Waiting for customer"
            onChange={change}
          />
        )}
      </Field>
      {pauses.map((pause, index) => (
        <PauseRow
          key={index}
          path={`${path}[${index}]`}
          plain={statuses[index] !== null}
          onRemove={() => edit.remove(index, pause.name)}
          index={index}
          count={pauses.length}
        />
      ))}
      <Button look="subtle" onClick={() => edit.add({ name: 'Paused', when: '' }, 'a pause')}>
        Pause on another condition
      </Button>
    </div>
  );
}

interface RowProps {
  readonly path: string;
  /** It is on the list of statuses above: only what the linter says is shown. */
  readonly plain: boolean;
  readonly index: number;
  readonly count: number;
  readonly onRemove: () => void;
}

function PauseRow({ path, plain, index, count, onRemove }: RowProps) {
  const sentence = useSentence(path);
  if (plain) {
    return (
      <>
        <ProblemsAt path={path} />
        <ProblemsAt path={`${path}.when`} />
        <ProblemsAt path={`${path}.name`} />
        {sentence !== undefined && <p className="sentence">{sentence}</p>}
      </>
    );
  }
  return (
    <div className="row-card">
      <div className="row-head">
        <TextField path={`${path}.name`} label="What the pause is called" />
        <ListMoves name="this pause" index={index} count={count} onRemove={onRemove} />
      </div>
      <ConditionField path={`${path}.when`} label="Pauses while the ticket matches" />
      <ProblemsAt path={path} />
      {sentence !== undefined && <p className="sentence">{sentence}</p>}
    </div>
  );
}

function RunningStatuses({ path, state }: { readonly path: string; readonly state: PauseState }) {
  const { session, facts } = useEditor();
  const sentence = useSentence(path);
  const statuses = runningStatuses(state.when);
  return (
    <div className="indent stack" data-path={path}>
      {statuses === null ? (
        <ConditionField path={`${path}.when`} label="Runs only while the ticket matches" />
      ) : (
        <Field path={`${path}.when`} label="Runs only in these statuses" labelHidden>
          {(control) => (
            <ValuesSelect
              control={control}
              label="Runs only in these statuses"
              values={statuses}
              choices={facts.statuses.map(({ name }) => name)}
              placeholder="Such as In progress"
              onChange={(next) => session.edit(`${path}.when`, whileInStatuses(next))}
            />
          )}
        </Field>
      )}
      <TextField path={`${path}.name`} label="What the running time is called" width="medium" />
      {sentence !== undefined && <p className="sentence">{sentence}</p>}
    </div>
  );
}
