import { memo, useCallback } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import { documentOf, say, useEditor, useList } from './editor-context';
import { parsePath, valueAt } from './draft-path';
import { ProblemsAt } from './field';
import { GoalRow } from './goal-row';
import { useCalendarOptions } from './use-calendar-options';
import { newId } from './new-id';
import { useListEdit } from './use-list-edit';
import { useRowFocus } from './use-row-focus';

export type GoalDraft = NonNullable<AgreementDraft['measures'][number]['goals']>[number];

/** How long it may take: the first goal that matches holds. */
export const GoalList = memo(function GoalList({ path: measure }: { readonly path: string }) {
  const path = `${measure}.goals`;
  const { session, view } = useEditor();
  const count = useList<GoalDraft>(path).length;
  const calendars = useCalendarOptions();
  const edit = useListEdit(path);
  const [frame, focus] = useRowFocus<HTMLFieldSetElement>();
  const goals = useCallback((): readonly GoalDraft[] => {
    const list = valueAt(documentOf(session), parsePath(path));
    return Array.isArray(list) ? (list as readonly GoalDraft[]) : [];
  }, [session, path]);
  const nameAt = useCallback((index: number) => goals()[index]?.name || 'the goal', [goals]);
  const onMove = useCallback(
    (from: number, to: number, byKeyboard: boolean) => {
      edit.move(from, to, nameAt(from));
      if (byKeyboard) focus(`${to < from ? 'up' : 'down'}-${to}`);
    },
    [edit, focus, nameAt],
  );
  const onCopy = useCallback(
    (index: number) => {
      const ids = goals().flatMap(({ id }) => (id === undefined ? [] : [id]));
      const copy = (goal: GoalDraft): GoalDraft => {
        const name = `${goal.name}, copy`;
        return goal.id === undefined ? { ...goal, name } : { ...goal, name, id: newId(name, ids) };
      };
      edit.copy(index, copy, nameAt(index));
    },
    [edit, goals, nameAt],
  );
  const onRemove = useCallback(
    (index: number) => {
      edit.remove(index, nameAt(index));
      focus(`remove-${Math.max(0, index - 1)}`);
    },
    [edit, focus, nameAt],
  );
  const onAdd = (): void => {
    const list = goals();
    const last = list.at(-1);
    const goal = {
      id: newId(
        'goal',
        list.map(({ id }) => id ?? ''),
      ),
      name: 'New goal',
      when: '',
      within: '8h',
    };
    // A last goal for everything would leave nothing to one behind it.
    const at = last && !last.when ? list.length - 1 : list.length;
    session.edit(path, [...list.slice(0, at), goal, ...list.slice(at)]);
    say(view, `Added a goal at position ${at + 1} of ${list.length + 1}.`);
    focus(`name-${at}`);
  };
  return (
    <fieldset ref={frame} className="group" data-path={path}>
      <legend>Goals: how long it may take</legend>
      <p className="subtle">
        The first goal that matches the ticket holds, from top to bottom. Put special cases first and all
        other tickets last; a ticket that no goal matches is promised nothing.
      </p>
      <ProblemsAt path={path} />
      {count === 0 && <p>No goal yet: the clock is shown, but nothing is promised.</p>}
      <ol className={`goal-rows${count > 20 ? ' many' : ''}`}>
        {Array.from({ length: count }, (_, index) => (
          <GoalRow
            key={index}
            path={`${path}[${index}]`}
            list={path}
            index={index}
            count={count}
            calendars={calendars}
            onMove={onMove}
            onCopy={onCopy}
            onRemove={onRemove}
          />
        ))}
      </ol>
      <Button data-mark="add" onClick={onAdd}>
        Add a goal
      </Button>
    </fieldset>
  );
});
