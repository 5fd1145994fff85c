import DragIcon from '@atlaskit/icon/core/drag-handle-vertical';
import { memo, useRef } from 'react';
import { ChoiceField, type Choice } from './choice-field';
import { ConditionField } from './condition-field';
import { useSentence, useValue } from './editor-context';
import { ProblemsAt } from './field';
import type { GoalDraft } from './goal-list';
import { ListMoves } from './list-moves';
import { TextField } from './text-field';
import { useRowDrag } from './use-row-drag';

interface Props {
  readonly path: string;
  /** Path of the list: rows of other lists cannot be dropped here. */
  readonly list: string;
  readonly index: number;
  readonly count: number;
  readonly calendars: readonly Choice[];
  readonly onMove: (from: number, to: number, byKeyboard: boolean) => void;
  readonly onCopy: (index: number) => void;
  readonly onRemove: (index: number) => void;
}

/** One goal: for which tickets, how long, on which calendar. */
export const GoalRow = memo(function GoalRow({
  path,
  list,
  index,
  count,
  calendars,
  onMove,
  onCopy,
  onRemove,
}: Props) {
  const goal = useValue<GoalDraft>(path);
  const sentence = useSentence(path);
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const edge = useRowDrag({ row, handle, list, index, onMove });
  const name = `goal ${goal?.name || index + 1}`;
  const of = `, ${name}`;
  // As in a table, the first row names the columns; the others only say their names.
  const below = index > 0;
  return (
    <li ref={row} className="goal-row" data-edge={edge ?? undefined} data-path={path}>
      {/* The buttons beside it do the same by keyboard. */}
      <span ref={handle} className="drag-handle" title="Drag to another place" aria-hidden="true">
        <DragIcon label="" size="small" />
        {index + 1}
      </span>
      <div className="goal-fields">
        <TextField path={`${path}.name`} label="Name" of={of} labelHidden={below} mark={`name-${index}`} />
        <TextField
          path={`${path}.within`}
          label="Within"
          of={of}
          labelHidden={below}
          placeholder="4h, none"
        />
        <ChoiceField
          path={`${path}.calendar`}
          label="Calendar"
          of={of}
          labelHidden={below}
          choices={calendars}
          none="Usual hours"
          width="full"
        />
        <ConditionField
          path={`${path}.when`}
          label="For tickets"
          of={of}
          labelHidden={below}
          none="All other tickets"
        />
      </div>
      <ListMoves
        name={name}
        index={index}
        count={count}
        onMove={(to) => onMove(index, to, true)}
        onCopy={() => onCopy(index)}
        onRemove={() => onRemove(index)}
      />
      <div className="goal-notes">
        <ProblemsAt path={path} />
        <ProblemsAt path={`${path}.id`} />
        {sentence !== undefined && <p className="sentence">{sentence}</p>}
      </div>
    </li>
  );
});
